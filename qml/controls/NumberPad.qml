pragma ComponentBehavior: Bound
import QtQuick

// Keys for numbers, with gloves: 60 px, OK lower right. text: what was typed, digits with "." before the decimals;
// decimals (0: whole numbers); maximumDigits; okText, okEnabled; photo: camera key; steps: keys to the field before and after.
// Signals edited() on every key, accepted(), photoClicked(), previousClicked(), nextClicked(). Takes a keyboard too.
// Object names of the keys: "pad.0" … "pad.9", "pad.comma", "pad.delete", "pad.photo", "pad.previous", "pad.next", "pad.ok".
FocusScope {
    id: root

    property string text: ""
    property int decimals: 0
    property int maximumDigits: 9
    property string okText: qsTr("Done")
    property bool okEnabled: true
    property bool photo: false
    property bool steps: false
    readonly property real columnWidth: (width - 24) / 4

    signal edited
    signal accepted
    signal photoClicked
    signal previousClicked
    signal nextClicked

    function typeDigit(digit: string) {
        const point = text.indexOf(".");
        if (point >= 0 ? text.length - point > decimals : text.length >= maximumDigits)
            return;
        text = text === "0" ? digit : text + digit;
        edited();
    }

    function typePoint() {
        if (decimals === 0 || text.indexOf(".") >= 0)
            return;
        text = (text === "" ? "0" : text) + ".";
        edited();
    }

    function deleteLast() {
        if (text === "")
            return;
        text = text.slice(0, -1);
        edited();
    }

    implicitWidth: 380
    implicitHeight: 264
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Number pad")
    Keys.onPressed: event => {
        event.accepted = true;
        if (event.text >= "0" && event.text <= "9" && event.text.length === 1)
            typeDigit(event.text);
        else if (event.text === "," || event.text === ".")
            typePoint();
        else if (event.key === Qt.Key_Backspace)
            deleteLast();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            accepted();
        else
            event.accepted = false;
    }

    Repeater {
        model: 9

        PadKey {
            required property int index

            objectName: "pad." + text
            x: (index % 3) * (root.columnWidth + 8)
            y: Math.floor(index / 3) * 68
            width: root.columnWidth
            text: index + 1
            onClicked: root.typeDigit(text)
        }
    }
    PadKey {
        objectName: "pad.delete"
        x: 3 * (root.columnWidth + 8)
        width: root.columnWidth
        look: PadKey.Function
        iconName: "bksp"
        label: qsTr("Delete")
        autoRepeat: true
        onClicked: root.deleteLast()
    }
    PadKey {
        objectName: "pad.photo"
        x: 3 * (root.columnWidth + 8)
        y: 68
        width: root.columnWidth
        visible: root.photo
        look: PadKey.Function
        iconName: "cam"
        label: qsTr("Photograph the counter")
        onClicked: root.photoClicked()
    }
    PadKey {
        objectName: root.decimals > 0 ? "pad.comma" : "pad.previous"
        y: 204
        width: root.columnWidth
        visible: root.decimals > 0 || root.steps
        look: PadKey.Function
        text: root.decimals > 0 ? Qt.locale().decimalPoint : ""
        iconName: root.decimals > 0 ? "" : "up"
        label: root.decimals > 0 ? qsTr("Decimal point") : qsTr("Field before")
        onClicked: root.decimals > 0 ? root.typePoint() : root.previousClicked()
    }
    PadKey {
        objectName: "pad.0"
        x: root.columnWidth + 8
        y: 204
        width: root.columnWidth
        text: "0"
        onClicked: root.typeDigit("0")
    }
    PadKey {
        objectName: "pad.next"
        x: 2 * (root.columnWidth + 8)
        y: 204
        width: root.columnWidth
        visible: root.steps
        look: PadKey.Function
        iconName: "down"
        label: qsTr("Next field")
        onClicked: root.nextClicked()
    }
    PadKey {
        objectName: "pad.ok"
        x: 3 * (root.columnWidth + 8)
        y: root.photo ? 136 : 68
        width: root.columnWidth
        height: 264 - y
        look: PadKey.Go
        iconName: "check"
        text: root.okText
        enabled: root.okEnabled
        opacity: enabled ? 1 : 0.4
        onClicked: root.accepted()
    }
}
