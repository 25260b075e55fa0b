pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Top of a page, 64 high (72 wide). title, subtitle; sub: sub-page with a back arrow (signal backClicked()).
// The default children stand at the right (IconButton, SyncChip).
Item {
    id: root

    required property string title
    property string subtitle: ""
    property bool sub: false
    property bool wide: false
    default property alias trailing: right.data

    signal backClicked

    implicitWidth: 412
    implicitHeight: Math.max(wide ? 72 : 64, words.implicitHeight + 8)
    Accessible.role: Accessible.Heading
    Accessible.name: subtitle === "" ? title : title + ", " + subtitle

    IconButton {
        objectName: "back"
        x: root.wide ? 12 : 4
        anchors.verticalCenter: parent.verticalCenter
        visible: root.sub
        iconName: "back"
        label: qsTr("Back")
        onClicked: root.backClicked()
    }
    Column {
        id: words

        x: root.sub ? root.wide ? 64 : 56 : root.wide ? 24 : 20
        width: Math.max(0, right.x - x - 8)
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            role: root.sub ? AppText.H2 : AppText.H1
            lineHeight: Theme.px(root.sub ? 24 : 32)
            text: root.title
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: root.subtitle !== ""
            role: AppText.Sub
            text: root.subtitle
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    Row {
        id: right

        anchors.right: parent.right
        anchors.rightMargin: root.wide ? 24 : 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 4
    }
}
