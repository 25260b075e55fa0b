pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Small text action, 48 high, in primary ("Change", "Start again"). text, iconName; signal clicked().
T.Button {
    id: root

    property string iconName: ""
    property color tint: Theme.primary

    focusPolicy: Qt.StrongFocus
    leftPadding: 4
    rightPadding: 4
    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: 48
    Accessible.name: text

    contentItem: ButtonContent {
        opacity: root.down ? 0.6 : 1
        text: root.text
        iconName: root.iconName
        iconSize: 20
        spacing: 4
        fontSize: 15
        color: root.enabled ? root.tint : Theme.inkOff
    }
    background: Item {
        FocusRing {
            shown: root.visualFocus
            cornerRadius: Theme.radiusField
            inset: true
        }
    }
}
