pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Asset
import Turnus.Care
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// The due note: verdict, by when, by what signs, and whether the customer knows. Every tap is kept; the bar saves.
Sheet {
    id: root

    required property VisitViewModel viewModel
    readonly property DueNoteViewModel note: viewModel.dueNote
    readonly property bool leadsOn: note.verdict === 2 && !note.complaint.open && Session.navigator.has("proposal")

    title: qsTr("Due note: %1").arg(viewModel.subtitle.split(" · ")[1] ?? "")
    subtitle: qsTr("Three taps will do. Saved here.")
    contentSpacing: 8
    footer: BottomActionBar {
        objectName: "due.actions"
        primaryText: root.leadsOn ? qsTr("Continue: proposal") : qsTr("Save the note")
        primaryTrailingIcon: root.leadsOn ? "fwd" : ""
        primaryBlockedReason: root.note.missing
        helperText: root.leadsOn && root.note.missing === "" ? qsTr("Note only") : ""
        onHelperClicked: {
            if (root.note.save())
                root.close();
        }
        onPrimaryClicked: {
            if (!root.note.save())
                return;
            root.close();
            if (root.leadsOn)
                Session.navigator.open("proposal", root.viewModel.assetId, root.viewModel.visitId);
        }
    }

    ComplaintBanner {
        objectName: "due.complaint"
        width: parent.width
        complaint: root.note.complaint
    }
    AppText {
        role: AppText.Label
        text: qsTr("Your verdict")
    }
    Repeater {
        model: [qsTr("Runs on well"), qsTr("A repair is worth it"), qsTr("Plan a replacement")]

        AppRadioButton {
            id: verdict

            required property int index
            required property string modelData

            objectName: "due.verdict." + index
            width: parent.width
            boxed: true
            text: modelData
            checked: root.note.verdict === index
            onToggled: root.note.verdict = verdict.index
        }
    }
    Item {
        width: parent.width
        height: 24
        visible: root.note.verdict === 2

        AppText {
            anchors.bottom: parent.bottom
            role: AppText.Label
            text: qsTr("By when?")
        }
        AppText {
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            role: AppText.Sub
            text: qsTr("Forecast: %1").arg(root.note.p50Text)
        }
    }
    Flow {
        width: parent.width
        spacing: 8
        visible: root.note.verdict === 2

        T.ButtonGroup {
            id: horizons

            exclusive: true
        }
        Repeater {
            model: [3, 6, 9, 0]

            Chip {
                id: horizon

                required property int modelData

                objectName: "due.horizon." + modelData
                text: modelData > 0 ? qsTr("%1 mo.").arg(modelData) : qsTr("later")
                checked: root.note.horizon === modelData
                T.ButtonGroup.group: horizons
                onClicked: root.note.horizon = horizon.modelData
            }
        }
    }
    AppText {
        topPadding: 8
        bottomPadding: 0
        role: AppText.Label
        text: qsTr("What shows it?")
    }
    Flow {
        width: parent.width
        spacing: 8

        Repeater {
            model: [{
                    "sign": DueNoteViewModel.Grade,
                    "text": root.note.gradeSign
                }, {
                    "sign": DueNoteViewModel.RepairCost,
                    "text": qsTr("Cost of repairs")
                }, {
                    "sign": DueNoteViewModel.PartsEnd,
                    "text": qsTr("Parts run out")
                }, {
                    "sign": DueNoteViewModel.Other,
                    "text": qsTr("Something else")
                }]

            Chip {
                id: sign

                required property var modelData

                objectName: "due.sign." + modelData.sign
                text: modelData.text
                checked: (root.note.signs & modelData.sign) !== 0
                onClicked: root.note.signs = root.note.signs ^ sign.modelData.sign
            }
        }
    }
    AppText {
        topPadding: 8
        bottomPadding: 0
        visible: informed.visible
        role: AppText.Label
        text: qsTr("Does the customer know?")
    }
    SegmentedControl {
        id: informed

        objectName: "due.informed"
        width: parent.width
        visible: !root.note.complaint.open
        options: [qsTr("Yes, discussed"), qsTr("Not yet")]
        currentIndex: root.note.informed < 0 ? -1 : 1 - root.note.informed
        onActivated: index => root.note.informed = 1 - index
    }
    AppText {
        visible: reasons.count > 0
        topPadding: 8
        role: AppText.Label
        text: qsTr("Why the forecast says so")
    }
    Card {
        width: parent.width
        padding: 0
        visible: reasons.count > 0

        Repeater {
            id: reasons

            model: root.note.reasons

            ReasonRow {
                required property int index

                objectName: "due.reason." + index
                width: parent ? parent.width : 0
                separated: index > 0
                onClicked: {
                    root.note.showEvidence(index);
                    facts.open();
                }
            }
        }
    }
    EvidenceSheet {
        id: facts

        evidence: root.note.facts
    }
    Row {
        spacing: 8
        visible: root.note.evidence !== ""

        Icon {
            name: "cam"
            size: 20
            color: Theme.primary
        }
        AppText {
            role: AppText.Sub
            text: root.note.evidence
        }
    }
}
