pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Shell

// To sales: what proves it, the honest advice, the consent, and what happens next. Locked until all of it is there.
ShellPage {
    id: root

    required property ReferralViewModel viewModel

    function leave() {
        if (!Session.navigator.backTo("visit"))
            Session.navigator.show("opportunities");
    }
    function handleBack(): bool {
        if (!viewModel.handedOver)
            return false;
        leave();
        return true;
    }

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: qsTr("To sales")
        subtitle: root.viewModel.subtitle
        onBackClicked: root.viewModel.handedOver ? root.leave() : Session.navigator.back()

        ShellSyncChip {
        }
    }
    Flickable {
        objectName: "referral.content"
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
            spacing: 12

            Banner {
                objectName: "referral.error"
                width: parent.width
                visible: root.viewModel.error !== ""
                tone: Banner.Danger
                text: root.viewModel.error
            }
            HandedOver {
                objectName: "referral.done"
                width: parent.width
                visible: root.viewModel.handedOver
                bonusText: root.viewModel.bonusText
            }
            ProofCard {
                width: parent.width
                visible: !root.viewModel.handedOver
                viewModel: root.viewModel
            }
            ConsentCard {
                width: parent.width
                visible: !root.viewModel.handedOver
                viewModel: root.viewModel
            }
            Card {
                width: parent.width
                visible: !root.viewModel.handedOver
                spacing: 12

                AppText {
                    role: AppText.Label
                    text: qsTr("How does the customer stand to it?")
                }
                SegmentedControl {
                    objectName: "referral.interest"
                    width: parent.width
                    options: [qsTr("Offer now"), qsTr("Later"), qsTr("Information")]
                    currentIndex: root.viewModel.interest
                    onActivated: index => root.viewModel.interest = index
                }
                AppTextArea {
                    objectName: "referral.note"
                    width: parent.width
                    label: qsTr("Note for sales")
                    minimumLines: 1
                    text: root.viewModel.note
                    onEditingFinished: root.viewModel.note = text
                }
            }
            NextSteps {
                width: parent.width
                visible: !root.viewModel.handedOver
                bonusText: root.viewModel.bonusText
            }
        }
    }
    BottomActionBar {
        id: actions

        objectName: "referral.actions"
        y: parent.height - height
        width: parent.width
        hint: root.viewModel.handedOver ? "" : qsTr("Is sent as soon as there is a network.")
        primaryText: root.viewModel.handedOver ? qsTr("Done") : qsTr("Hand over the referral")
        primaryIcon: root.viewModel.handedOver ? "tick" : "send"
        primaryBlockedReason: root.viewModel.blocked
        onPrimaryClicked: {
            if (root.viewModel.handedOver)
                root.leave();
            else
                root.viewModel.handOver();
        }
    }
}
