pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Theme

// The shown line beside the list on a tablet: its calculation, whether it is right, and its history.
Card {
    id: root

    required property BonusViewModel viewModel

    padding: 20
    spacing: 16

    Column {
        width: parent.width

        AppText {
            objectName: "bonus.shown"
            width: parent.width
            role: AppText.H2
            text: root.viewModel.shownTitle
            wrapMode: Text.Wrap
        }
        AppText {
            width: parent.width
            visible: text !== ""
            role: AppText.Sub
            text: root.viewModel.shownDetail
            wrapMode: Text.Wrap
        }
    }
    Column {
        width: parent.width
        spacing: 6

        AppText {
            width: parent.width
            role: AppText.Label
            text: root.viewModel.shownRule
            wrapMode: Text.Wrap
        }
        CalculationList {
            width: parent.width
            model: root.viewModel.calculation
        }
    }
    Banner {
        width: parent.width
        compact: true
        tone: root.viewModel.shownMatches ? Banner.Ok : Banner.Due
        text: root.viewModel.shownVerdict
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    AppText {
        width: parent.width
        role: AppText.Label
        text: qsTr("History, cannot be changed")
        wrapMode: Text.Wrap
    }
    HistoryColumn {
        width: parent.width
        model: root.viewModel.history
    }
}
