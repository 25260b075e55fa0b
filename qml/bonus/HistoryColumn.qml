pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Bonus
import Turnus.Controls
import Turnus.Theme

// A history from top to bottom, with who and why. model: roles title, day, by, reason, done, bad.
Column {
    id: root

    required property HistoryModel model

    Repeater {
        id: repeater

        model: root.model

        Item {
            id: step

            required property int index
            required property string title
            required property string day
            required property string by
            required property string reason
            required property bool done
            required property bool bad

            width: root.width
            height: words.implicitHeight + 12
            Accessible.role: Accessible.ListItem
            Accessible.name: title + ", " + day + (by === "" ? "" : ", " + by) + (reason === "" ? "" : ", " + reason)

            Rectangle {
                visible: step.index < repeater.count - 1
                x: 7
                y: 16
                width: 2
                height: parent.height - 8
                color: Theme.ok
            }
            HistoryKnot {
                y: 4
                done: step.done
                bad: step.bad
            }
            Column {
                id: words

                x: 32
                width: parent.width - x

                Row {
                    width: parent.width
                    spacing: 8

                    AppText {
                        width: parent.width - when.width - 8
                        role: AppText.Label
                        lineHeight: Theme.px(24)
                        text: step.title
                        wrapMode: Text.Wrap
                        Accessible.ignored: true
                    }
                    AppText {
                        id: when

                        role: AppText.Sub
                        lineHeight: Theme.px(24)
                        text: step.day
                        Accessible.ignored: true
                    }
                }
                AppText {
                    width: parent.width
                    visible: text !== ""
                    role: AppText.Sub
                    text: step.reason === "" ? step.by : step.by === "" ? step.reason : step.by + ": " + step.reason
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
    }
}
