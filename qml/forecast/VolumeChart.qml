pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Bars by month: height the expected count, a line from P10 to P90. months: rows of label, expected, low, high, spoken;
// most: the highest value shown.
Item {
    id: root

    required property var months
    required property real most
    readonly property real base: height - Theme.px(22)
    readonly property real inset: Theme.px(34)
    readonly property real step: (width - inset) / Math.max(1, bars.count)
    // half of the scale as a whole number, so that both lines carry one
    readonly property int half: Math.max(1, Math.ceil(most / 2))

    function yAt(count: real): real {
        return base - count / (2 * half) * (base - 10);
    }

    implicitHeight: 190
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Units due by month")

    Repeater {
        model: [0, root.half, 2 * root.half]

        Item {
            id: line

            required property int modelData

            y: root.yAt(modelData)
            width: root.width

            AppText {
                y: -height / 2
                width: root.inset - 8
                role: AppText.Cap
                text: line.modelData.toLocaleString(Qt.locale(), "f", 0)
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
            Rectangle {
                x: root.inset
                width: root.width - x
                height: 1
                color: line.modelData === 0 ? Theme.lineStrong : Theme.line
            }
        }
    }
    Repeater {
        id: bars

        model: root.months

        Item {
            id: bar

            required property int index
            required property string label
            required property string spoken
            required property real expected
            required property real low
            required property real high

            x: root.inset + index * root.step
            width: root.step
            height: root.height
            Accessible.role: Accessible.StaticText
            Accessible.name: spoken

            Rectangle {
                x: 2
                y: root.yAt(bar.expected)
                width: parent.width - 4
                height: root.base - y
                radius: Math.min(3, height / 2)
                color: Theme.dueFill
            }
            Rectangle {
                x: (parent.width - width) / 2
                y: root.yAt(bar.high)
                width: 2
                height: root.yAt(bar.low) - y
                radius: 1
                color: Theme.ink
            }
            AppText {
                x: (parent.width - width) / 2
                y: root.base + 4
                visible: bar.index % 3 === 0
                role: AppText.Cap
                text: bar.label
                Accessible.ignored: true
            }
        }
    }
}
