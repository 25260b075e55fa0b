pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// One appointment of a day, 52 high. time ("10:30"), iconName, status (StepRow.Todo, Now, Done), title, subtitle,
// detail at the right ("9 min") or syncState (-1: none); first, last: end of the line. Signal clicked().
RowBase {
    id: root

    required property string time
    required property string title
    property string subtitle: ""
    property string iconName: ""
    property int status: StepRow.Todo
    property string detail: ""
    property int syncState: -1
    property bool first: false
    property bool last: false
    readonly property bool quiet: status === StepRow.Done
    readonly property real timeWidth: Theme.px(44)

    readonly property bool hasFact: detail !== "" || syncState >= 0
    readonly property real factHeight: Theme.stacked && hasFact ? Theme.px(20) : 0

    implicitHeight: Math.max(52, words.implicitHeight + factHeight + 12)
    Accessible.role: Accessible.Button
    Accessible.name: time + ", " + title + (subtitle === "" ? "" : ", " + subtitle)
    Accessible.description: syncState >= 0 ? sync.text : detail

    AppText {
        x: 16
        width: root.timeWidth
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Label
        tab: true
        text: root.time
        color: root.quiet ? Theme.ink2 : Theme.ink
        Accessible.ignored: true
    }
    Rectangle {
        x: node.x + 15
        width: 2
        visible: !root.first
        height: node.y
        color: Theme.line
    }
    Rectangle {
        x: node.x + 15
        y: node.y + 32
        width: 2
        visible: !root.last
        height: parent.height - y
        color: Theme.line
    }
    StepNode {
        id: node

        x: 28 + root.timeWidth
        anchors.verticalCenter: parent.verticalCenter
        status: root.status
        iconName: root.iconName
    }
    Column {
        id: words

        x: node.x + 44
        width: (Theme.stacked || !root.hasFact ? parent.width - 16 : (right.visible ? right.x : sync.x) - 8) - x
        y: (parent.height - height - root.factHeight) / 2

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.title
            color: root.quiet ? Theme.ink2 : Theme.ink
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
    AppText {
        id: right

        x: Theme.stacked ? words.x : parent.width - width - 16
        y: Theme.stacked ? words.y + words.height : (parent.height - height) / 2
        visible: root.detail !== "" && root.syncState < 0
        role: AppText.Sub
        text: root.detail
        Accessible.ignored: true
    }
    SyncLabel {
        id: sync

        x: Theme.stacked ? words.x : parent.width - width - 16
        y: Theme.stacked ? words.y + words.height : (parent.height - height) / 2
        visible: root.syncState >= 0
        syncState: Math.max(0, root.syncState)
    }
}
