pragma ComponentBehavior: Bound
import QtQuick

// A day's appointments on one line, as a card. model: roles time, title, subtitle, iconName, status (StepRow's), detail,
// syncState (-1: none). Signal picked(int index). For long lists put TimelineRow into a ListView yourself.
Card {
    id: root

    required property var model

    signal picked(int index)

    padding: 0
    topPadding: 4
    bottomPadding: 4

    Repeater {
        id: repeater

        model: root.model

        TimelineRow {
            id: row

            required property int index
            required subtitle
            required iconName
            required status
            required detail
            required syncState

            objectName: root.objectName + "." + index
            width: root.width
            first: index === 0
            last: index === repeater.count - 1
            onClicked: root.picked(row.index)
        }
    }
}
