pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Column {
    id: root

    spacing: 24

    Group {
        width: root.width
        title: qsTr("Step and row")

        Card {
            width: parent.width
            padding: 0

            StepRow {
                width: root.width
                roundTop: true
                number: 5
                title: qsTr("Photos")
                subtitle: qsTr("14 of 15 confirmed")
                status: StepRow.Done
                syncState: SyncRing.Sent
            }
            StepRow {
                width: root.width
                separated: true
                number: 6
                title: qsTr("Referral")
                subtitle: qsTr("under way")
                status: StepRow.Now
            }
            StepRow {
                width: root.width
                separated: true
                number: 7
                title: qsTr("Customer survey")
                subtitle: qsTr("open, voluntary")
            }
            StepRow {
                width: root.width
                separated: true
                roundBottom: true
                number: 8
                title: qsTr("Signature")
                subtitle: qsTr("Missing: meter reading")
                status: StepRow.Blocked
            }
        }
    }
    Group {
        width: root.width
        title: qsTr("Notice")

        Banner {
            width: parent.width
            tone: Banner.Ok
            lead: qsTr("Fits:")
            text: qsTr("about 87 a day.")
        }
        Banner {
            width: parent.width
            tone: Banner.Due
            lead: qsTr("Please check:")
            text: qsTr("340 a day, otherwise 87.")
        }
        Banner {
            width: parent.width
            tone: Banner.Danger
            lead: qsTr("Not saved:")
            text: qsTr("The memory is full.")
        }
        Banner {
            width: parent.width
            iconName: "nonet"
            text: qsTr("No network since 12:09. Go on working.")
        }
        SnackbarFace {
            width: parent.width
            text: qsTr("Note saved")
            actionText: qsTr("Undo")
        }
    }
    Group {
        width: root.width
        title: qsTr("Honest advice: still locked")

        ReferralGuard {
            width: parent.width
            findingDone: true
            repairDone: true
            photoDone: false
        }
    }
    Group {
        width: root.width
        title: qsTr("Empty, loading, error")

        EmptyState {
            width: parent.width
            title: qsTr("Nothing is due today")
            text: qsTr("Next window: Canteen Testwerk, January")
        }
        LoadingSkeleton {
            width: parent.width
            text: qsTr("Only at the first loading, otherwise from the device at once")
        }
        ErrorState {
            width: parent.width
            title: qsTr("The picture cannot be opened")
            code: "B-17"
            actionText: qsTr("New photo")
        }
    }
}
