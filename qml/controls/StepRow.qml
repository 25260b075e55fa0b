pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Step of a visit, 60 high (tall: 72 on a tablet). number, title, subtitle, status: StepRow.Todo, Now, Done, Blocked
// (subtitle then says what is missing); syncState (-1: none) draws the ring before the subtitle; separated: line above.
// Signal clicked(). A blocked step can be opened too: the page explains.
RowBase {
    id: root

    enum Status {
        Todo,
        Now,
        Done,
        Blocked
    }

    required property int number
    required property string title
    property string subtitle: ""
    property int status: StepRow.Todo
    property int syncState: -1
    property bool tall: false
    readonly property string statusWord: [qsTr("to do"), qsTr("now"), qsTr("done"), qsTr("blocked")][status]

    highlighted: status === StepRow.Now
    implicitHeight: Math.max(tall ? 72 : 60, words.implicitHeight + 20)
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Step %1: %2, %3").arg(number).arg(title).arg(statusWord)
    Accessible.description: subtitle

    StepNode {
        x: 14
        anchors.verticalCenter: parent.verticalCenter
        status: root.status
        number: root.number
    }
    Column {
        id: words

        x: 58
        width: parent.width - x - 44
        anchors.verticalCenter: parent.verticalCenter

        AppText {
            width: parent.width
            role: AppText.Strong
            lineHeight: Theme.px(20)
            text: root.title
            color: root.status === StepRow.Blocked ? Theme.ink2 : Theme.ink
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Row {
            width: parent.width
            spacing: 4
            visible: root.subtitle !== ""

            SyncRing {
                anchors.verticalCenter: parent.verticalCenter
                visible: root.syncState >= 0
                syncState: Math.max(0, root.syncState)
                size: 16
            }
            AppText {
                width: parent.width - (root.syncState >= 0 ? 20 : 0)
                role: AppText.Sub
                text: root.subtitle
                elide: Text.ElideRight
                wrapMode: Theme.stacked ? Text.Wrap : Text.NoWrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
        }
    }
    Icon {
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        name: "chev"
        size: 20
        color: Theme.ink2
    }
}
