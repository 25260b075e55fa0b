pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Ring and words. syncState: as SyncRing; full: "on this device only" instead of "here only"; count: before the words
// when more than one; text: other words.
Row {
    id: root

    required property int syncState
    property bool full: false
    property int count: 1
    property string text: (count > 1 ? count + " " : "") + (full ? ring.longWord : ring.shortWord)
    property alias ringSize: ring.size

    spacing: 6
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    SyncRing {
        id: ring

        anchors.verticalCenter: parent.verticalCenter
        syncState: root.syncState
        size: (root.full ? 20 : 16) * Theme.iconScale
    }
    AppText {
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Cap
        font.weight: Font.DemiBold
        text: root.text
        color: ring.tone
        Accessible.ignored: true
    }
}
