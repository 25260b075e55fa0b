pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Gauge, axis, course")

        Card {
            width: parent.width

            Item {
                width: parent.width
                height: 92

                Gauge {
                    value: 0.42
                }
                Gauge {
                    anchors.horizontalCenter: parent.horizontalCenter
                    value: 0.86
                }
                Gauge {
                    anchors.right: parent.right
                    value: 1.04
                }
            }
        }
        Card {
            width: parent.width
            topPadding: 12
            bottomPadding: 8

            ForecastAxis {
                width: 348
                p10: 4
                p50: 9
                p90: 15
                p10Label: qsTr("Feb.")
                p50Label: qsTr("July 2026")
                p90Label: qsTr("Jan.")
                tickMonths: [2.5, 5.5, 8.5, 11.5, 14.5]
                tickLabels: [qsTr("Jan. 26"), qsTr("Apr."), qsTr("July"), qsTr("Oct."), qsTr("Jan. 27")]
            }
        }
        Card {
            width: parent.width

            MiniWindow {
                width: 346
                p10: 4
                p50: 9
                p90: 15
            }
            AppText {
                topPadding: 4
                role: AppText.Cap
                text: qsTr("Short form: today, window P10–P90, line P50")
            }
            Item {
                width: 1
                height: 12
            }
            Row {
                spacing: 12

                Sparkline {
                    width: 150
                    points: [Qt.point(0, 0), Qt.point(0.167, 0.168), Qt.point(0.333, 0.339), Qt.point(0.5, 0.5), Qt.point(0.667, 0.656), Qt.point(0.833, 0.82), Qt.point(1, 0.988)]
                    expectedLow: 0.96
                    expectedHigh: 1
                }
                AppText {
                    anchors.verticalCenter: parent.verticalCenter
                    role: AppText.Cap
                    text: qsTr("Last point with what was expected")
                }
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Bonus row")

        Card {
            width: parent.width
            padding: 0

            LedgerRow {
                width: root.width
                roundTop: true
                iconName: "cup"
                title: qsTr("Purchase BK 620")
                detail: qsTr("Rule 4.2, version 7")
                cents: 11900
            }
            LedgerRow {
                width: root.width
                separated: true
                iconName: "shield"
                iconTone: Badge.Ok
                title: qsTr("Contract Plus")
                detail: qsTr("Exempel law firm")
                cents: 4000
                status: LedgerRow.Released
            }
            LedgerRow {
                width: root.width
                separated: true
                iconName: "euro"
                iconTone: Badge.Info
                title: qsTr("September")
                detail: qsTr("8 entries")
                cents: 21450
                status: LedgerRow.Paid
            }
            LedgerRow {
                width: root.width
                separated: true
                iconName: "flag"
                iconTone: Badge.Danger
                title: qsTr("Purchase BK 520")
                detail: qsTr("Share 40 %")
                cents: 3560
                status: LedgerRow.Disputed
            }
            LedgerRow {
                width: root.width
                separated: true
                roundBottom: true
                iconName: "undo"
                iconTone: Badge.Danger
                title: qsTr("Reversal grinder")
                detail: qsTr("announced 18 Sept.")
                cents: -2400
                status: LedgerRow.Released
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Bottom bar, navigation")

        Rectangle {
            width: parent.width
            height: bars.height + 2
            radius: Theme.radiusCard
            color: Theme.surface
            border.width: 1
            border.color: Theme.line

            Column {
                id: bars

                x: 1
                y: 1
                width: parent.width - 2

                BottomActionBar {
                    width: parent.width
                    line: false
                    color: "transparent"
                    helperIcon: "cam"
                    helperLabel: qsTr("Photo")
                    primaryText: qsTr("Next")
                    primaryTrailingIcon: "fwd"
                }
                NavBar {
                    width: parent.width
                    line: false
                    color: "transparent"
                    currentKey: "today"
                    items: places.items
                }
            }
        }
        TechnicianPlaces {
            id: places
        }
    }
    Group {
        width: root.width
        title: qsTr("Conflict: a person chooses")

        Row {
            spacing: 8

            ConflictPick {
                width: (root.width - 8) / 2
                caption: qsTr("You, 09:52")
                value: "0123 555-0142"
                checked: true
            }
            ConflictPick {
                width: (root.width - 8) / 2
                caption: qsTr("Office, 09:47")
                value: "0123 555-0124"
            }
        }
    }
}
