pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Outbox
import Turnus.Theme

// What waits for the server, by what it is about, and its photos and reports.
Card {
    id: root

    required property OutboxViewModel viewModel

    padding: 0

    Repeater {
        model: root.viewModel.subjects

        ListRow {
            id: subject

            required property int index
            required iconName
            required property string kinds
            required property int how
            required property int waiting

            objectName: "outbox.subject." + index
            width: root.width
            separated: index > 0
            pressable: false
            subtitle: kinds
            iconColor: Theme.ink2
            Accessible.description: label.text

            SyncLabel {
                id: label

                syncState: subject.how
                count: subject.waiting
            }
        }
    }
    ListRow {
        objectName: "outbox.files"
        width: root.width
        visible: root.viewModel.files !== ""
        separated: root.viewModel.subjectCount > 0
        pressable: false
        iconName: "cam"
        iconColor: Theme.ink2
        title: root.viewModel.filesTitle
        subtitle: root.viewModel.files

        SyncLabel {
            syncState: root.viewModel.filesHeldBack ? SyncRing.Held : SyncRing.Local
            text: root.viewModel.filesWaiting
        }
    }
}
