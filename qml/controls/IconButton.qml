pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// A button of one icon. iconName and label (spoken, required); outlined; big: 56 instead of 48; tint. Signal clicked().
T.Button {
    id: root

    required property string iconName
    required property string label
    property bool outlined: false
    property bool big: false
    property real iconSize: 24
    property color tint: Theme.ink

    focusPolicy: Qt.StrongFocus
    implicitWidth: big ? 56 : 48
    implicitHeight: implicitWidth
    Accessible.name: label

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: root.enabled ? root.tint : Theme.inkOff
        }
    }
    background: Rectangle {
        radius: root.big ? Theme.radiusButton : Theme.radiusField
        color: root.down ? Qt.tint(root.outlined ? Theme.surface : Theme.ground, Qt.alpha(Theme.ink, 0.1)) : root.outlined ? Theme.surface : "transparent"
        border.width: root.outlined ? Theme.stroke : 0
        border.color: root.enabled ? Theme.lineStrong : Theme.line

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
