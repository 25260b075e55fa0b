pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Surface with a 1 px line. Children stand below each other in a column (spacing); padding 16, 0 for rows that reach
// the edge; selected: 2 px primary. Height follows the content; give it a width.
Rectangle {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property real padding: 16
    property real topPadding: padding
    property real bottomPadding: padding
    property bool selected: false

    implicitWidth: 380
    implicitHeight: column.implicitHeight + topPadding + bottomPadding + 2
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: selected ? 2 : 1
    border.color: selected ? Theme.primary : Theme.line

    Column {
        id: column

        // the line counts as room, except at the sides of rows that reach the edge
        x: root.padding > 0 ? root.padding + 1 : 0
        y: root.topPadding + 1
        width: root.width - 2 * x
    }
}
