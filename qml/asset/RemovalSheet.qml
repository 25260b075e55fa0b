pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Asset
import Turnus.Controls

// What became of a unit that is gone: why, since when, and what stands there now. Also corrects what was said before.
Sheet {
    id: root

    required property RemovalViewModel removal
    property string unit: ""
    readonly property bool dated: removal.reason >= 0 && removal.reason !== RemovalViewModel.Kept
    readonly property bool ours: removal.reason === RemovalViewModel.Failed || removal.reason === RemovalViewModel.Condition

    function show() {
        removal.begin();
        open();
    }

    title: qsTr("What became of this unit?")
    subtitle: unit
    contentSpacing: 8
    footer: BottomActionBar {
        objectName: "removal.actions"
        primaryText: root.removal.gone ? qsTr("Save the correction") : qsTr("Save")
        primaryBlockedReason: root.removal.missing
        onPrimaryClicked: {
            if (root.removal.save())
                root.close();
        }
    }

    Repeater {
        model: root.removal.reasons

        AppRadioButton {
            required property int index
            required property string modelData

            objectName: "removal.reason." + index
            width: parent.width
            boxed: true
            text: modelData
            checked: root.removal.reason === index
            onToggled: root.removal.reason = index
        }
    }
    AppText {
        visible: root.dated
        topPadding: 8
        role: AppText.Label
        text: root.removal.reason === RemovalViewModel.Competitor ? qsTr("Seen on") : qsTr("On which day?")
    }
    DayChips {
        name: "removal.day"
        width: parent.width
        visible: root.dated
        words: [qsTr("Today"), qsTr("Yesterday"), qsTr("Another day")]
        choice: root.removal.dayChoice
        day: root.removal.dayText
        onPicked: choice => root.removal.dayChoice = choice
        onTyped: text => root.removal.dayText = text
    }
    AppText {
        visible: root.removal.reason === RemovalViewModel.Failed
        topPadding: 8
        role: AppText.Label
        text: qsTr("Until when did it work?")
    }
    DayChips {
        name: "removal.good"
        width: parent.width
        visible: root.removal.reason === RemovalViewModel.Failed
        words: [qsTr("Until that day"), root.removal.lastSeen === "" ? "" : qsTr("Last seen %1").arg(root.removal.lastSeen), qsTr("Another day")]
        choice: root.removal.goodChoice
        day: root.removal.goodText
        onPicked: choice => root.removal.goodChoice = choice
        onTyped: text => root.removal.goodText = text
    }
    AppText {
        visible: root.ours
        topPadding: 8
        role: AppText.Label
        text: qsTr("What stands there now?")
    }
    Flow {
        width: parent.width
        spacing: 8
        visible: root.ours

        T.ButtonGroup {
            id: successors

            exclusive: true
        }
        Repeater {
            model: root.removal.successors

            Chip {
                required property int index
                required property string modelData

                objectName: "removal.successor." + (index - 1)
                text: modelData
                checked: root.removal.successor === index - 1
                T.ButtonGroup.group: successors
                onClicked: root.removal.successor = index - 1
            }
        }
    }
    AppTextField {
        objectName: "removal.note"
        width: parent.width
        visible: root.removal.reason === RemovalViewModel.Competitor || root.removal.reason === RemovalViewModel.Left
        label: root.removal.reason === RemovalViewModel.Competitor ? qsTr("Make and product") : qsTr("What is known")
        text: root.removal.note
        maximumLength: 200
        onTextEdited: root.removal.note = text
    }
}
