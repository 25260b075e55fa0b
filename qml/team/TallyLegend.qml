pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// What the colours mean, and that the order is no ranking.
Flow {
    id: root

    readonly property var entries: [[Theme.ok, qsTr("approved")], [Theme.dueFill, qsTr("noted")]]

    spacing: 20

    Repeater {
        model: root.entries

        Row {
            id: entry

            required property var modelData

            spacing: 8

            Rectangle {
                anchors.verticalCenter: parent.verticalCenter
                width: 10
                height: 10
                radius: 5
                color: entry.modelData[0]
            }
            AppText {
                role: AppText.Cap
                text: entry.modelData[1]
            }
        }
    }
    AppText {
        role: AppText.Cap
        text: qsTr("By name, no ranking")
    }
}
