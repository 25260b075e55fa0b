pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// What happens after the hand-over, and what the technician gets for it.
Card {
    id: root

    property string bonusText: ""

    spacing: 8

    AppText {
        role: AppText.Label
        text: qsTr("What happens next")
    }
    Repeater {
        model: [["clock", qsTr("Your supervisor checks the proof, then sales takes over. Under Leads you see every step.")], ["euro", root.bonusText]]

        Row {
            id: step

            required property var modelData

            width: parent ? parent.width : 0
            visible: modelData[1] !== ""
            spacing: 12

            Icon {
                y: 1
                name: step.modelData[0]
                size: 20
                color: Theme.ink2
            }
            AppText {
                width: parent.width - 32
                role: AppText.Sub
                text: step.modelData[1]
                wrapMode: Text.Wrap
            }
        }
    }
}
