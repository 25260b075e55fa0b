pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Visit

// Report and signature; completes the visit. The customer draws, or his typed name stands for the signature.
StepFrame {
    id: root

    readonly property ReportViewModel report: viewModel.report

    // goes on when the report is saved
    function proceed(): bool {
        if (!report.completed)
            report.complete();
        return report.completed;
    }

    objectName: "signature"
    primaryText: report.completed ? qsTr("Done") : qsTr("Complete the visit")
    bar.primaryIcon: "tick"
    bar.primaryBlockedReason: report.completed ? "" : report.missing
    bar.hint: report.completed ? "" : report.busy ? qsTr("The report is being made …") : qsTr("Report and signature are saved together.")

    Connections {
        function onSaved() {
            root.viewModel.next();
        }

        target: root.report
    }
    ReportCard {
        width: parent.width
        report: root.report
        photos: root.viewModel.findings.photos
        onWholeClicked: Session.navigator.open("report", root.viewModel.visitId)
    }
    Banner {
        objectName: "signature.completed"
        width: parent.width
        visible: root.report.completed
        tone: Banner.Ok
        lead: qsTr("Completed.")
        text: root.viewModel.savedText
    }
    Column {
        width: parent.width
        visible: !root.report.completed
        spacing: 12

        SectionHeader {
            width: parent.width
            text: qsTr("Signature")
            actionText: root.report.typed ? qsTr("Draw instead") : box.signed ? qsTr("Start again") : qsTr("Type the name instead")
            actionIcon: root.report.typed || !box.signed ? "pen" : "undo"
            onActionClicked: {
                if (root.report.typed)
                    root.report.typed = false;
                else if (box.signed)
                    box.pad.clear();
                else
                    root.report.typed = true;
            }
        }
        SignatureBox {
            id: box

            objectName: "signature.box"
            width: parent.width
            visible: !root.report.typed
            signerName: root.report.signer
            Component.onCompleted: pad.strokes = root.report.strokes

            Connections {
                function onEdited() {
                    root.report.strokes = box.pad.strokes;
                }

                target: box.pad
            }
        }
        AppTextField {
            objectName: "signature.name"
            width: parent.width
            label: qsTr("Name of who signs")
            text: root.report.signer
            note: root.report.typed ? qsTr("The typed name stands for the signature.") : ""
            onTextEdited: root.report.signer = text
        }
        AppButton {
            objectName: "signature.suggestion"
            visible: root.report.suggestedSigner !== "" && root.report.signer === ""
            kind: AppButton.Tonal
            compact: true
            iconName: "user"
            text: root.report.suggestedSigner
            onClicked: root.report.signer = root.report.suggestedSigner
        }
        AppText {
            x: 4
            width: parent.width - 8
            role: AppText.Sub
            text: root.report.statement
            wrapMode: Text.Wrap
        }
    }
}
