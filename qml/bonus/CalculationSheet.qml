pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls

// How the amount came about, step by step, and whether this device arrives at the same cent.
Sheet {
    id: root

    required property BonusViewModel viewModel

    objectName: "bonus.calculation"
    title: qsTr("Recalculated")
    subtitle: viewModel.shownDetail === "" ? viewModel.shownTitle : viewModel.shownTitle + ", " + viewModel.shownDetail
    spacing: 16

    AppText {
        width: parent.width
        bottomPadding: 4
        role: AppText.Label
        text: root.viewModel.shownRule
        wrapMode: Text.Wrap
    }
    CalculationList {
        objectName: "bonus.steps"
        width: parent.width
        model: root.viewModel.calculation
    }
    Banner {
        objectName: "bonus.verdict"
        width: parent.width
        tone: root.viewModel.shownMatches ? Banner.Ok : Banner.Due
        text: root.viewModel.shownVerdict
    }
}
