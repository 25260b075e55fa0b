pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Shell

// Good, better, best beside the repair: what fits the measured use and what it costs.
ShellPage {
    id: root

    required property ProposalViewModel viewModel

    function handleBack(): bool {
        if (!repairSheet.opened)
            return false;
        repairSheet.close();
        return true;
    }
    function next() {
        viewModel.markShown();
        Session.navigator.open("referral", viewModel.assetId, viewModel.visitId);
    }

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: qsTr("Proposal")
        subtitle: root.viewModel.subtitle
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    Flickable {
        objectName: "proposal.content"
        y: bar.height
        width: parent.width
        height: actions.y - y
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 760)
            spacing: 12

            Row {
                x: 4
                width: parent.width - 8
                spacing: 8

                Icon {
                    anchors.verticalCenter: parent.verticalCenter
                    name: "meter"
                    size: 22
                }
                AppText {
                    objectName: "proposal.usage"
                    width: parent.width - 30
                    text: root.viewModel.usage
                    wrapMode: Text.Wrap
                }
            }
            ErrorState {
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("The proposal cannot be made")
                code: root.viewModel.error
            }
            OptionRow {
                width: parent.width
                viewModel: root.viewModel
            }
            Banner {
                objectName: "proposal.advice"
                width: parent.width
                visible: root.viewModel.advice !== ""
                tone: Banner.Info
                iconName: "scale"
                text: root.viewModel.advice
            }
            ProposalExtras {
                width: parent.width
                viewModel: root.viewModel
                onRepairEdited: repairSheet.open()
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "proposal.actions"
        y: parent.height - height
        width: parent.width
        helperText: root.viewModel.brochure > 0 ? qsTr("Show") : ""
        helperIcon: root.viewModel.brochure > 0 ? "screen" : ""
        helperLabel: qsTr("Show the brochure")
        primaryText: qsTr("Next: proof")
        primaryTrailingIcon: "fwd"
        primaryBlockedReason: root.viewModel.blocked
        onHelperClicked: Session.navigator.open("presentation", root.viewModel.brochure, root.viewModel.visitId)
        onPrimaryClicked: root.next()

        Item {
            width: parent ? parent.width : 0
            height: sum.height

            Column {
                id: sum

                width: parent.width - total.width - 8

                AppText {
                    role: AppText.H3
                    text: qsTr("Net total")
                }
                AppText {
                    width: parent.width
                    role: AppText.Cap
                    text: root.viewModel.priceList
                    elide: Text.ElideRight
                }
            }
            AppText {
                id: total

                objectName: "proposal.total"
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                role: AppText.H2
                tab: true
                text: root.viewModel.total
            }
        }
    }
    RepairSheet {
        id: repairSheet

        viewModel: root.viewModel
    }
}
