pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Tick box with words beside it (or none: then set label for the screen reader). checked; signal toggled().
T.CheckBox {
    id: root

    property string label: text

    focusPolicy: Qt.StrongFocus
    spacing: 12
    implicitWidth: text === "" ? 48 : Math.ceil(words.implicitWidth) + 28 + spacing + 10
    implicitHeight: Math.max(48, words.implicitHeight + 16)
    Accessible.name: label

    indicator: Rectangle {
        x: root.text === "" ? (root.width - width) / 2 : 0
        anchors.verticalCenter: parent.verticalCenter
        width: 28
        height: 28
        radius: 8
        color: root.checked ? root.enabled ? Theme.primary : Theme.inkOff : root.down ? Theme.sunk : Theme.surface
        border.width: 2
        border.color: root.checked ? color : root.enabled ? Theme.lineStrong : Theme.line

        Icon {
            anchors.centerIn: parent
            visible: root.checked
            name: "tick"
            size: 20
            color: Theme.inkOnPrimary
        }
        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: AppText {
        id: words

        leftPadding: 28 + root.spacing
        visible: root.text !== ""
        text: root.text
        color: root.enabled ? Theme.ink : Theme.inkOff
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
