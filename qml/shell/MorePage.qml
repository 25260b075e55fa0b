pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell

// The places that have no room in the bar, and who is signed in.
ShellPage {
    id: root

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("More")
        wide: root.wide

        ShellSyncChip {
        }
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.implicitHeight + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 640)
            spacing: 16

            Card {
                width: parent.width
                padding: 0
                visible: places.count > 0

                Repeater {
                    id: places

                    model: Session.morePlaces

                    ListRow {
                        id: row

                        required property string key
                        required property string iconName
                        required property int index

                        objectName: "more." + key
                        width: parent.width
                        chevron: true
                        separated: index > 0
                        onClicked: Session.navigator.open(row.key)
                    }
                }
            }
            Card {
                width: parent.width
                padding: 0

                ListRow {
                    width: parent.width
                    iconName: "user"
                    title: Session.staffName
                    subtitle: Session.teamName
                    pressable: false
                }
                ListRow {
                    objectName: "more.signOut"
                    width: parent.width
                    separated: true
                    iconName: "lock"
                    title: qsTr("Sign out")
                    subtitle: qsTr("Everything recorded stays on this device")
                    onClicked: question.open()
                }
            }
        }
    }
    AppDialog {
        id: question

        title: qsTr("Sign out?")
        text: Session.sync.pendingCount > 0 ? qsTr("%n entries are on this device only. They stay here and are sent after you sign in again.", "", Session.sync.pendingCount) : qsTr("Everything stays on this device until you sign in again.")
        acceptText: qsTr("Sign out")
        onAccepted: Session.signOut()
    }
}
