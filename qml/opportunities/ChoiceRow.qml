pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A part of the proposal that is in or out: tick box or switch at the left, its price at the right. Signal picked().
RowBase {
    id: root

    required property string title
    property string subtitle: ""
    property string value: ""
    property bool asSwitch: false

    signal picked

    checkable: false
    implicitHeight: Math.max(60, words.implicitHeight + 20)
    Accessible.role: Accessible.CheckBox
    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.name: title + (subtitle === "" ? "" : ", " + subtitle) + (value === "" ? "" : ", " + value)
    onClicked: picked()

    Rectangle {
        id: box

        x: 16
        y: words.height > 100 ? words.y : (parent.height - height) / 2
        width: root.asSwitch ? 56 : 28
        height: root.asSwitch ? 32 : 28
        radius: root.asSwitch ? 16 : 8
        color: root.checked ? Theme.primary : root.asSwitch ? Theme.sunk : Theme.surface
        border.width: 2
        border.color: root.checked ? Theme.primary : Theme.lineStrong

        Icon {
            anchors.centerIn: parent
            visible: root.checked && !root.asSwitch
            name: "tick"
            size: 20
            color: Theme.inkOnPrimary
        }
        Rectangle {
            visible: root.asSwitch
            x: root.checked ? 29 : 6
            anchors.verticalCenter: parent.verticalCenter
            width: root.checked ? 24 : 20
            height: width
            radius: width / 2
            color: root.checked ? Theme.inkOnPrimary : Theme.lineStrong
        }
    }
    Column {
        id: words

        x: box.x + box.width + 12
        width: price.x - x - 8
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.title
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: root.subtitle !== ""
            role: AppText.Sub
            text: root.subtitle
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    AppText {
        id: price

        x: parent.width - width - 16
        width: Math.min(implicitWidth, parent.width * 0.4)
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Strong
        tab: true
        text: root.value
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
}
