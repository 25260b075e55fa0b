pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Theme

// Noted, approved, paid out: three sums side by side, below each other when the text is large.
Card {
    id: root

    required property BonusViewModel viewModel
    readonly property bool stacked: Theme.textScale > 1.3

    Grid {
        id: grid

        width: parent.width
        columns: root.stacked ? 1 : 3
        rowSpacing: 12

        BonusSum {
            objectName: "bonus.reserved"
            width: root.stacked ? grid.width : grid.width / 3
            caption: qsTr("Noted")
            tone: Theme.dueFill
            cents: root.viewModel.reservedCents
            detail: qsTr("%n posting(s)", "", root.viewModel.reservedCount)
        }
        BonusSum {
            objectName: "bonus.approved"
            width: root.stacked ? grid.width : grid.width / 3
            caption: qsTr("Approved")
            tone: Theme.ok
            cents: root.viewModel.approvedCents
            detail: qsTr("%n posting(s)", "", root.viewModel.approvedCount)
            line: !root.stacked
        }
        BonusSum {
            objectName: "bonus.paid"
            width: root.stacked ? grid.width : grid.width / 3
            caption: qsTr("Paid out")
            tone: Theme.primary
            cents: root.viewModel.paidCents
            detail: root.viewModel.paidCaption
            line: !root.stacked
        }
    }
}
