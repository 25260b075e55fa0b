pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

Phone {
    id: root

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Today")
        subtitle: qsTr("Tue, 14 October")

        IconButton {
            iconName: "find"
            label: qsTr("Search")
        }
        SyncChip {
            syncState: SyncRing.Local
            count: 3
        }
    }
    Column {
        x: 16
        y: bar.height + 8
        width: parent.width - 32
        spacing: 8

        HeroCard {
            width: parent.width

            Item {
                width: parent.width
                height: 24

                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    role: AppText.Label
                    text: qsTr("Next up")
                    color: Theme.inkOnHero2
                }
                Badge {
                    anchors.right: parent.right
                    tone: Badge.OnHero
                    iconName: "tick"
                    text: qsTr("Ready offline")
                }
            }
            AppText {
                role: AppText.Display
                text: "10:30–11:30"
                color: Theme.inkOnHero
            }
            AppText {
                role: AppText.H2
                text: "Hotel Musterhof"
                color: Theme.inkOnHero
            }
            AppText {
                role: AppText.Sub
                text: "Musterstraße 12, Musterstadt"
                color: Theme.inkOnHero2
            }
        }
        SectionHeader {
            width: parent.width
            text: qsTr("The day")
            detail: qsTr("2 of 5 done")
        }
        Timeline {
            width: parent.width
            model: ListModel {
                ListElement {
                    time: "08:00"
                    title: "Café Beispiel"
                    subtitle: "BK 420"
                    iconName: "wrench"
                    status: StepRow.Done
                    detail: ""
                    syncState: SyncRing.Confirmed
                }
                ListElement {
                    time: "09:00"
                    title: "Bäckerei Probe"
                    subtitle: "BK 380"
                    iconName: "wrench"
                    status: StepRow.Done
                    detail: ""
                    syncState: SyncRing.Local
                }
                ListElement {
                    time: "10:30"
                    title: "Hotel Musterhof"
                    subtitle: "BK 420"
                    iconName: "go"
                    status: StepRow.Now
                    detail: "9 min"
                    syncState: -1
                }
                ListElement {
                    time: "12:45"
                    title: "Kantine Testwerk"
                    subtitle: "GR 55"
                    iconName: "wrench"
                    status: StepRow.Todo
                    detail: "55 min"
                    syncState: -1
                }
                ListElement {
                    time: "14:30"
                    title: "Kanzlei Exempel"
                    subtitle: "GR 55"
                    iconName: "truck"
                    status: StepRow.Todo
                    detail: "45 min"
                    syncState: -1
                }
            }
        }
    }
    BottomActionBar {
        anchors.bottom: nav.top
        width: parent.width
        helperFirst: false
        helperIcon: "phone"
        helperLabel: qsTr("Call")
        primaryText: qsTr("Set off")
        primaryIcon: "go"
    }
    NavBar {
        id: nav

        anchors.bottom: parent.bottom
        width: parent.width
        line: false
        currentKey: "today"
        items: places.items
    }
    TechnicianPlaces {
        id: places
    }
}
