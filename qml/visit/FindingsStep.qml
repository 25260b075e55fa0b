pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Shell
import Turnus.Visit

// What the technician noticed: words, place, grade. What is typed is kept; it counts once it is saved.
StepFrame {
    id: root

    readonly property FindingsViewModel findings: viewModel.findings

    function proceed(): bool {
        return findings.save();
    }

    objectName: "findings"
    bar.helperIcon: "cam"
    bar.helperLabel: qsTr("Add a photo")
    onHelperClicked: {
        if (findings.save())
            viewModel.openStep = VisitViewModel.Photos;
    }

    Card {
        width: parent.width
        padding: 0
        visible: root.findings.count > 0

        Repeater {
            model: root.findings.findings

            ListRow {
                required property int index
                required property string what
                required property string place
                required property int grade

                width: parent.width
                separated: index > 0
                pressable: false
                iconName: "warn"
                title: what
                subtitle: place
                value: grade > 0 ? qsTr("Grade %1").arg(grade) : ""
            }
        }
    }
    SectionHeader {
        width: parent.width
        text: qsTr("Finding %1").arg(root.findings.count + 1)
        actionText: root.findings.what.trim() !== "" ? qsTr("Another finding") : ""
        actionIcon: "plus"
        onActionClicked: root.findings.save()
    }
    AppTextField {
        objectName: "findings.what"
        width: parent.width
        label: qsTr("What")
        text: root.findings.what
        onTextEdited: root.findings.what = text
    }
    AppTextField {
        objectName: "findings.place"
        width: parent.width
        label: qsTr("Where")
        text: root.findings.place
        onTextEdited: root.findings.place = text
    }
    SectionHeader {
        width: parent.width
        text: qsTr("Condition")
    }
    GradePicker {
        objectName: "findings.grade"
        width: parent.width
        grade: root.findings.grade
        onPicked: grade => root.findings.grade = grade
    }
    RemovalCard {
        objectName: "findings.gone"
        width: parent.width
        visible: removal.gone
        removal: root.viewModel.dueNote.removal
        onCorrected: removalSheet.show()
        onFollowed: assetId => Session.navigator.open("asset", assetId, root.viewModel.visitId)
    }
    Card {
        width: parent.width
        padding: 0
        visible: !root.viewModel.dueNote.removal.gone

        ListRow {
            objectName: "findings.remove"
            width: parent.width
            iconName: "flag"
            title: qsTr("Unit is gone")
            subtitle: qsTr("Failed, replaced, or a competitor's unit")
            chevron: true
            onClicked: {
                if (root.findings.save())
                    removalSheet.show();
            }
        }
    }
    RemovalSheet {
        id: removalSheet

        removal: root.viewModel.dueNote.removal
        unit: root.viewModel.subtitle
    }
}
