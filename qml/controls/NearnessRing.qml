pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// What is near, by distance and bearing, without a map. model: roles name, distanceKm, bearing, kind (NearnessRing.Due,
// AtSales), in the order of their numbers; rings in km (the last is the edge); route: points (distanceKm, bearing) from
// here on; pickedIndex. Signal picked(int index). A list of the same must stand beside or below it.
Item {
    id: root

    enum Kind {
        Due,
        AtSales
    }

    required property var model
    property list<real> rings: [2, 5, 10]
    property var route: []
    property int pickedIndex: -1
    readonly property real edgeKm: rings.length > 0 ? rings[rings.length - 1] : 10
    readonly property real radius: Math.min(width, height - 20) / 2 - 24
    readonly property point center: Qt.point(width / 2, height / 2 + 4)

    signal picked(int index)

    function place(km: real, bearing: real): point {
        const reach = Math.min(1, km / edgeKm) * radius;
        const angle = bearing * Math.PI / 180;
        return Qt.point(center.x + Math.sin(angle) * reach, center.y - Math.cos(angle) * reach);
    }

    function path(): var {
        const points = [center];
        for (const stop of route)
            points.push(place(stop.x, stop.y));
        return points;
    }

    implicitWidth: 380
    implicitHeight: 380
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Places by distance and direction")

    Repeater {
        model: root.rings.length

        NearnessCircle {
            required property int index
            readonly property real reach: root.rings[index] / root.edgeKm * root.radius

            x: root.center.x - reach
            y: root.center.y - reach
            z: -index
            width: 2 * reach
            height: 2 * reach
            km: root.rings[index]
            edge: index === root.rings.length - 1
        }
    }
    AxisLabel {
        x: root.center.x - width / 2
        y: root.center.y - root.radius - 24
        text: qsTr("N", "north")
        color: Theme.ink2
    }
    SmoothShape {
        anchors.fill: parent
        visible: root.route.length > 0

        ShapePath {
            strokeColor: Qt.alpha(Theme.primary, 0.55)
            strokeWidth: 4
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap
            joinStyle: ShapePath.RoundJoin

            PathPolyline {
                path: root.path()
            }
        }
    }
    Rectangle {
        x: root.center.x - 13
        y: root.center.y - 13
        width: 26
        height: 26
        radius: 13
        color: Theme.primary
        border.width: 4
        border.color: Theme.surface

        AxisLabel {
            x: -width - 5
            y: -11
            font.weight: Font.Bold
            text: qsTr("You")
            color: Theme.primary
        }
    }
    Repeater {
        model: root.model

        NearnessDot {
            id: dot

            at: root.place(dot.distanceKm, dot.bearing)
            picked: dot.index === root.pickedIndex
            fieldWidth: root.width
            onClicked: {
                root.pickedIndex = dot.index;
                root.picked(dot.index);
            }
        }
    }
}
