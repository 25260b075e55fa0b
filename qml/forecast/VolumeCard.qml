pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Forecast

// Units due by month with the interval, in words and as bars.
Card {
    id: root

    required property OutlookViewModel viewModel

    AppText {
        objectName: "outlook.headline"
        width: parent.width
        role: AppText.H3
        text: root.viewModel.headline
        wrapMode: Text.Wrap
    }
    AppText {
        objectName: "outlook.detail"
        width: parent.width
        role: AppText.Sub
        text: root.viewModel.detail
        wrapMode: Text.Wrap
    }
    Item {
        width: 1
        height: 8
    }
    VolumeChart {
        objectName: "outlook.chart"
        width: parent.width
        months: root.viewModel.months
        most: root.viewModel.mostInAMonth
    }
    Row {
        spacing: 16
        topPadding: 8

        LegendMark {
            text: qsTr("most likely")
            filled: true
        }
        LegendMark {
            text: qsTr("8 of 10 times")
        }
    }
    Item {
        width: parent.width
        height: all.height + 8
        visible: root.viewModel.choice !== ""

        AppButton {
            id: all

            objectName: "outlook.all"
            y: 8
            width: parent.width
            compact: true
            kind: AppButton.Outlined
            text: qsTr("Show all products and territories")
            onClicked: root.viewModel.showAll()
        }
    }
}
