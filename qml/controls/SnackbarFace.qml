pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// What a Snackbar looks like. text, actionText; signal actionClicked(). Pages use Snackbar.
Rectangle {
    id: root

    required property string text
    property string actionText: ""

    signal actionClicked

    implicitWidth: 380
    implicitHeight: Math.max(56, words.implicitHeight + 24)
    radius: Theme.radiusButton
    color: Theme.inverse

    AppText {
        id: words

        x: 16
        width: root.width - x - (action.visible ? action.width + 20 : 16)
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Label
        font.weight: Font.Medium
        text: root.text
        color: Theme.inkOnInverse
        wrapMode: Text.Wrap
    }
    AppButton {
        id: action

        objectName: root.objectName + ".action"
        visible: root.actionText !== ""
        anchors.right: parent.right
        anchors.rightMargin: 8
        anchors.verticalCenter: parent.verticalCenter
        kind: AppButton.Plain
        compact: true
        leftPadding: 16
        text: root.actionText
        foreground: Theme.inkOnInverse
        onClicked: root.actionClicked()

        Rectangle {
            x: parent.leftPadding
            width: parent.width - 2 * x
            y: parent.height / 2 + 12
            height: 1.5
            color: Theme.inkOnInverse
        }
    }
}
