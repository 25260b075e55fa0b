pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Visit

// The checklist: each answer is saved when it is given.
StepFrame {
    id: root

    // A value that was typed before the app was killed is shown, but counts only now.
    function proceed(): bool {
        let fine = true;
        for (let row = 0; row < items.count; ++row)
            fine = enter(row) && fine;
        return fine;
    }
    function enter(row: int): bool {
        const fine = viewModel.checklist.accept(row);
        (items.itemAt(row) as ChecklistItem).accepted(fine);
        return fine;
    }

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
            id: items

            model: root.viewModel.checklist

            ChecklistItem {
                required property int index

                objectName: "check." + index
                width: parent.width
                separated: index > 0
                onAnswerPicked: answer => root.viewModel.checklist.answer(index, answer)
                onNoteEdited: note => root.viewModel.checklist.setNote(index, note)
                onTyped: text => root.viewModel.checklist.type(index, text)
                onEntered: root.enter(index)
            }
        }
    }
}
