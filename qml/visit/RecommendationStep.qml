pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Care
import Turnus.Controls
import Turnus.Shell
import Turnus.Visit

// What the forecast says of the unit and why; the due note; and what follows from it: proposal, brochure, referral.
StepFrame {
    id: root

    readonly property DueNoteViewModel note: viewModel.dueNote

    function openPage(key: string) {
        Session.navigator.open(key, viewModel.assetId, viewModel.visitId);
    }

    objectName: "recommendation"
    bar.helperText: note.recorded || note.removal.gone ? "" : qsTr("Due note")
    onHelperClicked: sheet.open()

    Timer {
        // The sheet opens over the window: once this stands in one, and not over a page that covers this one. What is
        // asked for meanwhile is asked for on the way back; what was closed there is not asked for again.
        property bool done: false

        interval: 0
        running: root.visible && root.note.asked && !done
        onTriggered: {
            done = true;
            sheet.open();
        }
    }
    ComplaintBanner {
        objectName: "recommendation.complaint"
        width: parent.width
        complaint: root.note.complaint
    }
    RemovalCard {
        objectName: "recommendation.gone"
        width: parent.width
        visible: root.note.removal.gone
        removal: root.note.removal
        onCorrected: removalSheet.show()
        onFollowed: assetId => Session.navigator.open("asset", assetId, root.viewModel.visitId)
    }
    Card {
        width: parent.width
        padding: 0
        topPadding: 16
        bottomPadding: 12
        visible: root.note.known

        Column {
            x: 16
            width: parent.width - 32
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
                p10: root.note.p10
                p50: root.note.p50
                p90: root.note.p90
                span: Math.max(18, root.note.p90 * 1.1)
                sentence: root.note.sentence
            }
        }
        Repeater {
            model: root.note.reasons

            ReasonRow {
                required property int index

                objectName: "recommendation.reason." + index
                width: parent ? parent.width : 0
                onClicked: {
                    root.note.showEvidence(index);
                    evidenceSheet.open();
                }
            }
        }
        AppText {
            x: 16
            width: parent.width - 32
            role: AppText.Cap
            text: root.note.confidence
            wrapMode: Text.Wrap
        }
    }
    Card {
        width: parent.width
        padding: 0
        visible: !root.note.removal.gone

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
            visible: Session.navigator.has("proposal") && !root.note.complaint.open
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
            visible: Session.navigator.has("referral") && (root.note.referred || !root.note.complaint.open)
            separated: true
            iconName: root.note.referred ? "check" : "send"
            title: qsTr("Hand over to sales")
            subtitle: root.note.referred ? qsTr("Handed over") : qsTr("With interest and consent")
            chevron: true
            onClicked: root.openPage("referral")
        }
        ListRow {
            objectName: "recommendation.complaints"
            width: parent.width
            visible: root.note.complaint.open && Session.navigator.has("customer")
            separated: true
            iconName: "chat"
            title: qsTr("To the complaint")
            subtitle: root.note.complaint.summary
            chevron: true
            onClicked: Session.navigator.open("customer", root.viewModel.customerId, root.viewModel.visitId)
        }
        ListRow {
            objectName: "recommendation.remove"
            width: parent.width
            separated: true
            iconName: "flag"
            title: qsTr("Unit is gone")
            subtitle: qsTr("Failed, replaced, or a competitor's unit")
            chevron: true
            onClicked: removalSheet.show()
        }
    }
    EvidenceSheet {
        id: evidenceSheet

        evidence: root.note.facts
    }
    RemovalSheet {
        id: removalSheet

        removal: root.note.removal
        unit: root.viewModel.subtitle
    }
    DueNoteSheet {
        id: sheet

        viewModel: root.viewModel
    }
}
