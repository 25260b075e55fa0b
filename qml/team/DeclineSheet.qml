pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team

// Why a bonus is declined. The technician reads it.
Sheet {
    id: root

    required property ReviewViewModel viewModel

    title: qsTr("Decline with a reason")
    subtitle: viewModel.title
    onOpened: reason.forceActiveFocus()

    footer: BottomActionBar {
        objectName: "decline"
        primaryText: qsTr("Decline")
        primaryBlockedReason: root.viewModel.reason.trim() === "" ? qsTr("A reason is missing") : ""
        onPrimaryClicked: {
            if (root.viewModel.decline())
                root.close();
        }
    }

    AppTextArea {
        id: reason

        objectName: "decline.reason"
        width: parent.width
        label: qsTr("Reason")
        note: qsTr("The technician reads it with the bonus.")
        error: root.viewModel.error
        text: root.viewModel.reason
        onTextChanged: root.viewModel.reason = text
    }
}
