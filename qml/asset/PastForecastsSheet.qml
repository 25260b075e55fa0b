pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls

// What was said of this unit before, newest first, and how such forecasts of the product came true.
Sheet {
    id: root

    required property AssetViewModel viewModel

    title: qsTr("What we said before")
    subtitle: viewModel.calibration

    Card {
        width: parent.width
        padding: 0

        Repeater {
            model: root.viewModel.past

            PastForecastItem {
                required property int index

                objectName: "asset.past." + index
                width: parent ? parent.width : 0
                separated: index > 0
            }
        }
    }
    Item {
        width: 1
        height: 16
    }
}
