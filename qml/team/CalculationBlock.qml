pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Team

// Rule and calculation of the line under review, and what else the reviewer should know.
Column {
    id: root

    required property ReviewViewModel viewModel

    spacing: 6

    AppText {
        width: parent.width
        role: AppText.Label
        text: root.viewModel.rule
        wrapMode: Text.Wrap
    }
    CalculationList {
        width: parent.width
        model: root.viewModel.calculation
    }
    Banner {
        objectName: "review.mismatch"
        width: parent.width
        visible: !root.viewModel.matches
        compact: true
        tone: Banner.Due
        text: root.viewModel.mismatch
    }
    Banner {
        objectName: "review.fourEyes"
        width: parent.width
        visible: root.viewModel.fourEyes !== ""
        compact: true
        tone: Banner.Neutral
        iconName: "team"
        text: root.viewModel.fourEyes
    }
    Banner {
        objectName: "review.decision"
        width: parent.width
        visible: root.viewModel.decision !== ""
        compact: true
        tone: Banner.Info
        text: root.viewModel.decision
    }
}
