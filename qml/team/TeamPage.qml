pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Team

// The team by name; a name leads to its ledger.
ShellPage {
    id: root

    required property TeamViewModel viewModel

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Team")
        subtitle: root.viewModel.heading
        wide: root.wide

        ShellSyncChip {
        }
    }
    Flickable {
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 1136)
            spacing: 12

            Card {
                width: parent.width
                visible: root.viewModel.openCount > 0
                padding: 0

                ListRow {
                    objectName: "team.review"
                    width: parent.width
                    roundTop: true
                    roundBottom: true
                    iconName: "tasks"
                    title: qsTr("Approvals")
                    subtitle: qsTr("%n bonus(es) wait for you", "", root.viewModel.openCount)
                    chevron: true
                    onClicked: Session.navigator.show("approvals")
                }
            }
            Card {
                width: parent.width
                visible: root.viewModel.conflictCount > 0
                padding: 0

                ListRow {
                    objectName: "team.conflicts"
                    width: parent.width
                    roundTop: true
                    roundBottom: true
                    iconName: "sync"
                    title: qsTr("Conflicts")
                    subtitle: qsTr("%n field(s) with two values", "", root.viewModel.conflictCount)
                    chevron: true
                    onClicked: Session.navigator.open("conflicts")
                }
            }
            Card {
                width: parent.width
                visible: Session.navigator.has("forecast")
                padding: 0

                ListRow {
                    objectName: "team.forecast"
                    width: parent.width
                    roundTop: true
                    roundBottom: true
                    iconName: "calc"
                    title: qsTr("Forecast")
                    subtitle: qsTr("What comes due by month, product and territory")
                    chevron: true
                    onClicked: Session.navigator.open("forecast")
                }
            }
            EmptyState {
                objectName: "team.nobody"
                width: parent.width
                visible: root.viewModel.memberCount === 0 && root.viewModel.error === ""
                iconName: "team"
                title: qsTr("No team yet")
                text: qsTr("The technicians of the teams that you lead show here.")
            }
            ErrorState {
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("The team's bonuses cannot be read")
                safe: root.viewModel.error
            }
            TallyCard {
                width: parent.width
                visible: root.viewModel.memberCount > 0
                model: root.viewModel.members
                pressable: true
                onPicked: staff => Session.navigator.open("ledger", staff)
            }
        }
    }
}
