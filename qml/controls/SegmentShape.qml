pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Ground of one segment: round only at the outer corners (Qt 6.4 has one radius per rectangle). Not for pages.
Item {
    id: root

    required property bool on
    required property bool down
    required property bool first
    required property bool last
    readonly property color fill: on ? Theme.primary : down ? Theme.sunk : "transparent"

    Rectangle {
        anchors.fill: parent
        visible: root.on || root.down
        anchors.margins: root.on ? 0 : Theme.stroke
        radius: root.first || root.last ? Theme.radiusField : 0
        color: root.fill
    }
    Rectangle {
        visible: (root.on || root.down) && !root.last
        anchors.right: parent.right
        width: parent.width / 2
        height: parent.height
        color: root.fill
    }
    Rectangle {
        visible: (root.on || root.down) && !root.first
        width: parent.width / 2
        height: parent.height
        color: root.fill
    }
    Rectangle {
        visible: !root.first && !root.on
        width: Theme.stroke
        height: parent.height
        color: Theme.lineStrong
    }
}
