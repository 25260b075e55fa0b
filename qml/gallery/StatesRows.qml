pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Rows")

        Card {
            width: parent.width
            padding: 0

            ListRow {
                width: root.width
                roundTop: true
                iconName: "shield"
                title: qsTr("Contract Plus until 31 March 2026")
                subtitle: qsTr("Emergency service 8 h · warranty ended 03/2020")
                chevron: true
            }
            ListRow {
                width: root.width
                separated: true
                iconName: "doc"
                title: qsTr("Report Hotel Musterhof")
                subtitle: qsTr("with signature")
                syncState: SyncRing.Local
            }
            ListRow {
                width: root.width
                separated: true
                iconName: "box"
                iconColor: Theme.ink2
                title: qsTr("Part without a number")
                subtitle: qsTr("holds up nothing else")
                syncState: SyncRing.Held
            }
            ListRow {
                width: root.width
                separated: true
                title: qsTr("Milk cooler 4 l")
                subtitle: qsTr("Needed for milk drinks")
                value: "+ 640 €"
            }
            ListRow {
                width: root.width
                separated: true
                highlighted: true
                title: qsTr("Kantine Testwerk")
                value: "3,1 km"
                detail: qsTr("Jan. 2026")
            }
            ListRow {
                width: root.width
                separated: true
                roundBottom: true
                pressable: false
                title: qsTr("Dark theme")

                AppSwitch {
                    label: qsTr("Dark theme")
                }
            }
        }
        Card {
            width: parent.width
            padding: 0

            LedgerRow {
                width: root.width
                roundTop: true
                roundBottom: true
                iconName: "cup"
                title: qsTr("Purchase BK 620")
                detail: "Pension Mustertal"
                cents: 11900
                expanded: true
                lines: ["11.900 € × 1 % · 100 %", qsTr("Rule 4.2, version 7")]
                evidence: qsTr("Finding, 3 photos, order A-2291")
                waiting: qsTr("Since 11 Oct. with R. Vorlage")
            }
        }
        ConflictCard {
            width: parent.width
            title: qsTr("Please choose: phone")
            detail: "Hotel Musterhof"
            mineCaption: qsTr("You, 09:52")
            mine: "0123 555-0142"
            theirsCaption: qsTr("Office, 09:47")
            theirs: "0123 555-0124"
        }
        ReferralGuard {
            width: parent.width
            findingDone: true
            repairDone: true
            photoDone: true
        }
        Row {
            spacing: 8

            Repeater {
                model: 5

                PhotoTile {
                    required property int index

                    width: (root.width - 32) / 5
                    height: 56
                    source: index === 4 ? "qrc:/gallery/none.svg" : "qrc:/gallery/brew.svg"
                    label: qsTr("Brew group")
                    syncState: index
                    showWord: false
                    selected: index === 2
                }
            }
        }
        Row {
            spacing: 8

            SyncChip {
                syncState: SyncRing.Held
                count: 1
            }
            SyncChip {
                syncState: SyncRing.Choose
                count: 2
            }
        }
    }
}
