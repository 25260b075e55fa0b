pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Shell

// List or ring (unless both show), one's own referrals, and three filters. Signal switched(bool ring).
Column {
    id: root

    required property OpportunitiesViewModel viewModel
    required property bool ring
    property bool both: false

    signal switched(bool ring)

    spacing: 8
    bottomPadding: 4

    Row {
        width: parent.width
        spacing: 8

        SegmentedControl {
            id: views

            objectName: "opportunities.view"
            width: 128
            visible: !root.both
            options: [qsTr("List"), qsTr("Nearness")]
            iconNames: ["list", "radar"]
            currentIndex: root.ring ? 1 : 0
            onActivated: index => root.switched(index === 1)
        }
        AppButton {
            objectName: "opportunities.referrals"
            width: parent.width - (root.both ? 0 : views.width + 8)
            height: views.height
            compact: true
            kind: AppButton.Outlined
            iconName: "send"
            text: qsTr("My referrals")
            onClicked: Session.navigator.open("referrals")
        }
    }
    Flow {
        width: parent.width
        spacing: 8

        Chip {
            objectName: "opportunities.near"
            visible: root.viewModel.placed
            text: qsTr("up to 10 km")
            checkable: false
            checked: root.viewModel.nearOnly
            onClicked: root.viewModel.nearOnly = !root.viewModel.nearOnly
        }
        Chip {
            objectName: "opportunities.soon"
            text: qsTr("up to 12 mo.")
            checkable: false
            checked: root.viewModel.soonOnly
            onClicked: root.viewModel.soonOnly = !root.viewModel.soonOnly
        }
        Chip {
            objectName: "opportunities.evidence"
            text: qsTr("with evidence")
            checkable: false
            checked: root.viewModel.evidenceOnly
            onClicked: root.viewModel.evidenceOnly = !root.viewModel.evidenceOnly
        }
    }
}
