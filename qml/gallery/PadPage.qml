pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A reading, a sheet over a page and a question, as they stand on a handheld.
Rectangle {
    id: root

    implicitWidth: 840
    implicitHeight: 860
    color: Theme.line

    Phone {
        AppBar {
            id: bar

            width: parent.width
            sub: true
            title: qsTr("Readings")
            subtitle: qsTr("BK 420 · step 2 of 8")

            SyncChip {
                syncState: SyncRing.Local
            }
        }
        NumberDisplay {
            x: 16
            y: bar.height
            width: parent.width - 32
            label: qsTr("Cup counter")
            detail: qsTr("last 198,640 on 16 April")
            text: pad.text
            side: Sparkline {
                points: [Qt.point(0, 0), Qt.point(0.33, 0.3), Qt.point(0.66, 0.66), Qt.point(1, 0.96)]
                expectedLow: 0.9
                expectedHigh: 1
            }

            Banner {
                width: parent.width
                compact: true
                tone: Banner.Ok
                lead: qsTr("Fits:")
                text: qsTr("15,740 more in 181 days, about 87 a day. Expected were 213,200 to 215,600.")
            }
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: pad.height + 25
            color: Theme.ground

            Rectangle {
                width: parent.width
                height: 1
                color: Theme.line
            }
            NumberPad {
                id: pad

                x: 16
                y: 13
                width: parent.width - 32
                text: "214380"
                photo: true
                steps: true
            }
        }
    }
    Phone {
        x: 428

        Column {
            x: 16
            y: 16
            width: parent.width - 32
            spacing: 12

            Gauge {
                size: 120
                value: 0
            }
            ForecastAxis {
                width: parent.width
                p10: 0
                p50: 1.2
                p90: 3
                p10Label: qsTr("Oct.")
                p50Label: qsTr("Nov. 2025")
                p90Label: qsTr("Jan. 26")
                tickMonths: [2.5, 5.5, 8.5, 11.5, 14.5]
                tickLabels: [qsTr("Jan. 26"), qsTr("Apr."), qsTr("July"), qsTr("Oct."), qsTr("Jan. 27")]
            }
            ForecastAxis {
                width: parent.width
                p10: 1.5
                p50: 4
                p90: 20
                p10Label: qsTr("Nov.")
                p50Label: qsTr("Feb. 2026")
                p90Label: "2027"
            }
            EmptyState {
                width: parent.width
                framed: false
                iconName: "check"
                iconColor: Theme.ok
                title: qsTr("Everything is confirmed")
                text: qsTr("The next appointment is tomorrow at 08:00.")
                actionText: qsTr("Show")
            }
        }
    }
    AppDialog {
        id: question

        title: qsTr("End the presentation?")
        text: qsTr("The customer's interest is saved.")
        acceptText: qsTr("End")
        rejectText: qsTr("Go on")
        y: 560
    }

    // once the page stands in its window
    Timer {
        running: true
        interval: 0
        onTriggered: question.open()
    }
}
