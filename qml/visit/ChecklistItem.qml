pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme
import Turnus.Visit

// One item: in order or defect in one tap, a number or words typed. Signals for each.
Item {
    id: root

    required property string label
    required property int kind
    required property string unit
    required property bool isRequired
    required property int answered
    required property string valueText
    required property string note
    required property string limitText
    property bool separated: false
    property bool wrong: false

    signal answerPicked(int answer)
    signal noteEdited(string note)
    signal typed(string text)
    signal entered

    function accepted(fine: bool) {
        wrong = !fine;
    }

    implicitHeight: column.implicitHeight + 24

    Rectangle {
        visible: root.separated
        width: parent.width
        height: 1
        color: Theme.line
    }
    Column {
        id: column

        x: 16
        y: 12
        width: parent.width - 32
        spacing: 8

        Item {
            width: parent.width
            height: Math.max(words.implicitHeight, 24)

            AppText {
                id: words

                width: parent.width - 32
                role: AppText.Strong
                text: root.isRequired ? root.label : qsTr("%1 (optional)").arg(root.label)
                wrapMode: Text.Wrap
            }
            Icon {
                anchors.right: parent.right
                visible: root.answered !== ChecklistModel.Open
                name: root.answered === ChecklistModel.Defect ? "warn" : "check"
                size: 24
                color: root.answered === ChecklistModel.Defect ? Theme.due : Theme.ok
            }
        }
        SegmentedControl {
            objectName: root.objectName + ".answer"
            width: parent.width
            visible: root.kind === 0
            options: [qsTr("In order"), qsTr("Defect"), qsTr("Does not apply")]
            currentIndex: root.answered >= ChecklistModel.Ok && root.answered <= ChecklistModel.NotApplicable ? root.answered - 1 : -1
            onActivated: index => root.answerPicked(index + 1)
        }
        AppTextField {
            id: note

            objectName: root.objectName + ".note"
            width: parent.width
            visible: root.kind === 0 && root.answered === ChecklistModel.Defect
            label: qsTr("What is wrong?")
            text: root.note
            onEditingFinished: root.noteEdited(text)
        }
        AppTextField {
            id: value

            objectName: root.objectName + ".value"
            width: parent.width
            visible: root.kind !== 0
            label: root.kind === 1 ? qsTr("Value") : qsTr("Remark")
            unit: root.unit
            note: root.limitText
            tab: root.kind === 1
            text: root.valueText
            error: root.wrong ? qsTr("This is no number.") : ""
            inputMethodHints: root.kind === 1 ? Qt.ImhFormattedNumbersOnly : Qt.ImhNone
            onTextEdited: root.typed(text)
            onEditingFinished: root.entered()
        }
    }
}
