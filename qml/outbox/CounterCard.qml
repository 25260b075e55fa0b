pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Here only, sent, confirmed: three counts on the way to the server.
Card {
    id: root

    required property int here
    required property int sent
    required property int confirmed

    padding: 12

    Row {
        width: parent.width

        Repeater {
            model: [root.here, root.sent, root.confirmed]

            Item {
                id: step

                required property int index
                required property int modelData

                objectName: "outbox.count." + index
                width: root.width > 0 ? (root.width - 24) / 3 : 0
                height: column.implicitHeight
                Accessible.role: Accessible.StaticText
                Accessible.name: modelData + " " + ring.longWord

                Column {
                    id: column

                    width: parent.width
                    spacing: 4

                    SyncRing {
                        id: ring

                        anchors.horizontalCenter: parent.horizontalCenter
                        size: 32
                        syncState: step.index
                    }
                    AppText {
                        objectName: step.objectName + ".number"
                        anchors.horizontalCenter: parent.horizontalCenter
                        role: AppText.H2
                        tab: true
                        text: step.modelData
                        Accessible.ignored: true
                    }
                    AppText {
                        x: 8
                        width: parent.width - 16
                        role: AppText.Cap
                        text: ring.longWord
                        horizontalAlignment: Text.AlignHCenter
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                }
                Icon {
                    x: -width / 2
                    y: 6
                    visible: step.index > 0
                    name: "chev"
                    size: 20
                    color: Theme.ink2
                }
            }
        }
    }
}
