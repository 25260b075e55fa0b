pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Theme

// Leads by distance and direction, with the picked one below. Signal opened(asset, lead).
Column {
    id: root

    required property OpportunitiesViewModel viewModel

    signal opened(real asset, real lead)

    spacing: 8

    NearnessRing {
        id: ring

        objectName: "opportunities.ring"
        width: Math.min(parent.width, 480)
        height: width
        anchors.horizontalCenter: parent.horizontalCenter
        visible: root.viewModel.placed
        model: root.viewModel.near
        route: root.viewModel.route
        pickedIndex: 0
    }
    Flow {
        width: parent.width
        visible: root.viewModel.placed
        spacing: 16

        Repeater {
            model: [[Theme.dueFill, qsTr("becomes due")], [Theme.primary, qsTr("with sales")], [Qt.alpha(Theme.primary, 0.55), qsTr("your route")]]

            Row {
                id: key

                required property int index
                required property var modelData

                spacing: 8

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    width: key.index === 2 ? 18 : 14
                    height: key.index === 2 ? 4 : 14
                    radius: height / 2
                    color: key.modelData[0]
                }
                AppText {
                    role: AppText.Sub
                    text: key.modelData[1]
                }
            }
        }
    }
    Repeater {
        model: root.viewModel.near

        PickedItem {
            id: picked

            width: root.width
            visible: root.viewModel.placed && picked.index === ring.pickedIndex
            onClicked: root.opened(picked.assetId, picked.leadId)
        }
    }
    EmptyState {
        objectName: "opportunities.nobodyNear"
        width: parent.width
        visible: !root.viewModel.placed
        iconName: "radar"
        title: qsTr("No position yet")
        text: root.viewModel.origin
    }
    Row {
        width: parent.width
        visible: root.viewModel.placed
        spacing: 8

        Icon {
            y: 2
            name: "info"
            size: 16
            color: Theme.ink2
        }
        AppText {
            width: parent.width - 24
            role: AppText.Sub
            text: root.viewModel.origin
            wrapMode: Text.Wrap
        }
    }
}
