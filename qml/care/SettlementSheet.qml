pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Care
import Turnus.Controls

// Settles a complaint: how.
Sheet {
    id: root

    required property ComplaintsViewModel complaints

    title: qsTr("Settle the complaint")
    subtitle: root.complaints.settling
    contentSpacing: 12
    footer: BottomActionBar {
        objectName: "settlement.actions"
        primaryText: qsTr("Save as settled")
        primaryBlockedReason: root.complaints.settlementMissing
        onPrimaryClicked: {
            if (root.complaints.settle())
                root.close();
        }
    }

    Banner {
        width: parent.width
        visible: root.complaints.error !== ""
        tone: Banner.Danger
        text: root.complaints.error
    }
    AppTextArea {
        objectName: "settlement.text"
        width: parent.width
        label: qsTr("How was it settled?")
        minimumLines: 2
        text: root.complaints.settlement
        onTextChanged: root.complaints.settlement = text
    }
}
