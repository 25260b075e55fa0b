pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The components sheet of the design system (picture 17), drawn with the real controls.
Rectangle {
    id: root

    readonly property real columnWidth: (width - 112) / 3

    implicitWidth: 1280
    implicitHeight: 1456
    color: Theme.ground

    Row {
        x: 32
        y: 32
        spacing: 24

        BoardInput {
            width: root.columnWidth
        }
        BoardRows {
            width: root.columnWidth
        }
        BoardCharts {
            width: root.columnWidth
        }
    }
}
