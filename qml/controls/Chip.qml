pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Filter or answer that is on or off, 48 high. text, checked, iconName (off; on shows a tick); toggles by itself
// unless checkable is false. Put several into an exclusive ButtonGroup for one-of-many. Signals toggled(), clicked().
T.Button {
    id: root

    property string iconName: ""
    readonly property color foreground: !enabled ? Theme.inkOff : checked ? Theme.inkOnPrimary : Theme.ink

    checkable: true
    focusPolicy: Qt.StrongFocus
    leftPadding: 15
    rightPadding: 15
    implicitWidth: Math.max(48, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(48, implicitContentHeight + 16)
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: checked

    contentItem: ButtonContent {
        text: root.text
        iconName: root.checked ? "tick" : root.iconName
        iconSize: root.checked ? 18 : 20
        spacing: root.checked ? 6 : 8
        fontSize: 15
        color: root.foreground
    }
    background: Rectangle {
        radius: height / 2
        color: root.checked ? root.down ? Qt.tint(Theme.primary, Qt.alpha(Theme.inkOnPrimary, 0.16)) : Theme.primary : root.down ? Theme.sunk : Theme.surface
        border.width: Theme.stroke
        border.color: root.checked ? color : root.enabled ? Theme.lineStrong : Theme.line

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
