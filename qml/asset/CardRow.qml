pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// A list delegate's piece of a card: the frame of the first and last row is round, rows in between continue it.
Item {
    id: root

    property bool first: false
    property bool last: false
    default property alias content: inner.data

    Item {
        anchors.fill: parent
        clip: true

        Rectangle {
            y: root.first ? 0 : -Theme.radiusCard
            width: parent.width
            height: parent.height - y + (root.last ? 0 : Theme.radiusCard)
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: 1
            border.color: Theme.line
        }
        Rectangle {
            visible: !root.first
            width: parent.width
            height: 1
            color: Theme.line
        }
    }
    Item {
        id: inner

        anchors.fill: parent
    }
}
