pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One complaint in full, with what it is about or how it was settled. settled: whether it is; signal settleClicked().
Item {
    id: root

    required property string what
    required property string complaintDetail
    property bool settled: false
    property bool separated: false

    signal settleClicked

    implicitHeight: words.implicitHeight + 24 + (settle.visible ? settle.height - 8 : 0)
    Accessible.role: Accessible.ListItem
    Accessible.name: (settled ? qsTr("Settled complaint: %1") : qsTr("Open complaint: %1")).arg(what) + ", " + complaintDetail

    Rectangle {
        x: 16
        width: parent.width - 32
        height: 1
        visible: root.separated
        color: Theme.line
    }
    Icon {
        x: 16
        y: 12
        name: root.settled ? "check" : "warn"
        color: root.settled ? Theme.ok : Theme.danger
    }
    Column {
        id: words

        x: 52
        y: 12
        width: parent.width - x - 16

        AppText {
            width: parent.width
            role: root.settled ? AppText.Body : AppText.Strong
            text: root.what
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.complaintDetail
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
    LinkButton {
        id: settle

        objectName: root.objectName + ".settle"
        x: 48
        y: words.y + words.height
        visible: !root.settled
        text: qsTr("Settle")
        iconName: "check"
        Accessible.name: qsTr("Settle: %1").arg(root.what)
        onClicked: root.settleClicked()
    }
}
