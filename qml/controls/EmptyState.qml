pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Nothing here, and what comes next. iconName, title, text, actionText; signal actionClicked(). framed: as a card.
Card {
    id: root

    required property string title
    property string text: ""
    property string iconName: "chance"
    property color iconColor: Theme.ink2
    property string actionText: ""
    property bool framed: true

    signal actionClicked

    topPadding: 20
    bottomPadding: 20
    spacing: 4
    color: framed ? Theme.surface : "transparent"
    border.width: framed ? 1 : 0
    Accessible.role: Accessible.StaticText
    Accessible.name: title + ". " + text

    Icon {
        anchors.horizontalCenter: parent.horizontalCenter
        name: root.iconName
        size: 32
        color: root.iconColor
    }
    AppText {
        width: parent.width
        role: AppText.Strong
        text: root.title
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    AppText {
        width: parent.width
        visible: root.text !== ""
        role: AppText.Sub
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Item {
        visible: action.visible
        width: 1
        height: 4
    }
    AppButton {
        id: action

        objectName: root.objectName + ".action"
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.actionText !== ""
        compact: true
        kind: AppButton.Outlined
        text: root.actionText
        onClicked: root.actionClicked()
    }
}
