pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls

// Why the forecast says so, in months that add up; each row opens the facts behind it. Signal picked(int index).
Card {
    id: root

    required property AssetViewModel viewModel

    signal picked(int index)

    padding: 0
    topPadding: 12
    bottomPadding: 8

    Item {
        x: 16
        width: parent.width - 32
        height: Math.max(24, title.implicitHeight) + (usual.beside ? 0 : usual.implicitHeight)

        AppText {
            id: title

            height: Math.max(24, implicitHeight)
            verticalAlignment: Text.AlignVCenter
            role: AppText.H3
            text: qsTr("Why?")
        }
        AppText {
            id: usual

            readonly property bool beside: implicitWidth <= parent.width - title.width - 8

            x: beside ? parent.width - width : 0
            y: beside ? (title.height - height) / 2 : title.height
            width: Math.min(implicitWidth, parent.width)
            role: AppText.Sub
            text: root.viewModel.forecast.usual
            elide: Text.ElideRight
        }
    }
    AppText {
        x: 16
        width: parent.width - 32
        visible: rows.count === 0
        topPadding: 8
        text: qsTr("Nothing sets this unit apart from others of its age.")
        wrapMode: Text.Wrap
    }
    Repeater {
        id: rows

        model: root.viewModel.reasons

        ReasonItem {
            required property int index

            objectName: "asset.reason." + index
            width: parent ? parent.width : 0
            onClicked: root.picked(index)
        }
    }
    AppText {
        x: 16
        width: parent.width - 32
        topPadding: 4
        bottomPadding: 4
        role: AppText.Cap
        text: root.viewModel.forecast.confidence
        wrapMode: Text.Wrap
    }
}
