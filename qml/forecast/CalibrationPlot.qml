pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Shapes
import Turnus.Controls
import Turnus.Theme

// Predicted against happened, each 0…1: points on the diagonal are right; a line shows how sure each is. scores: rows of
// predicted, happened, low, high, spoken.
Item {
    id: root

    required property var scores
    readonly property alias count: points.count
    readonly property real inset: Theme.px(52)
    readonly property real side: Math.min(width - inset, 260)

    function xAt(share: real): real {
        return inset + share * side;
    }

    function yAt(share: real): real {
        return 6 + (1 - share) * side;
    }

    implicitHeight: side + 6 + Theme.px(44)
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Failures within a year: forecast against what happened")

    Repeater {
        model: [0, 0.5, 1]

        Item {
            id: mark

            required property real modelData

            Rectangle {
                x: root.inset
                y: root.yAt(mark.modelData)
                width: root.side
                height: 1
                color: mark.modelData === 0 ? Theme.lineStrong : Theme.line
            }
            AppText {
                y: root.yAt(mark.modelData) - height / 2
                width: root.inset - 8
                role: AppText.Cap
                text: qsTr("%1%", "percent").arg(mark.modelData * 100)
                horizontalAlignment: Text.AlignRight
                Accessible.ignored: true
            }
            AppText {
                x: root.xAt(mark.modelData) - width * (mark.modelData === 0 ? 0 : mark.modelData === 1 ? 1 : 0.5)
                y: root.yAt(0) + 4
                role: AppText.Cap
                text: qsTr("%1%", "percent").arg(mark.modelData * 100)
                Accessible.ignored: true
            }
        }
    }
    SmoothShape {
        anchors.fill: parent

        ShapePath {
            strokeColor: Theme.lineStrong
            strokeWidth: 1.5
            strokeStyle: ShapePath.DashLine
            fillColor: "transparent"
            startX: root.xAt(0)
            startY: root.yAt(0)

            PathLine {
                x: root.xAt(1)
                y: root.yAt(1)
            }
        }
    }
    Repeater {
        id: points

        model: root.scores

        Item {
            id: point

            required property real predicted
            required property real happened
            required property real low
            required property real high
            required property string spoken

            x: root.xAt(predicted) - 6
            y: root.yAt(happened) - 6
            width: 12
            height: 12
            Accessible.role: Accessible.StaticText
            Accessible.name: spoken

            Rectangle {
                x: 5
                y: root.yAt(point.high) - point.y
                width: 2
                height: root.yAt(point.low) - root.yAt(point.high)
                radius: 1
                color: Theme.primary
            }
            Rectangle {
                anchors.fill: parent
                radius: 6
                color: Theme.primary
            }
        }
    }
    AppText {
        x: root.inset
        y: root.yAt(0) + Theme.px(22)
        width: root.width - x
        role: AppText.Cap
        text: qsTr("across: forecast within a year · up: happened")
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
