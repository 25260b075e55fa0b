pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Team

// What waits for a supervisor's decision. Handheld: tallies and list, a line opens its own page. Tablet: tallies above,
// list at the left, the line with its evidence at the right.
ShellPage {
    id: root

    required property TeamViewModel viewModel

    function pick(line: double) {
        viewModel.select(line);
        if (!wide)
            Session.navigator.open("approval", line);
    }

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Approvals")
        subtitle: root.viewModel.heading
        wide: root.wide

        ShellSyncChip {
        }
    }
    TallyStrip {
        id: strip

        objectName: "team.tallies"
        x: root.margin
        y: bar.height
        width: parent.width - 2 * x
        visible: root.wide
        model: root.viewModel.members
    }
    Flickable {
        id: left

        objectName: "team.left"
        x: root.margin
        y: root.wide ? strip.y + strip.height + 16 : bar.height
        width: root.wide ? 392 : parent.width - 2 * x
        height: parent.height - y
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            width: left.width
            spacing: 12

            ErrorState {
                objectName: "team.error"
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("The team's bonuses cannot be read")
                safe: root.viewModel.error
            }
            EmptyState {
                objectName: "team.empty"
                width: parent.width
                visible: root.viewModel.openCount === 0 && root.viewModel.error === ""
                iconName: "tasks"
                title: qsTr("Nothing to review")
                text: qsTr("New bonuses show here with their evidence as soon as the server has noted them.")
            }
            Card {
                width: parent.width
                visible: root.viewModel.openCount > 0
                padding: 0

                Item {
                    width: parent.width
                    height: header.height

                    SectionHeader {
                        id: header

                        x: 12
                        width: parent.width - 24
                        text: qsTr("To review")
                        detail: qsTr("%n open", "", root.viewModel.openCount)
                    }
                }
                Repeater {
                    model: root.viewModel.queue

                    QueueItem {
                        width: column.width
                        pickable: root.wide
                        onClicked: root.pick(line)
                    }
                }
            }
            TallyCard {
                width: parent.width
                visible: !root.wide && root.viewModel.memberCount > 0
                model: root.viewModel.members
            }
        }
    }
    ReviewCard {
        x: left.x + left.width + 16
        y: left.y
        width: parent.width - x - root.margin
        height: parent.height - y - 20
        visible: root.wide && root.viewModel.openCount > 0
        viewModel: root.viewModel.review
        onDeclineAsked: decline.open()
    }
    DeclineSheet {
        id: decline

        viewModel: root.viewModel.review
    }
    Snackbar {
        id: snackbar

        bottomOffset: root.wide ? 8 : 76
    }
    Connections {
        function onDecided(words: string) {
            snackbar.show(words, "");
        }

        target: root.viewModel.review
    }
}
