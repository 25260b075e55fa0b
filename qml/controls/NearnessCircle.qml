pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// One ring of a NearnessRing with its distance at the lower left. Not for pages.
Item {
    id: root

    required property real km
    required property bool edge

    Rectangle {
        anchors.fill: parent
        visible: root.edge
        radius: width / 2
        color: Theme.surface
        border.width: Theme.stroke
        border.color: Theme.line
    }
    SmoothShape {
        anchors.fill: parent
        visible: !root.edge

        ShapePath {
            strokeColor: Theme.line
            strokeWidth: 1.5
            fillColor: "transparent"
            strokeStyle: ShapePath.DashLine
            dashPattern: [1.33, 3.33]

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: root.width / 2
                radiusY: radiusX
                startAngle: 0
                sweepAngle: 360
            }
        }
    }
    Rectangle {
        x: root.width * (0.5 - 0.171) - width / 2
        y: root.height * (0.5 + 0.47) - height / 2
        width: 48
        height: 20
        radius: 10
        color: Theme.sunk

        AxisLabel {
            anchors.centerIn: parent
            text: qsTr("%1 km").arg(root.km)
            color: Theme.ink2
        }
    }
}
