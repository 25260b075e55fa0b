pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One key of NumberPad, 60 high. text or iconName (both: icon above, for OK); look: PadKey.Digit, Function, Go.
T.AbstractButton {
    id: root

    enum Look {
        Digit,
        Function,
        Go
    }

    property int look: PadKey.Digit
    property string iconName: ""
    property string label: text
    readonly property bool go: look === PadKey.Go
    readonly property color fill: go ? Theme.primary : look === PadKey.Function ? Theme.sunk : Theme.surface

    focusPolicy: Qt.TabFocus
    implicitWidth: 89
    implicitHeight: 60
    Accessible.role: Accessible.Button
    Accessible.name: label

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            spacing: 6

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: root.iconName !== ""
                name: root.iconName
                size: root.go ? 28 : 26
                color: root.go ? Theme.inkOnPrimary : root.enabled ? Theme.ink : Theme.inkOff
            }
            Text {
                anchors.horizontalCenter: parent.horizontalCenter
                visible: root.text !== ""
                text: root.text
                font.family: root.go ? Theme.family : Theme.tabFamily
                font.pixelSize: root.go ? 17 : 26
                font.weight: Font.DemiBold
                color: root.go ? Theme.inkOnPrimary : root.enabled ? Theme.ink : Theme.inkOff
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radiusButton
        color: !root.down ? root.fill : root.go ? Qt.tint(Theme.primary, Qt.alpha(Theme.inkOnPrimary, 0.16)) : Theme.primarySoft
        border.width: root.look === PadKey.Digit || root.down ? 1 : 0
        border.color: root.down && !root.go ? Theme.primary : Theme.line

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
