pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Theme

// The product's sign: three arcs that come round again. size in px.
SmoothShape {
    id: root

    property real size: 44
    readonly property real unit: size / 40

    width: size
    height: size
    Accessible.role: Accessible.Graphic
    Accessible.name: "Turnus"

    ShapePath {
        strokeColor: Theme.primary
        strokeWidth: 6 * root.unit
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap

        PathAngleArc {
            centerX: 20 * root.unit
            centerY: centerX
            radiusX: 13 * root.unit
            radiusY: radiusX
            startAngle: -81
            sweepAngle: 102
        }
    }
    ShapePath {
        strokeColor: Theme.dueFill
        strokeWidth: 6 * root.unit
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap

        PathAngleArc {
            centerX: 20 * root.unit
            centerY: centerX
            radiusX: 13 * root.unit
            radiusY: radiusX
            startAngle: 39
            sweepAngle: 102
        }
    }
    ShapePath {
        strokeColor: Theme.ok
        strokeWidth: 6 * root.unit
        fillColor: "transparent"
        capStyle: ShapePath.FlatCap

        PathAngleArc {
            centerX: 20 * root.unit
            centerY: centerX
            radiusX: 13 * root.unit
            radiusY: radiusX
            startAngle: 159
            sweepAngle: 102
        }
    }
}
