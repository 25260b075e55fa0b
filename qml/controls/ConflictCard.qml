pragma ComponentBehavior: Bound
import QtQuick

// Two values, a person chooses. title ("Please choose: phone"), detail (whose); mineCaption/mine, theirsCaption/theirs;
// bothPossible: third answer. own: mine is the value of the person who chooses. Signal chosen(int answer): ConflictCard.Mine, Theirs, Both.
// Object names: objectName + ".mine", ".theirs", ".both", ".take".
Card {
    id: root

    enum Answer {
        Mine,
        Theirs,
        Both
    }

    required property string title
    required property string mineCaption
    required property string mine
    required property string theirsCaption
    required property string theirs
    property string detail: ""
    property bool bothPossible: true
    property bool own: true
    property int picked: ConflictCard.Mine
    readonly property string takeWords: picked === ConflictCard.Mine ? qsTr("Take yours") : qsTr("Take theirs")

    signal chosen(int answer)

    padding: 12
    spacing: 12

    Row {
        width: parent.width
        spacing: 8

        SyncRing {
            anchors.verticalCenter: parent.verticalCenter
            syncState: SyncRing.Choose
        }
        AppText {
            width: parent.width - 36 - whose.width
            role: AppText.H3
            text: root.title
            elide: Text.ElideRight
        }
        AppText {
            id: whose

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width * 0.4)
            role: AppText.Sub
            text: root.detail
            elide: Text.ElideRight
        }
    }
    Row {
        width: parent.width
        spacing: 8

        ConflictPick {
            id: left

            objectName: root.objectName + ".mine"
            width: (parent.width - 8) / 2
            height: Math.max(implicitHeight, right.implicitHeight)
            caption: root.mineCaption
            value: root.mine
            checked: root.picked === ConflictCard.Mine
            onClicked: root.picked = ConflictCard.Mine
        }
        ConflictPick {
            id: right

            objectName: root.objectName + ".theirs"
            width: (parent.width - 8) / 2
            height: Math.max(implicitHeight, left.implicitHeight)
            caption: root.theirsCaption
            value: root.theirs
            checked: root.picked === ConflictCard.Theirs
            onClicked: root.picked = ConflictCard.Theirs
        }
    }
    Row {
        width: parent.width
        spacing: 8

        AppButton {
            objectName: root.objectName + ".both"
            visible: root.bothPossible
            width: (parent.width - 8) / 2
            compact: true
            kind: AppButton.Outlined
            leftPadding: 4
            rightPadding: 4
            text: qsTr("Keep both")
            onClicked: root.chosen(ConflictCard.Both)
        }
        AppButton {
            objectName: root.objectName + ".take"
            width: root.bothPossible ? (parent.width - 8) / 2 : parent.width
            compact: true
            kind: AppButton.Tonal
            leftPadding: 4
            rightPadding: 4
            iconName: "tick"
            text: root.own ? root.takeWords : qsTr("Take this value")
            onClicked: root.chosen(root.picked)
        }
    }
}
