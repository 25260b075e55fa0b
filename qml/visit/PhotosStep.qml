pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Visit

// The visit's photos, each with how far it is; new ones come from the device's pictures.
StepFrame {
    id: root

    readonly property FindingsViewModel findings: viewModel.findings

    objectName: "photos"
    Component.onCompleted: findings.lookForPictures()

    Item {
        width: parent.width
        height: header.height
        visible: root.findings.photoCount > 0

        SectionHeader {
            id: header

            width: parent.width
            text: qsTr("%n photo(s)", "", root.findings.photoCount)
        }
        SyncLabel {
            anchors.right: parent.right
            anchors.rightMargin: 4
            anchors.verticalCenter: parent.verticalCenter
            syncState: Math.max(0, root.findings.photoState)
            text: root.findings.photoText
        }
    }
    PhotoGrid {
        width: parent.width
        visible: root.findings.photoCount > 0
        model: root.findings.photos
    }
    SectionHeader {
        width: parent.width
        text: qsTr("Add from this device's pictures")
        actionText: qsTr("Look again")
        actionIcon: "repeat"
        onActionClicked: root.findings.lookForPictures()
    }
    PhotoGrid {
        id: offered

        width: parent.width
        model: root.findings.pictures
        prefix: "picture"
        onPicked: source => root.findings.addPhoto(source)
    }
    EmptyState {
        width: parent.width
        visible: offered.height === 0
        iconName: "cam"
        title: qsTr("No pictures on this device")
        text: qsTr("Take one with the camera; it appears here. A photo is never required.")
    }
}
