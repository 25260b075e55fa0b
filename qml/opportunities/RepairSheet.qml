pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities

// The repair's price, as the technician estimates it here.
Sheet {
    id: root

    required property ProposalViewModel viewModel
    property bool wrong: false

    function accept() {
        wrong = !viewModel.setRepairCost(field.text);
        if (!wrong)
            close();
    }

    title: qsTr("Price of the repair")
    subtitle: qsTr("Parts and work, net. The customer sees it beside the new unit.")
    spacing: 12
    // Before it comes in: what a quick hand types meanwhile stays.
    onAboutToShow: {
        field.text = "";
        wrong = false;
    }
    onOpened: field.forceActiveFocus()

    AppTextField {
        id: field

        objectName: "repair.price"
        width: parent.width
        label: qsTr("Price")
        unit: "€"
        tab: true
        inputMethodHints: Qt.ImhFormattedNumbersOnly
        error: root.wrong ? qsTr("Please type an amount in euros") : ""
        onAccepted: root.accept()
    }
    AppButton {
        objectName: "repair.accept"
        width: parent.width
        text: qsTr("Take over")
        onClicked: root.accept()
    }
    Item {
        width: 1
        height: 8
    }
}
