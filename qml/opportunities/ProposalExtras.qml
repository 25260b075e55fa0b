pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities

// Accessories, contract, lease, and the repair beside them. Signal repairEdited(): its price is to be typed.
Column {
    id: root

    required property ProposalViewModel viewModel

    signal repairEdited

    spacing: 12

    Card {
        width: parent.width
        padding: 0
        visible: parts.count > 0

        Repeater {
            id: parts

            model: root.viewModel.accessories

            ChoiceRow {
                required property int index
                required property string name
                required property string reason
                required property string price
                required property bool chosen

                objectName: "proposal.accessory." + index
                width: parent ? parent.width : 0
                separated: index > 0
                title: name
                subtitle: reason
                value: price
                checked: chosen
                onPicked: root.viewModel.toggleAccessory(index)
            }
        }
    }
    Card {
        width: parent.width
        padding: 0

        ChoiceRow {
            objectName: "proposal.contract"
            width: parent.width
            visible: root.viewModel.hasContract
            asSwitch: true
            title: root.viewModel.contractTitle
            subtitle: root.viewModel.contractDetail
            value: root.viewModel.contractPrice
            checked: root.viewModel.withContract
            onPicked: root.viewModel.withContract = !root.viewModel.withContract
        }
        ChoiceRow {
            objectName: "proposal.lease"
            width: parent.width
            separated: root.viewModel.hasContract
            asSwitch: true
            title: root.viewModel.leaseTitle
            subtitle: qsTr("Guide value, not binding")
            value: root.viewModel.leasePrice
            checked: root.viewModel.lease
            onPicked: root.viewModel.lease = !root.viewModel.lease
        }
    }
    Card {
        width: parent.width
        padding: 0

        ListRow {
            objectName: "proposal.repair"
            width: parent.width
            iconName: "scale"
            title: qsTr("Offer the repair too")
            subtitle: root.viewModel.repairDetail
            onClicked: root.repairEdited()

            AppCheckBox {
                objectName: "proposal.repair.check"
                anchors.verticalCenter: parent ? parent.verticalCenter : undefined
                label: qsTr("Offer the repair too")
                enabled: root.viewModel.repairKnown
                checked: root.viewModel.repair && root.viewModel.repairKnown
                onToggled: root.viewModel.repair = checked
            }
        }
    }
}
