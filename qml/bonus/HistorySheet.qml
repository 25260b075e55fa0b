pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls

// What became of the referral and of its bonus.
Sheet {
    id: root

    required property BonusViewModel viewModel

    objectName: "bonus.history"
    title: viewModel.shownTitle
    subtitle: viewModel.shownDetail
    spacing: 16

    AppText {
        width: parent.width
        role: AppText.Label
        text: qsTr("History, cannot be changed")
        wrapMode: Text.Wrap
    }
    HistoryColumn {
        objectName: "bonus.steps"
        width: parent.width
        model: root.viewModel.history
    }
}
