pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Theme

// The steps from the event to the bonus; the result stands below a line. model: roles label, value, strong.
Column {
    id: root

    required property CalculationModel model

    Repeater {
        model: root.model

        Item {
            id: step

            required property string label
            required property string value
            required property bool strong

            width: root.width
            height: Math.max(32, words.implicitHeight + 8) + (strong ? 5 : 0)
            Accessible.role: Accessible.StaticText
            Accessible.name: label + ": " + value

            Rectangle {
                visible: step.strong
                width: parent.width
                height: 1
                color: Theme.line
            }
            AppText {
                id: words

                y: step.strong ? 9 : 4
                width: parent.width - amount.width - 12
                role: step.strong ? AppText.Label : AppText.Body
                lineHeight: Theme.px(24)
                font.pixelSize: Theme.px(15)
                text: step.label
                color: step.strong ? Theme.ink : Theme.ink2
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            AppText {
                id: amount

                y: words.y
                anchors.right: parent.right
                role: AppText.Strong
                tab: true
                text: step.value
                Accessible.ignored: true
            }
        }
    }
}
