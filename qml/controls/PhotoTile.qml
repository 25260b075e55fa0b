pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// Photo with its sync ring; only what is not confirmed carries the word. source, syncState (-1: none), label (spoken,
// what is on it); showWord; selected. Signal clicked(). Square corners: Qt 6.4 has no masks without shaders.
T.AbstractButton {
    id: root

    required property url source
    required property string label
    property int syncState: -1
    property bool showWord: syncState !== SyncRing.Confirmed
    property bool selected: false

    focusPolicy: Qt.StrongFocus
    implicitWidth: 118
    implicitHeight: 88
    Accessible.role: Accessible.Button
    Accessible.name: syncState >= 0 ? qsTr("Photo: %1, %2").arg(label).arg(ring.shortWord) : qsTr("Photo: %1").arg(label)

    contentItem: Item {
    }
    background: Rectangle {
        radius: Theme.radiusPhoto
        color: Theme.sunk

        Icon {
            anchors.centerIn: parent
            anchors.verticalCenterOffset: root.syncState >= 0 ? -10 : 0
            visible: image.status !== Image.Ready
            name: image.status === Image.Error ? "warn" : "cam"
            color: Theme.ink2
        }
        Image {
            id: image

            anchors.fill: parent
            source: root.source
            asynchronous: true
            fillMode: Image.PreserveAspectCrop
            // decoded no larger than the tile: a page of camera pictures stays small in memory
            sourceSize.width: root.width
            sourceSize.height: root.height
            opacity: root.down ? 0.8 : 1
        }
        Rectangle {
            visible: root.syncState >= 0
            x: 6
            y: parent.height - height - 6
            width: root.showWord ? word.implicitWidth + 35 : 24
            height: 24
            radius: 12
            color: Theme.surface

            SyncRing {
                id: ring

                x: root.showWord ? 5 : 4
                y: 4
                size: 16
                syncState: Math.max(0, root.syncState)
            }
            AppText {
                id: word

                x: 27
                visible: root.showWord
                anchors.verticalCenter: parent.verticalCenter
                role: AppText.Cap
                font.pixelSize: 13
                font.weight: Font.DemiBold
                lineHeight: 16
                text: ring.shortWord
                color: ring.tone
                Accessible.ignored: true
            }
        }
        Rectangle {
            anchors.fill: parent
            visible: root.selected
            color: "transparent"
            border.width: 3
            border.color: Theme.primary
        }
        FocusRing {
            shown: root.visualFocus
            cornerRadius: Theme.radiusPhoto
        }
    }
}
