pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Forecast
import Turnus.Shell

// What is coming in the territories one leads: units due by month, product and territory, how forecasts came true, and
// products that fail early. A product narrows all of it, a territory what is counted here: how forecasts came true the
// server tells by product only.
ShellPage {
    id: root

    required property OutlookViewModel viewModel

    hidesNav: !wide

    AppBar {
        id: bar

        width: parent.width
        sub: !root.wide
        wide: root.wide
        title: qsTr("Forecast")
        subtitle: root.viewModel.choice
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    Flickable {
        objectName: "outlook.content"
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentHeight: grid.implicitHeight + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Grid {
            id: grid

            readonly property real columnWidth: columns === 2 ? (width - spacing) / 2 : width

            x: root.margin
            width: parent.width - 2 * x
            columns: root.wide ? 2 : 1
            spacing: root.wide ? 16 : 12

            Column {
                width: grid.columnWidth
                spacing: grid.spacing

                ErrorState {
                    width: parent.width
                    visible: root.viewModel.error !== ""
                    title: qsTr("The forecast cannot be counted")
                    code: root.viewModel.error
                }
                LoadingSkeleton {
                    width: parent.width
                    visible: !root.viewModel.ready && root.viewModel.error === ""
                }
                EmptyState {
                    objectName: "outlook.empty"
                    width: parent.width
                    visible: root.viewModel.ready && root.viewModel.unitCount === 0
                    iconName: "calc"
                    title: qsTr("No units yet")
                    text: qsTr("The units of the territories that you lead show here after the first sync.")
                }
                VolumeCard {
                    objectName: "outlook.volume"
                    width: parent.width
                    visible: root.viewModel.ready && root.viewModel.unitCount > 0
                    viewModel: root.viewModel
                }
                CalibrationCard {
                    objectName: "outlook.calibration"
                    width: parent.width
                    visible: root.viewModel.ready && root.viewModel.unitCount > 0
                    viewModel: root.viewModel
                }
            }
            Column {
                width: grid.columnWidth
                spacing: grid.spacing
                visible: root.viewModel.ready && root.viewModel.unitCount > 0

                EarlyCard {
                    objectName: "outlook.early"
                    width: parent.width
                    viewModel: root.viewModel
                }
                ShareCard {
                    width: parent.width
                    name: "outlook.product"
                    title: qsTr("By product")
                    detail: qsTr("within 12 months")
                    model: root.viewModel.products
                    onPicked: id => root.viewModel.chooseProduct(id)
                }
                ShareCard {
                    width: parent.width
                    name: "outlook.territory"
                    title: qsTr("By territory")
                    detail: qsTr("within 12 months")
                    model: root.viewModel.territories
                    onPicked: id => root.viewModel.chooseTerritory(id)
                }
            }
        }
    }
}
