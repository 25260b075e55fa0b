pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Shell

// The technician's own referrals and what became of each.
ShellPage {
    id: root

    required property ReferralsViewModel viewModel

    function handleBack(): bool {
        if (!fate.opened)
            return false;
        fate.close();
        return true;
    }

    hidesNav: true
    Component.onCompleted: if (viewModel.startsOpen)
        fate.open()

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: qsTr("My referrals")
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    ListView {
        id: list

        objectName: "referrals.list"
        x: root.margin
        y: bar.height
        width: Math.min(parent.width - 2 * x, 720)
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: 16
        model: root.viewModel.referrals

        delegate: ReferralItem {
            id: item

            width: list.width
            first: index === 0
            last: index === list.count - 1
            onClicked: {
                root.viewModel.show(item.referralId);
                fate.open();
            }
        }

        EmptyState {
            objectName: "referrals.empty"
            width: parent.width
            visible: list.count === 0
            iconName: "send"
            title: root.viewModel.error === "" ? qsTr("No referral yet") : qsTr("The referrals cannot be read")
            text: root.viewModel.error === "" ? qsTr("Hand the first one over from a unit that is due.") : qsTr("Code %1").arg(root.viewModel.error)
        }
    }
    FateSheet {
        id: fate

        viewModel: root.viewModel
    }
}
