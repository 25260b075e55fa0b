pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Team

// Fields with two values in the supervisor's territories. Whoever chooses first settles one: he, or the technician.
ShellPage {
    id: root

    required property ConflictsViewModel viewModel

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Conflicts")
        subtitle: qsTr("The technician can choose, too; the first choice counts")
        sub: true
        wide: root.wide
        onBackClicked: Session.navigator.back()
    }
    Flickable {
        objectName: "conflicts.scroll"
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 720)
            spacing: 12

            ErrorState {
                objectName: "conflicts.error"
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("This cannot be settled")
                safe: root.viewModel.error
            }
            EmptyState {
                objectName: "conflicts.none"
                width: parent.width
                visible: root.viewModel.count === 0 && root.viewModel.error === ""
                iconName: "tick"
                title: qsTr("No conflicts")
                text: qsTr("Where two people changed the same field, both values show here.")
            }
            Repeater {
                model: root.viewModel.conflicts

                ConflictCard {
                    id: conflict

                    required property int index
                    required property double conflictId
                    required property string customer
                    required property bool canKeepBoth

                    objectName: "conflicts.card." + index
                    width: column.width
                    detail: customer
                    own: false
                    bothPossible: canKeepBoth
                    onChosen: answer => root.viewModel.choose(conflict.conflictId, answer)
                }
            }
        }
    }
}
