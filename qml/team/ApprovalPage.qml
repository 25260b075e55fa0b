pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Shell
import Turnus.Team

// One bonus under review on the handheld: calculation, evidence and history below each other, the decision at the bottom.
ShellPage {
    id: root

    required property ReviewViewModel viewModel

    function handleBack(): bool {
        if (!decline.opened)
            return false;
        decline.close();
        return true;
    }

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        title: root.viewModel.title
        subtitle: root.viewModel.subtitle
        sub: true
        wide: root.wide
        onBackClicked: Session.navigator.back()
    }
    Flickable {
        objectName: "review.scroll"
        y: bar.height
        width: parent.width
        height: parent.height - y - (actions.visible ? actions.height : 0)
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 720)
            spacing: 12

            Card {
                width: parent.width
                spacing: 8

                AmountText {
                    objectName: "review.amount"
                    role: AppText.H1
                    cents: root.viewModel.cents
                }
                CalculationBlock {
                    width: parent.width
                    viewModel: root.viewModel
                }
            }
            Card {
                width: parent.width

                EvidenceColumn {
                    width: parent.width
                    viewModel: root.viewModel
                }
                EvidenceList {
                    objectName: "review.context"
                    width: parent.width
                    model: root.viewModel.context
                }
            }
            Card {
                width: parent.width
                spacing: 12

                AppText {
                    width: parent.width
                    role: AppText.Label
                    text: qsTr("History, cannot be changed")
                }
                HistoryColumn {
                    width: parent.width
                    model: root.viewModel.history
                }
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "review"
        width: parent.width
        y: parent.height - height
        visible: root.viewModel.open
        hint: root.viewModel.error
        helperText: qsTr("Decline")
        primaryText: qsTr("Approve")
        primaryIcon: "check"
        onHelperClicked: decline.open()
        onPrimaryClicked: root.viewModel.approve()
    }
    DeclineSheet {
        id: decline

        viewModel: root.viewModel
    }
    Connections {
        function onDecided() {
            Session.navigator.back();
        }

        target: root.viewModel
    }
}
