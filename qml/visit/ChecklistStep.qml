pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Visit

// The checklist: each answer is saved when it is given.
StepFrame {
    id: root

    objectName: "checklist"

    SectionHeader {
        width: parent.width
        text: qsTr("Checklist")
        detail: root.viewModel.checklist.progressText
    }
    Card {
        width: parent.width
        padding: 0

        Repeater {
            model: root.viewModel.checklist

            ChecklistItem {
                required property int index

                objectName: "check." + index
                width: parent.width
                separated: index > 0
                onAnswerPicked: answer => root.viewModel.checklist.answer(index, answer)
                onNoteEdited: note => root.viewModel.checklist.setNote(index, note)
                onTyped: text => root.viewModel.checklist.type(index, text)
                onEntered: accepted(root.viewModel.checklist.accept(index))
            }
        }
    }
}
