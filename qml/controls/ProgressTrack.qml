pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// A share on a track: value 0…1, color; thickness 8 (reasons) or 10 (contest). label: spoken.
Rectangle {
    id: root

    required property real value
    property string label: ""
    property color fill: Theme.dueFill
    property real thickness: 8

    implicitWidth: 60
    implicitHeight: thickness
    radius: thickness / 2
    color: Theme.sunk
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Rectangle {
        width: root.value <= 0 ? 0 : Math.max(root.thickness, Math.min(1, root.value) * parent.width)
        height: parent.height
        radius: parent.radius
        color: root.fill
    }
}
