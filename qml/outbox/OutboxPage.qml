pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Outbox
import Turnus.Shell
import Turnus.Theme

// What waits for the server, what it refused, and where a person has to choose.
ShellPage {
    id: root

    required property OutboxViewModel viewModel
    property double discarding: 0

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Sync")
        subtitle: root.viewModel.situation
        sub: true
        wide: root.wide
        onBackClicked: Session.navigator.back()
    }
    Flickable {
        objectName: "outbox.scroll"
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

            CounterCard {
                width: parent.width
                here: root.viewModel.here
                sent: root.viewModel.sent
                confirmed: root.viewModel.confirmed
            }
            Banner {
                objectName: "outbox.offline"
                width: parent.width
                visible: !root.viewModel.online || root.viewModel.offline
                iconName: "nonet"
                text: root.viewModel.online ? qsTr("No network. Go on working, it is sent by itself later.") : qsTr("You work offline. Go on working, nothing is lost.")
                actionText: root.viewModel.online ? "" : qsTr("Go online")
                onActionClicked: root.viewModel.online = true
            }
            Banner {
                objectName: "outbox.setback"
                width: parent.width
                visible: root.viewModel.setBack !== ""
                tone: Banner.Due
                text: root.viewModel.setBack
            }
            Banner {
                objectName: "outbox.failure"
                width: parent.width
                visible: root.viewModel.failure !== ""
                tone: Banner.Due
                text: root.viewModel.failure
            }
            Banner {
                objectName: "outbox.error"
                width: parent.width
                visible: root.viewModel.error !== ""
                tone: Banner.Danger
                text: root.viewModel.error
            }
            Repeater {
                model: root.viewModel.conflicts

                ConflictCard {
                    id: conflict

                    required property int index
                    required property double conflictId
                    required property string customer
                    required property bool canKeepBoth

                    objectName: "outbox.conflict." + index
                    width: column.width
                    detail: customer
                    bothPossible: canKeepBoth
                    onChosen: answer => root.viewModel.resolve(conflict.conflictId, answer)
                }
            }
            SectionHeader {
                width: parent.width
                visible: root.viewModel.heldCount > 0
                text: qsTr("Set aside")
                detail: qsTr("holds up nothing else")
            }
            Card {
                width: parent.width
                visible: root.viewModel.heldCount > 0
                padding: 0

                Repeater {
                    model: root.viewModel.held

                    HeldItem {
                        width: column.width
                        onRetryAsked: root.viewModel.retry(sequence)
                        onSaveAsked: root.viewModel.save(sequence)
                        onDiscardAsked: {
                            root.discarding = sequence;
                            if (hasContent)
                                question.open();
                            else
                                root.viewModel.discard(sequence);
                        }
                    }
                }
            }
            SectionHeader {
                width: parent.width
                visible: outgoing.visible
                text: qsTr("Outbox")
                detail: root.viewModel.outgoing
            }
            OutgoingCard {
                id: outgoing

                width: parent.width
                visible: root.viewModel.subjectCount > 0 || root.viewModel.files !== ""
                viewModel: root.viewModel
            }
            Card {
                width: parent.width
                visible: root.viewModel.receiptTitle !== ""
                padding: 0

                ListRow {
                    objectName: "outbox.receipt"
                    width: column.width
                    iconName: "shield"
                    iconColor: root.viewModel.receiptWhole ? Theme.ok : Theme.inkOnDueSoft
                    title: root.viewModel.receiptTitle
                    subtitle: root.viewModel.receiptText
                    chevron: true
                    onClicked: Session.navigator.open("receipt")
                }
            }
            EmptyState {
                objectName: "outbox.empty"
                width: parent.width
                visible: root.viewModel.subjectCount === 0 && root.viewModel.files === ""
                iconName: "check"
                iconColor: Theme.ok
                title: qsTr("Nothing waits")
                text: qsTr("The server has everything that you recorded on this device.")
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "outbox"
        width: parent.width
        y: parent.height - height
        primaryText: qsTr("Try now")
        primaryIcon: "sync"
        primaryBusy: root.viewModel.syncing
        primaryBlockedReason: root.viewModel.blocked
        helperText: qsTr("Shift receipt")
        helperIcon: root.wide ? "shield" : ""
        onPrimaryClicked: root.viewModel.tryNow()
        onHelperClicked: Session.navigator.open("receipt")
    }
    AppDialog {
        id: question

        title: qsTr("Discard this entry?")
        text: qsTr("It is taken back on this device. A copy is written as text first.")
        acceptText: qsTr("Discard")
        destructive: true
        onAccepted: root.viewModel.discard(root.discarding)
    }
    Snackbar {
        id: snackbar

        bottomOffset: actions.height
    }
    Connections {
        function onDiscarded(file: string) {
            if (file !== "")
                snackbar.show(qsTr("Discarded. The copy is in %1").arg(file), "");
        }
        function onSaved(file: string) {
            snackbar.show(qsTr("Saved in %1").arg(file), "");
        }

        target: root.viewModel
    }
}
