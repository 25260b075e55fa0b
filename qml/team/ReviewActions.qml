pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team
import Turnus.Theme

// Decline with a reason, or approve. Signal declineAsked().
Item {
    id: root

    required property ReviewViewModel viewModel

    signal declineAsked

    implicitHeight: Math.max(approve.implicitHeight, decline.implicitHeight) + 24
    visible: viewModel.open

    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    AppButton {
        id: decline

        objectName: "review.decline"
        x: 20
        y: 12
        width: Math.min(implicitWidth, parent.width - approve.width - 48)
        kind: AppButton.Plain
        text: qsTr("Decline with a reason")
        onClicked: root.declineAsked()
    }
    AppButton {
        id: approve

        objectName: "review.approve"
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 12
        leftPadding: 32
        rightPadding: 32
        iconName: "check"
        text: qsTr("Approve")
        onClicked: root.viewModel.approve()
    }
}
