pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Shell

// The technician's own bonus: three sums, then every posting by month; a row opens and leads to its calculation and to
// what became of the referral.
ShellPage {
    id: root

    required property BonusViewModel viewModel

    function handleBack(): bool {
        if (!calculation.opened && !history.opened)
            return false;
        calculation.close();
        history.close();
        return true;
    }

    AppBar {
        id: bar

        width: parent.width
        title: root.viewModel.person === "" ? qsTr("Bonus") : root.viewModel.person
        sub: root.viewModel.person !== ""
        onBackClicked: Session.navigator.back()
        subtitle: root.viewModel.month
        wide: root.wide

        ShellSyncChip {
        }
    }
    ListView {
        id: list

        objectName: "bonus.list"
        y: bar.height
        x: root.margin
        width: root.wide ? Math.max(400, parent.width * 0.45) : parent.width - 2 * root.margin
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.viewModel.entries
        section.property: "month"
        cacheBuffer: 800
        topMargin: head.height
        bottomMargin: 16
        onTopMarginChanged: positionViewAtBeginning()

        // Qt 6.4 makes no header from a bound component; this scrolls along just the same
        Column {
            id: head

            parent: list.contentItem
            y: -height
            width: list.width
            bottomPadding: 4
            spacing: 12

            BonusTally {
                objectName: "bonus.tally"
                width: parent.width
                viewModel: root.viewModel
            }
            ErrorState {
                objectName: "bonus.error"
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("The ledger cannot be read")
                safe: root.viewModel.error
            }
            EmptyState {
                objectName: "bonus.empty"
                width: parent.width
                visible: root.viewModel.empty && root.viewModel.error === ""
                iconName: "bonus"
                title: qsTr("No bonus yet")
                text: qsTr("The first referral with its evidence shows here as soon as the server has noted it.")
            }
        }

        delegate: LedgerItem {
            id: item

            width: list.width
            thisMonth: month === root.viewModel.month && root.viewModel.person === ""
            first: ListView.previousSection !== ListView.section
            last: ListView.nextSection !== ListView.section
            onToggled: {
                root.viewModel.toggle(item.entryId);
                root.viewModel.show(item.lineId);
            }
            onRecalculate: {
                root.viewModel.show(item.lineId);
                if (!root.wide)
                    calculation.open();
            }
            onTell: {
                root.viewModel.show(item.lineId);
                if (!root.wide)
                    history.open();
            }
        }
    }
    Flickable {
        x: list.x + list.width + 16
        y: bar.height
        width: parent.width - x - root.margin
        height: parent.height - y
        visible: root.wide && root.viewModel.shownTitle !== ""
        contentHeight: line.height + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        LineCard {
            id: line

            width: parent.width
            viewModel: root.viewModel
        }
    }
    CalculationSheet {
        id: calculation

        viewModel: root.viewModel
    }
    HistorySheet {
        id: history

        viewModel: root.viewModel
    }
}
