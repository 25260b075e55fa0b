pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A word of the chart's legend with its mark: a bar (filled) or the line of the interval.
Row {
    id: root

    required property string text
    property bool filled: false

    spacing: 6

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: root.filled ? 12 : 2
        height: root.filled ? 12 : 16
        radius: root.filled ? 3 : 1
        color: root.filled ? Theme.dueFill : Theme.ink
    }
    AppText {
        role: AppText.Cap
        text: root.text
    }
}
