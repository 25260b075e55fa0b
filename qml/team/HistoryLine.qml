pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Theme

// A history from left to right; scrolls when it is long. model: a HistoryModel.
ListView {
    id: root

    implicitHeight: 28 + Theme.px(36)
    orientation: ListView.Horizontal
    boundsBehavior: Flickable.StopAtBounds
    clip: true

    delegate: Item {
        id: step

        required property int index
        required property string title
        required property string day
        required property string by
        required property bool done
        required property bool bad

        width: Math.max(108, root.width / Math.max(1, root.count))
        height: root.height
        Accessible.role: Accessible.ListItem
        Accessible.name: title + ", " + day + (by === "" ? "" : ", " + by)

        Rectangle {
            x: 8
            y: 7
            visible: step.index < root.count - 1
            width: parent.width
            height: 2
            color: Theme.ok
        }
        HistoryKnot {
            done: step.done
            bad: step.bad
        }
        Column {
            y: 22
            width: parent.width - 8

            AppText {
                width: parent.width
                role: AppText.Cap
                font.weight: Font.DemiBold
                text: step.title
                color: Theme.ink
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            AppText {
                width: parent.width
                role: AppText.Cap
                text: step.day
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
}
