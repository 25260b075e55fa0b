pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Theme

// The unit in short: picture, number, age, reading, and how much of its life is used up.
Card {
    id: root

    required property AssetViewModel viewModel

    topPadding: 12
    bottomPadding: 12

    Item {
        width: parent.width
        height: Math.max(92, words.implicitHeight)

        Item {
            id: portrait

            anchors.verticalCenter: parent.verticalCenter
            width: parent.width < 320 ? 52 : 76
            height: 84

            Image {
                id: image

                anchors.fill: parent
                source: root.viewModel.picture
                fillMode: Image.PreserveAspectFit
                sourceSize.width: 152
                sourceSize.height: 168
                asynchronous: true
            }
            Rectangle {
                anchors.fill: parent
                visible: image.status !== Image.Ready
                radius: Theme.radiusField
                color: Theme.sunk

                Icon {
                    anchors.centerIn: parent
                    name: "cup"
                    size: 32
                    color: Theme.ink2
                }
            }
        }
        Column {
            id: words

            x: portrait.width + 12
            width: gauge.x - x - 8
            anchors.verticalCenter: parent.verticalCenter

            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.serial
                elide: Text.ElideRight
            }
            AppText {
                width: parent.width
                role: AppText.Sub
                text: root.viewModel.installed
                elide: Text.ElideRight
            }
            AppText {
                objectName: "asset.reading"
                width: parent.width
                role: AppText.H2
                topPadding: 4
                text: root.viewModel.reading
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 15
            }
            AppText {
                width: parent.width
                visible: text !== ""
                role: AppText.Sub
                text: root.viewModel.usage
                wrapMode: Text.Wrap
            }
        }
        Gauge {
            id: gauge

            objectName: "asset.gauge"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.viewModel.forecast.known
            value: root.viewModel.usedShare
        }
    }
}
