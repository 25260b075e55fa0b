pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// A list delegate's piece of a card: the frame of the first and last row is round, rows in between continue it. The
// first row may carry a heading (Qt 6.4 makes no section delegates from bound components). bodyHeight: of the row,
// which is the only child.
Item {
    id: root

    property bool first: false
    property bool last: false
    property string heading: ""
    property string headingDetail: ""
    default property alias content: inner.data

    property real bodyHeight: 56
    implicitHeight: inner.y + bodyHeight

    SectionHeader {
        id: header

        width: root.width
        visible: root.first && root.heading !== ""
        text: root.heading
        detail: root.headingDetail
    }
    Item {
        id: inner

        y: header.visible ? header.height : 0
        width: root.width
        height: root.height - y

        Item {
            z: -1
            width: root.width
            height: inner.height
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
    }
}
