pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The ring of a one-of-many choice, as drawing only. checked, size (28; 22 in a ConflictCard), active: not disabled.
Rectangle {
    id: root

    property bool checked: false
    property bool active: true
    property real size: 28

    width: size
    height: size
    radius: size / 2
    color: Theme.surface
    border.width: 2
    border.color: !active ? Theme.line : checked ? Theme.primary : Theme.lineStrong

    Rectangle {
        anchors.centerIn: parent
        visible: root.checked
        width: Math.max(14, root.size * 0.5)
        height: width
        radius: width / 2
        color: root.active ? Theme.primary : Theme.inkOff
    }
}
