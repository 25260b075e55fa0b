pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// The place that was picked on the ring, with its number and due window.
Item {
    id: root

    required property int index
    required property real assetId
    required property real leadId
    required property string name
    required property string product
    required property string distance
    required property string mostLikely
    required property real p10
    required property real p50
    required property real p90
    required property int kind

    signal clicked

    implicitHeight: visible ? row.implicitHeight : 0
    height: implicitHeight

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
    }
    RowBase {
        id: row

        objectName: "opportunities.picked"
        width: root.width
        roundTop: true
        roundBottom: true
        implicitHeight: column.implicitHeight + 20
        Accessible.role: Accessible.Button
        Accessible.name: root.name + ", " + root.product + ", " + root.distance
        onClicked: root.clicked()

        Column {
            id: column

            x: 16
            y: 10
            width: parent.width - 32
            spacing: 2

            Row {
                width: parent.width
                spacing: 10

                Badge {
                    id: number

                    anchors.verticalCenter: parent.verticalCenter
                    tone: root.kind === NearnessRing.Due ? Badge.Due : Badge.Info
                    text: root.index + 1
                }
                Line {
                    width: parent.width - number.width - 10
                    leading: root.name
                    trailing: root.distance
                    strongLeading: true
                }
            }
            Line {
                width: parent.width
                leading: root.product
                trailing: qsTr("most likely %1").arg(root.mostLikely)
                strongTrailing: true
            }
            MiniWindow {
                width: parent.width
                p10: root.p10
                p50: root.p50
                p90: root.p90
                Accessible.ignored: true
            }
        }
    }
}
