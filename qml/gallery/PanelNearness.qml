pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Phone {
    id: root

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Leads")

        SyncChip {
            syncState: SyncRing.Sent
            count: 2
        }
    }
    Column {
        x: 16
        y: bar.height
        width: parent.width - 32
        spacing: 8

        NearnessRing {
            width: parent.width
            pickedIndex: 0
            route: [Qt.point(3.1, 62), Qt.point(6.2, 118)]
            model: ListModel {
                ListElement {
                    name: "Kantine Testwerk"
                    distanceKm: 3.1
                    bearing: 62
                    kind: NearnessRing.Due
                }
                ListElement {
                    name: "Kanzlei Exempel"
                    distanceKm: 6.2
                    bearing: 118
                    kind: NearnessRing.Due
                }
                ListElement {
                    name: "Bäckerei Probe"
                    distanceKm: 5.4
                    bearing: 308
                    kind: NearnessRing.AtSales
                }
                ListElement {
                    name: "Gasthof Vorlage"
                    distanceKm: 8.7
                    bearing: 236
                    kind: NearnessRing.AtSales
                }
                ListElement {
                    name: "Praxis Platzhalter"
                    distanceKm: 7.4
                    bearing: 22
                    kind: NearnessRing.Due
                }
            }
        }
        Card {
            width: parent.width
            padding: 12
            spacing: 4

            AppText {
                role: AppText.Strong
                text: "Kantine Testwerk"
            }
            MiniWindow {
                width: parent.width
                p10: 1
                p50: 3
                p90: 7
            }
        }
        SnackbarFace {
            width: parent.width
            text: qsTr("Note saved")
            actionText: qsTr("Undo")
        }
    }
    NavBar {
        anchors.bottom: parent.bottom
        width: parent.width
        currentKey: "leads"
        items: places.items
    }
    TechnicianPlaces {
        id: places

        Component.onCompleted: items[1].count = 3
    }
}
