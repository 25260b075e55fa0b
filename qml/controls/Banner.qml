pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// A word to the page, in place. tone: Banner.Ok, Due, Danger, Info, Neutral; lead (bold) and text; iconName overrides;
// actionText with signal actionClicked(); compact: inside a card.
Rectangle {
    id: root

    enum Tone {
        Ok,
        Due,
        Danger,
        Info,
        Neutral
    }

    required property string text
    property string lead: ""
    property int tone: Banner.Info
    property string iconName: ["check", "warn", "warn", "info", "info"][tone]
    property string actionText: ""
    property bool compact: false
    readonly property color foreground: [Theme.inkOnOkSoft, Theme.inkOnDueSoft, Theme.inkOnDangerSoft, Theme.inkOnPrimarySoft, Theme.ink][tone]
    readonly property real inset: compact ? 12 : 16
    readonly property real vertical: compact ? 10 : 12

    signal actionClicked

    implicitWidth: 380
    implicitHeight: Math.max(words.implicitHeight + 2 * vertical, action.visible ? 48 : 0)
    radius: compact ? 10 : Theme.radiusButton
    color: [Theme.okSoft, Theme.dueSoft, Theme.dangerSoft, Theme.primarySoft, Theme.sunk][tone]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: lead === "" ? text : lead + " " + text

    Icon {
        x: root.inset
        y: root.vertical + (Theme.px(20) - 20) / 2
        name: root.iconName
        size: 20
        color: root.foreground
    }
    AppText {
        id: words

        function escaped(plain: string): string {
            return plain.replace(/&/g, "&amp;").replace(/</g, "&lt;");
        }

        x: root.inset + (root.iconName !== "" ? 32 : 0)
        y: root.vertical
        width: root.width - x - (action.visible ? action.width + 20 : root.inset)
        role: AppText.Sub
        textFormat: root.lead === "" ? Text.PlainText : Text.StyledText
        text: root.lead === "" ? root.text : "<b>" + escaped(root.lead) + "</b> " + escaped(root.text)
        color: root.foreground
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    LinkButton {
        id: action

        objectName: root.objectName + ".action"
        visible: root.actionText !== ""
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        text: root.actionText
        tint: root.foreground
        onClicked: root.actionClicked()
    }
}
