pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Forecast

// How earlier forecasts came true, in words and as a plot of what was forecast against what happened.
Card {
    id: root

    required property OutlookViewModel viewModel

    AppText {
        width: parent.width
        role: AppText.H3
        text: qsTr("How forecasts came true")
    }
    AppText {
        objectName: "outlook.held"
        width: parent.width
        visible: text !== ""
        role: AppText.Sub
        text: root.viewModel.calibration
        wrapMode: Text.Wrap
    }
    AppText {
        objectName: "outlook.unscored"
        width: parent.width
        visible: root.viewModel.calibration === "" && plot.count === 0
        role: AppText.Sub
        text: qsTr("No forecast is decided yet. The server counts them as soon as units fail or outlive their range.")
        wrapMode: Text.Wrap
    }
    Item {
        width: 1
        height: plot.count > 0 ? 12 : 0
    }
    CalibrationPlot {
        id: plot

        objectName: "outlook.plot"
        width: parent.width
        visible: count > 0
        scores: root.viewModel.scores
    }
    AppText {
        width: parent.width
        visible: text !== ""
        topPadding: 8
        role: AppText.Cap
        text: root.viewModel.calibrationDetail
        wrapMode: Text.Wrap
    }
}
