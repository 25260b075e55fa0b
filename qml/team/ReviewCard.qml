pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team
import Turnus.Theme

// The line under review on a tablet: evidence and calculation side by side, history, decision.
Rectangle {
    id: root

    required property ReviewViewModel viewModel

    signal declineAsked

    radius: Theme.radiusCard
    color: Theme.surface
    border.width: 1
    border.color: Theme.line

    Item {
        id: head

        x: 20
        y: 16
        width: parent.width - 40
        height: words.implicitHeight + 12

        Column {
            id: words

            width: parent.width - amount.width - 16

            AppText {
                objectName: "review.title"
                width: parent.width
                role: AppText.H2
                text: root.viewModel.title
                elide: Text.ElideRight
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.subtitle
                elide: Text.ElideRight
            }
        }
        AmountText {
            id: amount

            objectName: "review.amount"
            anchors.right: parent.right
            role: AppText.H1
            cents: root.viewModel.cents
        }
    }
    Flickable {
        id: middle

        y: head.y + head.height
        width: parent.width
        height: history.y - y - 8
        contentHeight: Math.max(evidence.implicitHeight, calculation.implicitHeight + context.implicitHeight + 12)
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        EvidenceColumn {
            id: evidence

            x: 20
            width: (parent.width - 64) * 0.53
            viewModel: root.viewModel
        }
        CalculationBlock {
            id: calculation

            x: evidence.x + evidence.width + 24
            width: parent.width - x - 20
            viewModel: root.viewModel
        }
        EvidenceList {
            id: context

            objectName: "review.context"
            x: calculation.x
            y: calculation.implicitHeight + 12
            width: calculation.width
            model: root.viewModel.context
        }
    }
    Rectangle {
        x: 20
        y: middle.y + middle.height
        width: parent.width - 40
        height: 1
        visible: middle.contentHeight > middle.height
        color: Theme.line
    }
    Column {
        id: history

        x: 20
        y: actions.y - height - 14
        width: parent.width - 40
        spacing: 10

        AppText {
            width: parent.width
            role: AppText.Label
            text: qsTr("History, cannot be changed")
        }
        HistoryLine {
            width: parent.width
            model: root.viewModel.history
        }
    }
    ReviewActions {
        id: actions

        y: parent.height - height
        width: parent.width
        viewModel: root.viewModel
        onDeclineAsked: root.declineAsked()
    }
}
