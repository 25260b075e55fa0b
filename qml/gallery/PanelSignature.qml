pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

Phone {
    id: root

    AppBar {
        id: bar

        width: parent.width
        sub: true
        title: qsTr("Report")
        subtitle: "BK-2025-1042"

        SyncChip {
            syncState: SyncRing.Local
        }
    }
    Column {
        x: 16
        y: bar.height
        width: parent.width - 32
        spacing: 12

        HeroCard {
            width: parent.width
            emergency: true

            Row {
                spacing: 8

                Icon {
                    name: "siren"
                    color: title.color
                }
                AppText {
                    id: title

                    role: AppText.Label
                    text: qsTr("Emergency")
                    color: "#FFFFFF"
                }
            }
            AppText {
                role: AppText.H1
                text: "Klinikcafé Muster"
                color: title.color
            }
        }
        SectionHeader {
            width: parent.width
            text: qsTr("Signature")
            actionText: qsTr("Start again")
            actionIcon: "undo"
            onActionClicked: box.pad.clear()
        }
        SignatureBox {
            id: box

            objectName: "signature"
            width: parent.width
            signerName: "Erika Mustermann, Hotelleitung"
        }
        AppText {
            x: 4
            role: AppText.Sub
            text: qsTr("Confirms the work, not the referral.")
        }
        LoadingSkeleton {
            width: parent.width
            rows: 3
        }
    }
    BottomActionBar {
        anchors.bottom: parent.bottom
        width: parent.width
        hint: qsTr("Report and signature are saved together.")
        helperText: qsTr("Later")
        primaryText: qsTr("Finish the visit")
        primaryIcon: "check"
        primaryBlockedReason: box.signed ? "" : qsTr("Missing: signature")
    }
}
