pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Bottom of a page, 80 high: primary at the right, one helper at its left.
// primaryText, primaryIcon, primaryTrailingIcon, primaryKind (AppButton.Primary or Danger), primaryBlockedReason (shown
// above instead of hint), primaryBusy; helperText or helperIcon + helperLabel (helperFirst: false puts it right);
// hint: a line above; default children: rows above the buttons. Signals primaryClicked(), helperClicked().
// Object names of the buttons: objectName + ".primary" and ".helper".
Rectangle {
    id: root

    property string primaryText: ""
    property string primaryIcon: ""
    property string primaryTrailingIcon: ""
    property int primaryKind: AppButton.Primary
    property string primaryBlockedReason: ""
    property bool primaryBusy: false
    property string helperText: ""
    property string helperIcon: ""
    property string helperLabel: helperText
    property bool helperFirst: true
    property string hint: ""
    property bool line: true
    default property alias content: extra.data
    readonly property string shownHint: primaryBlockedReason !== "" ? primaryBlockedReason : hint
    readonly property bool hasHelper: helperText !== "" || helperIcon !== ""
    readonly property bool iconOnly: hasHelper && helperText === ""
    readonly property real helperWidth: !hasHelper ? 0 : iconOnly ? 56 : Math.min(helper.implicitWidth, (width - 44) / 2)

    signal primaryClicked
    signal helperClicked

    implicitWidth: 412
    implicitHeight: column.implicitHeight + column.y + 12
    color: Theme.surface

    Rectangle {
        visible: root.line
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: column

        x: 16
        y: hintText.visible ? 10 : 12
        width: parent.width - 32
        spacing: 8

        Column {
            id: extra

            width: parent.width
            visible: children.length > 0
        }
        AppText {
            id: hintText

            width: parent.width
            visible: root.shownHint !== ""
            role: AppText.Cap
            text: root.shownHint
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        Item {
            width: parent.width
            height: Math.max(primary.implicitHeight, root.hasHelper ? helper.implicitHeight : 0)

            AppButton {
                id: helper

                objectName: root.objectName + ".helper"
                visible: root.hasHelper
                x: root.helperFirst ? 0 : parent.width - width
                width: root.helperWidth
                kind: AppButton.Outlined
                text: root.helperText
                iconName: root.helperIcon
                leftPadding: root.iconOnly ? 0 : 18
                rightPadding: leftPadding
                Accessible.name: root.helperLabel
                onClicked: root.helperClicked()
            }
            AppButton {
                id: primary

                objectName: root.objectName + ".primary"
                x: root.hasHelper && root.helperFirst ? root.helperWidth + 12 : 0
                width: parent.width - (root.hasHelper ? root.helperWidth + 12 : 0)
                visible: root.primaryText !== ""
                kind: root.primaryKind
                text: root.primaryText
                iconName: root.primaryIcon
                trailingIconName: root.primaryTrailingIcon
                blockedReason: root.primaryBlockedReason
                showReason: false
                busy: root.primaryBusy
                leftPadding: 12
                rightPadding: 12
                onClicked: root.primaryClicked()
            }
        }
    }
}
