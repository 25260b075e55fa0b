pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Theme

// The options side by side; with large text they stand below each other.
Grid {
    id: root

    required property ProposalViewModel viewModel
    readonly property bool stacked: Theme.textScale > 1.3
    readonly property real cell: stacked ? width : (width - spacing * (columns - 1)) / columns

    columns: stacked ? 1 : Math.max(1, options.count)
    spacing: 8

    Repeater {
        id: options

        model: root.viewModel.options

        OptionCard {
            required property int index

            objectName: "proposal.option." + index
            width: root.cell
            onClicked: root.viewModel.choose(index)
        }
    }
}
