pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// The referral is saved on this device; what comes now.
Column {
    id: root

    property string bonusText: ""

    spacing: 12

    Card {
        width: parent.width
        spacing: 8

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "check"
            size: 40
            color: Theme.ok
        }
        AppText {
            width: parent.width
            role: AppText.H2
            text: qsTr("Referral handed over")
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
        SyncLabel {
            anchors.horizontalCenter: parent.horizontalCenter
            full: true
            syncState: SyncRing.Local
        }
    }
    NextSteps {
        width: parent.width
        bonusText: root.bonusText
    }
}
