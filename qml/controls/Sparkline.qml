pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// Readings over time, ending in what was expected. points: (0…1, 0…1 upwards) from C++, the last one is the new reading;
// expectedLow, expectedHigh: 0…1 at the end (both 0: no cone); tone: Sparkline.Ok, Due, Danger of the last point.
// sentence: spoken.
Item {
    id: root

    enum Tone {
        Ok,
        Due,
        Danger
    }

    required property var points
    property real expectedLow: 0
    property real expectedHigh: 0
    property int tone: Sparkline.Ok
    property string sentence: ""
    readonly property color toneColor: [Theme.ok, Theme.due, Theme.danger][tone]

    function place(point: point): point {
        return Qt.point(4 + point.x * (width - 10), height - 5 - point.y * (height - 11));
    }

    function line(): var {
        const placed = [];
        for (const point of points)
            placed.push(place(point));
        return placed;
    }

    function cone(): var {
        if (points.length < 2 || expectedHigh <= expectedLow)
            return [];
        const end = points[points.length - 1].x;
        const start = place(points[points.length - 2]);
        return [start, place(Qt.point(end, expectedHigh)), place(Qt.point(end, expectedLow)), start];
    }

    implicitWidth: 128
    implicitHeight: 52
    Accessible.role: Accessible.Graphic
    Accessible.name: sentence

    Rectangle {
        x: 4
        y: root.height - 2
        width: root.width - 8
        height: 1
        color: Theme.lineStrong
    }
    SmoothShape {
        anchors.fill: parent

        ShapePath {
            strokeColor: "transparent"
            fillColor: Qt.alpha(root.toneColor, 0.22)

            PathPolyline {
                path: root.cone()
            }
        }
        ShapePath {
            strokeColor: Theme.primary
            strokeWidth: 2.5
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.line()
            }
        }
    }
    Repeater {
        model: root.points.length

        Rectangle {
            required property int index
            readonly property bool last: index === root.points.length - 1
            readonly property point at: root.place(root.points[index])

            x: at.x - width / 2
            y: at.y - width / 2
            width: last ? 12 : 5
            height: width
            radius: width / 2
            color: last ? root.toneColor : Theme.primary
            border.width: last ? 2 : 0
            border.color: Theme.surface
        }
    }
}
