pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Visit

// Pictures side by side. Signal picked(url source).
Grid {
    id: root

    required property PhotoModel model
    property string prefix: "photo"
    readonly property real tile: (width - (columns - 1) * spacing) / columns

    signal picked(url source)

    columns: Math.max(3, Math.floor(width / 140))
    spacing: 12

    Repeater {
        model: root.model

        PhotoTile {
            id: photo

            required property int index
            required source
            required label
            required syncState

            objectName: root.prefix + "." + index
            width: root.tile
            height: Math.round(root.tile * 0.7)
            onClicked: root.picked(photo.source)
        }
    }
}
