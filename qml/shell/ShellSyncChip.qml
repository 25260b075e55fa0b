pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell

// The weakest state of what this device has to send, for a page's app bar; opens the outbox.
SyncChip {
    id: root

    readonly property SyncFace sync: Session.sync

    objectName: "syncChip"
    syncState: sync.conflictCount > 0 ? SyncRing.Choose : sync.heldCount > 0 ? SyncRing.Held : sync.pendingCount > 0 ? SyncRing.Local : sync.sentCount > 0 ? SyncRing.Sent : SyncRing.Confirmed
    count: [sync.pendingCount, sync.sentCount, 0, sync.heldCount, sync.conflictCount][syncState]
    onClicked: {
        if (Session.navigator.has("outbox"))
            Session.navigator.open("outbox");
    }
}
