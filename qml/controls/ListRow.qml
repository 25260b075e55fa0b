pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Row of a list, 56 or more. title, subtitle, iconName/iconColor at the left, value (strong) and detail at the right,
// syncState (-1: none), chevron; separated: line above (all but the first); highlighted. Signal clicked().
// The default children stand at the right (a switch, a tick box, a Badge): set pressable false when only they act.
// wraps: a second line for a title that says what the row is only at its end.
RowBase {
    id: root

    required property string title
    property string subtitle: ""
    property string iconName: ""
    property color iconColor: Theme.primary
    property string value: ""
    property string detail: ""
    property int syncState: -1
    property bool chevron: false
    property bool pressable: true
    property bool wraps: false
    default property alias trailing: trailingRow.data

    hoverEnabled: false
    focusPolicy: pressable ? Qt.StrongFocus : Qt.NoFocus
    down: pressed && pressable
    implicitHeight: Math.max(56, words.implicitHeight + 20 + (Theme.stacked && facts.any ? facts.implicitHeight + 4 : 0), facts.implicitHeight + 8, end.implicitHeight + 8)
    Accessible.role: pressable ? Accessible.Button : Accessible.ListItem
    Accessible.name: spoken()

    function spoken(): string {
        let words = title;
        for (const part of [subtitle, value, detail, syncState >= 0 ? sync.text : ""]) {
            if (part !== "")
                words += ", " + part;
        }
        return words;
    }

    Icon {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        color: root.enabled ? root.iconColor : Theme.inkOff
    }
    Column {
        id: words

        x: root.iconName !== "" ? 52 : 16
        width: (facts.any && !Theme.stacked ? facts.x : end.x) - x - 8
        y: (parent.height - height - (Theme.stacked && facts.any ? facts.height + 4 : 0)) / 2

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.title
            color: root.enabled ? Theme.ink : Theme.inkOff
            elide: Text.ElideRight
            wrapMode: Theme.stacked || root.wraps ? Text.Wrap : Text.NoWrap
            maximumLineCount: 2
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: root.subtitle !== ""
            role: AppText.Sub
            text: root.subtitle
            elide: Text.ElideRight
            wrapMode: Theme.stacked ? Text.Wrap : Text.NoWrap
            maximumLineCount: 2
            Accessible.ignored: true
        }
    }
    Column {
        id: facts

        readonly property bool any: root.value !== "" || root.detail !== "" || root.syncState >= 0

        visible: any
        x: Theme.stacked ? words.x : end.x - width - (end.width > 0 ? 8 : 0)
        y: Theme.stacked ? words.y + words.height + 4 : (parent.height - height) / 2

        AppText {
            anchors.right: Theme.stacked ? undefined : parent.right
            visible: root.value !== ""
            role: AppText.Strong
            tab: true
            lineHeight: Theme.px(20)
            text: root.value
            Accessible.ignored: true
        }
        AppText {
            anchors.right: Theme.stacked ? undefined : parent.right
            visible: root.detail !== ""
            role: AppText.Sub
            text: root.detail
            Accessible.ignored: true
        }
        SyncLabel {
            id: sync

            anchors.right: Theme.stacked ? undefined : parent.right
            visible: root.syncState >= 0
            syncState: Math.max(0, root.syncState)
        }
    }
    Row {
        id: end

        anchors.right: parent.right
        anchors.rightMargin: root.chevron ? 12 : 16
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        Row {
            id: trailingRow

            anchors.verticalCenter: parent.verticalCenter
            spacing: 8
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.chevron
            name: "chev"
            size: 20
            color: Theme.ink2
        }
    }
}
