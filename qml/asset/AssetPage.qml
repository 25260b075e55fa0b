pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Care
import Turnus.Controls
import Turnus.Shell

// One installed unit: use, forecast with its reasons, contract and history. Leads to brochures and a proposal.
ShellPage {
    id: root

    required property AssetViewModel viewModel
    readonly property bool complaint: viewModel.complaint.open
    readonly property bool due: !complaint && viewModel.forecast.known && viewModel.forecast.status > 0

    function handleBack(): bool {
        const sheet = evidenceSheet.opened ? evidenceSheet : past.opened ? past : removalSheet.opened ? removalSheet : null;
        if (!sheet)
            return false;
        sheet.close();
        return true;
    }

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: root.viewModel.title
        subtitle: root.viewModel.subtitle
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    Flickable {
        objectName: "asset.content"
        y: bar.height
        width: parent.width
        height: actions.y - y
        contentHeight: grid.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Grid {
            id: grid

            readonly property real columnWidth: columns === 2 ? (width - spacing) / 2 : width

            x: root.margin
            width: parent.width - 2 * x
            columns: root.wide ? 2 : 1
            spacing: root.wide ? 16 : 12

            Column {
                width: grid.columnWidth
                spacing: grid.spacing

                ErrorState {
                    width: parent.width
                    visible: root.viewModel.error !== ""
                    title: qsTr("This unit cannot be shown")
                    code: root.viewModel.error
                }
                ComplaintBanner {
                    objectName: "asset.complaint"
                    width: parent.width
                    complaint: root.viewModel.complaint
                }
                AssetHeader {
                    objectName: "asset.header"
                    width: parent.width
                    visible: root.viewModel.error === ""
                    viewModel: root.viewModel
                }
                RemovalCard {
                    objectName: "asset.gone"
                    width: parent.width
                    visible: root.viewModel.removal.gone
                    removal: root.viewModel.removal
                    onCorrected: removalSheet.show()
                    onFollowed: assetId => Session.navigator.open("asset", assetId, root.viewModel.visitId)
                }
                ForecastCard {
                    objectName: "asset.forecast"
                    width: parent.width
                    visible: root.viewModel.forecast.known
                    forecast: root.viewModel.forecast
                }
            }
            Column {
                width: grid.columnWidth
                spacing: grid.spacing
                visible: root.viewModel.error === ""

                ReasonsCard {
                    objectName: "asset.reasons"
                    width: parent.width
                    visible: root.viewModel.forecast.known
                    viewModel: root.viewModel
                    onPicked: index => {
                        root.viewModel.showEvidence(index);
                        evidenceSheet.open();
                    }
                }
                WorthCard {
                    objectName: "asset.worthCard"
                    width: parent.width
                    visible: root.viewModel.forecast.known && worth.known
                    worth: root.viewModel.worth
                }
                Card {
                    width: parent.width
                    padding: 0

                    ListRow {
                        objectName: "asset.contract"
                        width: parent.width
                        iconName: "shield"
                        title: root.viewModel.contractTitle
                        subtitle: root.viewModel.contractDetail
                        pressable: false
                    }
                    ListRow {
                        objectName: "asset.past"
                        width: parent.width
                        visible: title !== ""
                        iconName: "chat"
                        title: root.viewModel.pastTitle
                        subtitle: root.viewModel.pastDetail
                        chevron: true
                        separated: true
                        onClicked: past.open()
                    }
                    ListRow {
                        objectName: "asset.history"
                        width: parent.width
                        iconName: "hist"
                        title: root.viewModel.historyTitle
                        subtitle: root.viewModel.historyDetail
                        chevron: true
                        separated: true
                        onClicked: Session.navigator.open("history", root.viewModel.assetId, root.viewModel.visitId)
                    }
                    ListRow {
                        objectName: "asset.remove"
                        width: parent.width
                        visible: !root.viewModel.removal.gone
                        iconName: "flag"
                        title: qsTr("Unit is gone")
                        subtitle: qsTr("Failed, replaced, or a competitor's unit")
                        chevron: true
                        separated: true
                        onClicked: removalSheet.show()
                    }
                }
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "asset.actions"
        y: parent.height - height
        width: parent.width
        visible: root.viewModel.error === ""
        helperText: root.due ? qsTr("Show") : ""
        helperIcon: root.due ? "screen" : ""
        helperLabel: qsTr("Show the brochure")
        primaryIcon: root.complaint ? "chat" : root.due ? "swap" : "screen"
        primaryText: root.complaint ? qsTr("To the complaint") : root.due ? qsTr("Proposal") : qsTr("Show brochures")
        onHelperClicked: Session.navigator.open("brochures", root.viewModel.assetId, root.viewModel.visitId)
        onPrimaryClicked: root.complaint ? Session.navigator.open("customer", root.viewModel.customerId, root.viewModel.visitId) : Session.navigator.open(root.due ? "proposal" : "brochures", root.viewModel.assetId, root.viewModel.visitId)
    }
    PastForecastsSheet {
        id: past

        viewModel: root.viewModel
    }
    EvidenceSheet {
        id: evidenceSheet

        evidence: root.viewModel.evidence
    }
    RemovalSheet {
        id: removalSheet

        removal: root.viewModel.removal
        unit: root.viewModel.title + " · " + root.viewModel.serial
    }
}
