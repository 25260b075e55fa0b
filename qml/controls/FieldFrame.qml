pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Frame, label inside and note below of the text fields. Not for pages.
Item {
    id: root

    required property string label
    required property string note
    required property bool wrong
    required property bool active
    required property bool writable

    Rectangle {
        width: parent.width
        height: parent.height - (noteRow.visible ? noteRow.height + 4 : 0)
        radius: Theme.radiusField
        color: root.writable ? Theme.surface : Theme.sunk
        border.width: root.wrong || root.active ? 2 : Theme.stroke
        border.color: root.wrong ? Theme.danger : root.active ? Theme.primary : root.writable ? Theme.lineStrong : Theme.line

        AppText {
            x: 14
            y: 7
            width: parent.width - 28
            role: AppText.Cap
            text: root.label
            color: root.wrong ? Theme.danger : root.active ? Theme.primary : Theme.ink2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    Row {
        id: noteRow

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(20, noteText.implicitHeight)
        visible: root.note !== ""
        spacing: 8

        Icon {
            visible: root.wrong
            y: 1
            name: "warn"
            size: 18
            color: Theme.danger
        }
        AppText {
            id: noteText

            width: parent.width - (root.wrong ? 26 : 0)
            role: AppText.Sub
            text: root.note
            color: root.wrong ? Theme.danger : Theme.ink2
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
