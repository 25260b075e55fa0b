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
    implicitHeight: column.implicitHeight + topPadding + bottomPadding
    radius: Theme.radiusCard
    color: Theme.surface
    border.width: selected ? 2 : 1
    border.color: selected ? Theme.primary : Theme.line

    Column {
        id: column

        x: root.padding
        y: root.topPadding
        width: root.width - 2 * root.padding
    }
}
