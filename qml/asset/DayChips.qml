pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls

// A day by one tap, or typed. words: of each chip, the last one opens the field; an empty one does not show.
// Signals picked(int choice), typed(string text).
Column {
    id: root

    required property string name
    required property list<string> words
    required property int choice
    required property string day

    signal picked(int choice)
    signal typed(string text)

    spacing: 8

    Flow {
        width: parent.width
        spacing: 8

        T.ButtonGroup {
            id: group

            exclusive: true
        }
        Repeater {
            model: root.words

            Chip {
                required property int index
                required property string modelData

                objectName: root.name + "." + index
                visible: modelData !== ""
                text: modelData
                checked: root.choice === index
                T.ButtonGroup.group: group
                onClicked: root.picked(index)
            }
        }
    }
    AppTextField {
        objectName: root.name + ".text"
        width: Math.min(parent.width, 320)
        visible: root.choice === root.words.length - 1
        label: qsTr("Day (dd/mm/yyyy)")
        tab: true
        inputMethodHints: Qt.ImhPreferNumbers
        text: root.day
        onTextEdited: root.typed(text)
    }
}
