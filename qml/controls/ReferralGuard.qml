pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Honest advice: a referral stays locked until finding, photo and repair price are there. findingDone, repairDone,
// photoDone; open: all there. Offers the first missing one; signal missingClicked(int what): ReferralGuard.Finding, Repair, Photo.
Card {
    id: root

    enum Proof {
        Finding,
        Repair,
        Photo
    }

    required property bool findingDone
    required property bool repairDone
    required property bool photoDone
    readonly property list<bool> proofs: [findingDone, repairDone, photoDone]
    readonly property int count: (findingDone ? 1 : 0) + (repairDone ? 1 : 0) + (photoDone ? 1 : 0)
    readonly property bool open: count === 3
    readonly property int firstMissing: !findingDone ? ReferralGuard.Finding : !repairDone ? ReferralGuard.Repair : ReferralGuard.Photo

    signal missingClicked(int what)

    padding: 16
    topPadding: 16
    Accessible.role: Accessible.Grouping
    Accessible.name: heading.text + ", " + tally.text

    Item {
        width: parent.width
        height: Math.max(24, heading.implicitHeight)

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: root.open ? "check" : "scale"
            size: 22
            color: root.open ? Theme.ok : Theme.due
        }
        AppText {
            id: heading

            x: 30
            width: parent.width - x - tally.width - 8
            role: AppText.Strong
            text: root.open ? qsTr("Proof complete") : qsTr("%n proof(s) missing", "", 3 - root.count)
            elide: Text.ElideRight
        }
        AppText {
            id: tally

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            role: AppText.Sub
            text: qsTr("%1 of 3").arg(root.count)
        }
    }
    Item {
        width: 1
        height: 8
    }
    Repeater {
        model: [[qsTr("Finding with grade"), qsTr("Finding with grade is missing")], [qsTr("Repair shown"), qsTr("Repair price is missing")], [qsTr("Photo of the finding"), qsTr("Photo of the finding is missing")]]

        Row {
            id: proof

            required property int index
            required property var modelData
            readonly property bool done: root.proofs[index]

            spacing: 8
            bottomPadding: index < 2 ? 4 : 0

            Icon {
                y: 1
                name: proof.done ? "check" : ["list", "wrench", "cam"][proof.index]
                size: 18
                color: proof.done ? Theme.ok : Theme.due
            }
            AppText {
                role: AppText.Sub
                text: proof.modelData[proof.done ? 0 : 1]
            }
        }
    }
    Item {
        visible: !root.open
        width: 1
        height: 12
    }
    AppButton {
        objectName: root.objectName + ".missing"
        visible: !root.open
        width: parent.width
        compact: true
        kind: AppButton.Tonal
        iconName: ["list", "wrench", "cam"][root.firstMissing]
        text: [qsTr("Add the finding"), qsTr("Show the repair"), qsTr("Take a photo")][root.firstMissing]
        onClicked: root.missingClicked(root.firstMissing)
    }
}
