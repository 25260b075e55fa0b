pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// Ring, title and reason of what is set aside.
Item {
    id: root

    required property string title
    required property string detail

    implicitHeight: words.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ", " + ring.longWord + ": " + detail

    SyncRing {
        id: ring

        y: 2
        syncState: SyncRing.Held
    }
    Column {
        id: words

        x: 36
        width: parent.width - x

        AppText {
            width: parent.width
            role: AppText.Strong
            text: root.title
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.detail
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
