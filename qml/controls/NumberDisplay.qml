pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The number being typed, big, above its judgement. label, detail ("last 198,640 on 16 April"), text: as NumberPad's;
// unit; active: framed, with caret. side: item at the right of the number (Sparkline); default children below (Banner).
Rectangle {
    id: root

    required property string label
    property string detail: ""
    property string text: ""
    property string unit: ""
    property bool active: true
    property alias side: sideSlot.data
    default property alias content: below.data

    function grouped(raw: string): string {
        if (raw === "")
            return "";
        const parts = raw.split(".");
        const whole = Number(parts[0]).toLocaleString(Qt.locale(), "f", 0);
        return parts.length > 1 ? whole + Qt.locale().decimalPoint + parts[1] : whole;
    }

    implicitWidth: 380
    implicitHeight: column.implicitHeight + 34
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: active ? 2 : 1
    border.color: active ? Theme.primary : Theme.line
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: grouped(text) + " " + unit

    Column {
        id: column

        x: 18
        y: 16
        width: parent.width - 36

        Item {
            width: parent.width
            height: Math.max(heading.implicitHeight, hint.implicitHeight)

            AppText {
                id: heading

                width: parent.width - hint.width - 8
                role: AppText.Label
                color: Theme.ink2
                text: root.label
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                id: hint

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width * 0.65)
                role: AppText.Sub
                text: root.detail
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
        Item {
            width: parent.width
            height: Math.max(number.implicitHeight + 4, sideSlot.height)

            AppText {
                id: number

                y: 4
                width: Math.min(implicitWidth, parent.width - sideSlot.width - 16)
                role: AppText.Num
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 28
                text: root.grouped(root.text)
                Accessible.ignored: true
            }
            Rectangle {
                id: caret

                x: number.text === "" ? 0 : number.width + 4
                y: 11
                width: 3
                height: 42
                radius: 1.5
                visible: root.active
                color: Theme.primary
            }
            AppText {
                x: caret.x + 12
                y: 26
                role: AppText.H2
                color: Theme.ink2
                text: root.unit
                Accessible.ignored: true
            }
            Item {
                id: sideSlot

                anchors.right: parent.right
                anchors.bottom: parent.bottom
                width: childrenRect.width
                height: childrenRect.height
            }
        }
        Column {
            id: below

            width: parent.width
            topPadding: 12
            visible: children.length > 0
        }
    }
}
