pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Theme

// The page's weakest sync state in the app bar; opens the outbox. syncState: as SyncRing; count (0: no number);
// text: other words. Signal clicked(). 40 high to the eye, 48 to the finger.
T.AbstractButton {
    id: root

    required property int syncState
    property int count: 0
    readonly property color foreground: [Theme.ink, Theme.inkOnPrimarySoft, Theme.inkOnOkSoft, Theme.inkOnDueSoft, Theme.inkOnDangerSoft][syncState]

    focusPolicy: Qt.StrongFocus
    text: count > 0 ? count + " " + ring.shortWord : ring.shortWord
    topInset: 4
    bottomInset: 4
    implicitWidth: Math.ceil(words.implicitWidth) + 52
    implicitHeight: 48
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("Sync: %1").arg(text)

    contentItem: Item {
        SyncRing {
            id: ring

            x: 10
            anchors.verticalCenter: parent.verticalCenter
            syncState: root.syncState
            color: root.foreground
        }
        AppText {
            id: words

            x: 38
            width: parent.width - 52
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.Sub
            font.weight: Font.DemiBold
            text: root.text
            color: root.foreground
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: height / 2
        color: [Theme.sunk, Theme.primarySoft, Theme.okSoft, Theme.dueSoft, Theme.dangerSoft][root.syncState]
        opacity: root.down ? 0.7 : 1

        FocusRing {
            shown: root.visualFocus
            cornerRadius: parent.radius
        }
    }
}
