pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// One place in a NearnessRing. Roles: name, distanceKm, bearing (degrees from north), kind (NearnessRing.Due, AtSales).
T.AbstractButton {
    id: root

    required property int index
    required property string name
    required property real distanceKm
    required property real bearing
    required property int kind
    required property point at
    required property bool picked
    required property real fieldWidth
    readonly property bool due: kind === NearnessRing.Due
    readonly property bool above: bearing < 100 || bearing > 260

    objectName: "near." + index
    focusPolicy: Qt.StrongFocus
    x: at.x - 24
    y: at.y - 24
    width: 48
    height: 48
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2, %3 km", "place, kind, distance").arg(name).arg(due ? qsTr("becoming due") : qsTr("with sales")).arg(Number(distanceKm).toLocaleString(Qt.locale(), "f", 1))

    background: Item {
        Rectangle {
            anchors.centerIn: parent
            width: root.picked ? 46 : 37
            height: width
            radius: width / 2
            color: root.due ? Theme.dueFill : Theme.primary
            border.width: 3
            border.color: root.picked ? Theme.ink : Theme.surface

            FocusRing {
                shown: root.visualFocus
                cornerRadius: parent.radius
            }
        }
    }
    contentItem: Item {
        AxisLabel {
            anchors.centerIn: parent
            font.pixelSize: 15
            font.weight: Font.Bold
            text: root.index + 1
            color: root.due ? Theme.inkOnDueFill : Theme.inkOnPrimary
        }
        AxisLabel {
            x: Math.max(-root.x, Math.min(root.fieldWidth - root.x - width, 24 - width / 2))
            y: root.above ? (root.picked ? -16 : -12) : root.picked ? 50 : 46
            text: root.name
        }
    }
}
