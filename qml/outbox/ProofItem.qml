pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One visit of a receipt: confirmed, or what is missing.
Item {
    id: root

    required property int index
    required property string title
    required property string detail
    required property bool confirmed

    objectName: "receipt.visit." + index
    implicitHeight: words.implicitHeight + 24
    Accessible.role: Accessible.ListItem
    Accessible.name: title + ", " + detail + ", " + label.text

    Rectangle {
        visible: root.index > 0
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: words

        x: 16
        y: 12
        width: parent.width - 32
        spacing: 2

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
        SyncLabel {
            id: label

            syncState: root.confirmed ? SyncRing.Confirmed : SyncRing.Held
            text: root.confirmed ? qsTr("confirmed") : qsTr("not all confirmed")
        }
    }
}
