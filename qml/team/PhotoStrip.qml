pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// The visit's photos, 112 × 84. model: a PhotoModel; count of them.
ListView {
    id: root

    required model

    implicitHeight: 84
    orientation: ListView.Horizontal
    boundsBehavior: Flickable.StopAtBounds
    spacing: 8
    clip: true

    delegate: PhotoTile {
        required property int index

        width: 112
        height: 84
        label: qsTr("%1 of %2").arg(index + 1).arg(root.count)
    }
}
