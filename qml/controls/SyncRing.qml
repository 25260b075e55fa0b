pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// How far something is on its way. state: SyncRing.Local (0, on this device only), Sent (1), Confirmed (2, by the
// server), Held (3, set aside), Choose (4, a person has to choose). size 20 or 16. Always with words: use SyncLabel.
// shortWord, longWord, tone: what goes with the ring.
Icon {
    id: root

    enum SyncState {
        Local,
        Sent,
        Confirmed,
        Held,
        Choose
    }

    property int syncState: SyncRing.Local
    readonly property string shortWord: [qsTr("here only"), qsTr("sent"), qsTr("confirmed"), qsTr("set aside"), qsTr("please choose")][syncState]
    readonly property string longWord: [qsTr("on this device only"), qsTr("sent"), qsTr("confirmed by the server"), qsTr("set aside"), qsTr("please choose")][syncState]
    readonly property color tone: [Theme.local, Theme.primary, Theme.ok, Theme.due, Theme.danger][syncState]

    size: 20
    name: ["sync-local", "sync-sent", "sync-confirmed", "sync-held", "sync-choose"][syncState]
    color: tone
}
