pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Theme

// The proof: finding or due note, the repair that was shown, and what else the visit holds.
Card {
    id: root

    required property ReferralViewModel viewModel
    readonly property bool complete: viewModel.evidenceDone && viewModel.repairDone

    spacing: 8
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text

    Item {
        width: parent.width
        height: Math.max(28, heading.implicitHeight)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.complete ? "check" : "scale"
            color: root.complete ? Theme.ok : Theme.due
        }
        AppText {
            id: heading

            objectName: "referral.proof"
            x: 32
            width: parent.width - x - count.width - 8
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.H3
            text: root.complete ? qsTr("Proof complete") : qsTr("Proof is missing")
            elide: Text.ElideRight
        }
        AppText {
            id: count

            objectName: "referral.count"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.Sub
            text: qsTr("%1 of 3").arg(root.viewModel.doneCount)
        }
    }
    Repeater {
        model: [[root.viewModel.evidenceDone, root.viewModel.findingText, "list"], [root.viewModel.repairDone, root.viewModel.repairText, "scale"], [true, root.viewModel.repairsText, "wrench"], [true, root.viewModel.shownText, "screen"]]

        Row {
            id: proof

            required property var modelData
            readonly property bool done: modelData[0]

            width: parent ? parent.width : 0
            visible: modelData[1] !== ""
            spacing: 8

            Icon {
                y: 1
                name: proof.done ? "tick" : proof.modelData[2]
                size: 18
                color: proof.done ? Theme.ok : Theme.due
            }
            AppText {
                width: parent.width - 26
                role: AppText.Sub
                color: proof.done ? Theme.ink : Theme.due
                text: proof.modelData[1]
                wrapMode: Text.Wrap
            }
        }
    }
}
