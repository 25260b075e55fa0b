pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// One chance: who and what, how far, when most likely, its due window, the evidence or what sales makes of it.
CardRow {
    id: root

    required property int index
    required property real assetId
    required property real leadId
    required property string section
    required property string name
    required property string product
    required property string distance
    required property string mostLikely
    required property real p10
    required property real p50
    required property real p90
    required property string badgeText
    required property string badgeIcon
    required property int badgeTone
    required property string note
    required property int syncState

    signal clicked

    function spoken(): string {
        let words = name + ", " + product;
        for (const part of [distance, qsTr("most likely %1").arg(mostLikely), badgeText, note]) {
            if (part !== "")
                words += ", " + part;
        }
        return words;
    }

    heading: section
    bodyHeight: row.implicitHeight

    RowBase {
        id: row

        objectName: "opportunity." + root.index
        width: root.width
        roundTop: root.first
        roundBottom: root.last
        implicitHeight: column.implicitHeight + 20
        Accessible.role: Accessible.Button
        Accessible.name: root.spoken()
        onClicked: root.clicked()

        Column {
            id: column

            x: 16
            y: 10
            width: parent.width - 32
            spacing: 2

            Line {
                width: parent.width
                leading: root.name
                trailing: root.distance
                strongLeading: true
            }
            Line {
                width: parent.width
                leading: root.product
                trailing: root.mostLikely
                strongTrailing: true
            }
            MiniWindow {
                width: parent.width
                p10: root.p10
                p50: root.p50
                p90: root.p90
                Accessible.ignored: true
            }
            Item {
                width: parent.width
                height: Math.max(badge.height, note.height) + 4

                Badge {
                    id: badge

                    y: 4
                    width: Math.min(implicitWidth, parent.width * 0.62)
                    text: root.badgeText
                    iconName: root.badgeIcon
                    tone: root.badgeTone
                }
                SyncLabel {
                    anchors.right: parent.right
                    anchors.verticalCenter: badge.verticalCenter
                    visible: root.syncState >= 0
                    syncState: Math.max(0, root.syncState)
                }
                AppText {
                    id: note

                    anchors.right: parent.right
                    anchors.verticalCenter: badge.verticalCenter
                    width: Math.min(implicitWidth, parent.width - badge.width - 8)
                    visible: root.syncState < 0
                    role: AppText.Sub
                    text: root.note
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
            }
        }
    }
}
