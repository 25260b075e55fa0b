pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Title above a card: text, detail at the right, or a text action (actionText, actionIcon; signal actionClicked()).
Item {
    id: root

    required property string text
    property string detail: ""
    property string actionText: ""
    property string actionIcon: ""

    signal actionClicked

    implicitWidth: 380
    implicitHeight: Math.max(actionText !== "" ? 48 : 40, Theme.px(24) + 16)
    Accessible.role: Accessible.Heading
    Accessible.name: detail === "" ? text : text + ", " + detail

    AppText {
        x: 4
        width: Math.max(parent.width - x - right.width - 20, parent.width * 0.4)
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.H3
        text: root.text
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Row {
        id: right

        anchors.right: parent.right
        anchors.rightMargin: root.actionText !== "" ? 0 : 4
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            visible: root.detail !== ""
            width: Math.min(implicitWidth, root.width * 0.55)
            role: AppText.Sub
            text: root.detail
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        LinkButton {
            objectName: root.objectName + ".action"
            visible: root.actionText !== ""
            text: root.actionText
            iconName: root.actionIcon
            onClicked: root.actionClicked()
        }
    }
}
