pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// The one big card of a page, on petrol with the turning ring, or on red: emergency. Children stand in a column.
// Words on it: Theme.inkOnHero, inkOnHero2, inkOnHeroDue. arc: the ring at the right top.
Rectangle {
    id: root

    default property alias content: column.data
    property alias spacing: column.spacing
    property bool emergency: false
    property bool arc: !emergency
    property real padding: 20

    implicitWidth: 380
    implicitHeight: column.implicitHeight + 2 * padding
    radius: Theme.radiusHero
    color: emergency ? Theme.dangerFill : Theme.hero

    Item {
        anchors.fill: parent
        clip: true
        visible: root.arc

        SmoothShape {
            x: parent.width - 126
            y: -62
            width: 180
            height: 180

            ShapePath {
                strokeColor: Theme.hero2
                strokeWidth: 22
                fillColor: "transparent"
                capStyle: ShapePath.FlatCap

                PathAngleArc {
                    centerX: 90
                    centerY: 90
                    radiusX: 74
                    radiusY: 74
                    startAngle: 122
                    sweepAngle: 110
                }
            }
            ShapePath {
                strokeColor: Theme.hero2
                strokeWidth: 22
                fillColor: "transparent"
                capStyle: ShapePath.FlatCap

                PathAngleArc {
                    centerX: 90
                    centerY: 90
                    radiusX: 74
                    radiusY: 74
                    startAngle: 0
                    sweepAngle: 110
                }
            }
        }
    }
    Column {
        id: column

        x: root.padding
        y: root.padding
        width: root.width - 2 * root.padding
    }
}
