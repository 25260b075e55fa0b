pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// On or off at once. Words at the left (text) or none (then set label). checked; signal toggled().
T.Switch {
    id: root

    property string label: text

    focusPolicy: Qt.StrongFocus
    implicitWidth: text === "" ? 56 : Math.ceil(words.implicitWidth) + 68
    implicitHeight: Math.max(48, words.implicitHeight + 16)
    Accessible.name: label

    indicator: Rectangle {
        x: root.width - width
        anchors.verticalCenter: parent.verticalCenter
        width: 56
        height: 32
        radius: 16
        color: root.checked ? root.enabled ? Theme.primary : Theme.inkOff : Theme.sunk
        border.width: 2
        border.color: root.checked ? color : root.enabled ? Theme.lineStrong : Theme.line

        Rectangle {
            readonly property real size: root.checked ? 24 : 20

            x: root.checked ? 29 : 6
            anchors.verticalCenter: parent.verticalCenter
            width: size
            height: size
            radius: size / 2
            color: root.checked ? Theme.inkOnPrimary : root.enabled ? Theme.lineStrong : Theme.line

            Behavior on x  {
                NumberAnimation {
                    duration: Theme.stateDuration
                    easing.type: Easing.OutCubic
                }
            }
        }
        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
    contentItem: AppText {
        id: words

        rightPadding: 68
        visible: root.text !== ""
        text: root.text
        color: root.enabled ? Theme.ink : Theme.inkOff
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
