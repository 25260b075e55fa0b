pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Team
import Turnus.Theme

// The team's tallies side by side, by name; scrolls when the team is large. model: a MemberModel.
Card {
    id: root

    required property MemberModel model

    padding: 0

    ListView {
        id: list

        width: parent.width
        height: 86 + Theme.px(0)
        implicitHeight: height
        orientation: ListView.Horizontal
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: root.model

        delegate: MemberTally {
            id: member

            required property int index

            width: Math.max(200, list.width / Math.max(1, Math.min(list.count, 5)))
            height: list.height

            Rectangle {
                visible: member.index > 0
                width: 1
                height: parent.height
                color: Theme.line
            }
        }
    }
    Rectangle {
        width: parent.width
        height: 1
        color: Theme.line
    }
    Item {
        width: parent.width
        height: legend.implicitHeight + 16

        TallyLegend {
            id: legend

            x: 16
            y: 8
            width: parent.width - 32
        }
    }
}
