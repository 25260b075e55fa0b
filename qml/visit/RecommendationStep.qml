pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// What the forecast says of the unit and why; the due note; and what follows from it: proposal, brochure, referral.
StepFrame {
    id: root

    readonly property DueNoteViewModel note: viewModel.dueNote

    function openPage(key: string) {
        Session.navigator.open(key, viewModel.assetId, viewModel.visitId);
    }

    objectName: "recommendation"
    bar.helperText: note.recorded ? "" : qsTr("Due note")
    onHelperClicked: sheet.open()

    Timer {
        // the sheet opens over the window: once this stands in one
        interval: 0
        running: root.note.near && !root.note.recorded
        onTriggered: sheet.open()
    }
    Card {
        width: parent.width
        spacing: 8

        AppText {
            objectName: "recommendation.sentence"
            width: parent.width
            role: AppText.H3
            text: root.note.sentence
            wrapMode: Text.Wrap
        }
        MiniWindow {
            width: parent.width
            visible: root.note.known
            p10: root.note.p10
            p50: root.note.p50
            p90: root.note.p90
            span: Math.max(18, root.note.p90 * 1.1)
            sentence: root.note.sentence
        }
        Repeater {
            model: root.note.reasons

            Row {
                id: reason

                required property string modelData

                width: parent.width
                spacing: 8

                Icon {
                    name: "chance"
                    size: 20
                    color: Theme.due
                }
                AppText {
                    width: parent.width - 28
                    role: AppText.Sub
                    text: reason.modelData
                    wrapMode: Text.Wrap
                }
            }
        }
        AppText {
            width: parent.width
            role: AppText.Cap
            text: root.note.confidence
            wrapMode: Text.Wrap
        }
    }
    Card {
        width: parent.width
        padding: 0

        ListRow {
            objectName: "recommendation.note"
            width: parent.width
            iconName: root.note.recorded ? "check" : "pen"
            title: qsTr("Due note")
            subtitle: root.note.recorded ? root.note.recordedText : qsTr("Three taps, saved here")
            chevron: true
            onClicked: sheet.open()
        }
        ListRow {
            objectName: "recommendation.proposal"
            width: parent.width
            visible: Session.navigator.has("proposal")
            separated: true
            iconName: "scale"
            title: qsTr("Proposal")
            subtitle: qsTr("Good, better, best beside the repair")
            chevron: true
            onClicked: root.openPage("proposal")
        }
        ListRow {
            objectName: "recommendation.referral"
            width: parent.width
            visible: Session.navigator.has("referral")
            separated: true
            iconName: root.note.referred ? "check" : "send"
            title: qsTr("Hand over to sales")
            subtitle: root.note.referred ? qsTr("Handed over") : qsTr("With interest and consent")
            chevron: true
            onClicked: root.openPage("referral")
        }
    }
    DueNoteSheet {
        id: sheet

        viewModel: root.viewModel
    }
}
