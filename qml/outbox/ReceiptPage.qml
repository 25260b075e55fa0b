pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Outbox
import Turnus.Shell
import Turnus.Theme

// What the server has signed that it holds of a day; what is missing; the file for others.
ShellPage {
    id: root

    required property ReceiptViewModel viewModel

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        title: root.viewModel.title
        sub: true
        wide: root.wide
        onBackClicked: Session.navigator.back()

        IconButton {
            objectName: "receipt.earlier"
            iconName: "back"
            label: qsTr("Earlier receipt")
            enabled: root.viewModel.hasEarlier
            onClicked: root.viewModel.earlier()
        }
        IconButton {
            objectName: "receipt.later"
            iconName: "fwd"
            label: qsTr("Later receipt")
            enabled: root.viewModel.hasLater
            onClicked: root.viewModel.later()
        }
    }
    Flickable {
        objectName: "receipt.scroll"
        y: bar.height
        width: parent.width
        height: actions.y - y
        contentHeight: column.implicitHeight + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.margin
            width: Math.min(parent.width - 2 * x, 720)
            spacing: 8

            Card {
                width: parent.width
                visible: root.viewModel.there
                spacing: 4

                Row {
                    width: parent.width
                    spacing: 12

                    Icon {
                        name: root.viewModel.genuine ? "shield" : "warn"
                        color: root.viewModel.whole ? Theme.ok : root.viewModel.genuine ? Theme.primary : Theme.danger
                    }
                    AppText {
                        objectName: "receipt.signature"
                        width: parent.width - 36
                        role: AppText.Strong
                        text: root.viewModel.signature
                        wrapMode: Text.Wrap
                    }
                }
                AppText {
                    objectName: "receipt.summary"
                    x: 36
                    width: parent.width - x
                    role: AppText.Sub
                    text: root.viewModel.summary
                    wrapMode: Text.Wrap
                }
                AppText {
                    x: 36
                    width: parent.width - x
                    visible: text !== ""
                    role: AppText.Sub
                    text: root.viewModel.extras
                    wrapMode: Text.Wrap
                }
            }
            Banner {
                objectName: "receipt.failure"
                width: parent.width
                visible: text !== ""
                tone: Banner.Due
                text: root.viewModel.failure
            }
            SectionHeader {
                width: parent.width
                visible: root.viewModel.there
                text: qsTr("Visits")
            }
            Card {
                width: parent.width
                visible: root.viewModel.there
                padding: 0

                Repeater {
                    model: root.viewModel.visits

                    ProofItem {
                        width: column.width
                    }
                }
            }
            AppText {
                width: parent.width
                leftPadding: 16
                rightPadding: 16
                visible: root.viewModel.key !== ""
                role: AppText.Cap
                color: Theme.ink2
                text: qsTr("Checked on this device, key %1. Anyone can check the file with the company's public key.").arg(root.viewModel.key)
                wrapMode: Text.Wrap
            }
            EmptyState {
                objectName: "receipt.empty"
                width: parent.width
                visible: !root.viewModel.there
                iconName: "shield"
                title: qsTr("No receipt of this day yet")
                text: qsTr("It comes by itself once the last visit is confirmed. You can also ask for it now.")
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "receipt"
        width: parent.width
        y: parent.height - height
        primaryText: root.viewModel.there ? qsTr("Ask anew") : qsTr("Ask the server")
        primaryIcon: "sync"
        primaryBusy: root.viewModel.syncing
        primaryBlockedReason: root.viewModel.blocked
        helperText: root.viewModel.there ? qsTr("Save file") : ""
        helperIcon: root.viewModel.there ? "export" : ""
        onPrimaryClicked: root.viewModel.fetch()
        onHelperClicked: root.viewModel.exportFile()
    }
    Snackbar {
        id: snackbar

        bottomOffset: actions.height
    }
    Connections {
        function onExported(file: string) {
            snackbar.show(qsTr("Saved: %1").arg(file), "");
        }

        target: root.viewModel
    }
}
