pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Long lists of each kind of row, for measuring what a frame costs (turnus-gallery --measure). kind: row type.
Rectangle {
    id: root

    property int kind: 0
    readonly property list<string> kinds: ["ListRow", "StepRow", "LedgerRow", "TimelineRow"]
    property alias contentY: list.contentY

    implicitWidth: 412
    implicitHeight: 892
    color: Theme.ground

    Component {
        id: listRow

        ListRow {
            required property int index

            width: ListView.view.width
            separated: index > 0
            iconName: "doc"
            title: "Hotel Musterhof " + index
            subtitle: "BK 420"
            syncState: Math.abs(index % 5)
            chevron: true
        }
    }
    Component {
        id: stepRow

        StepRow {
            required property int index

            width: ListView.view.width
            separated: index > 0
            number: index + 1
            title: "Hotel Musterhof"
            subtitle: "BK 420"
            status: Math.abs(index % 4)
            syncState: Math.abs(index % 5)
        }
    }
    Component {
        id: ledgerRow

        LedgerRow {
            required property int index

            width: ListView.view.width
            separated: index > 0
            title: "BK 620"
            detail: "4.2"
            cents: index * 1234
            status: Math.abs(index % 5)
        }
    }
    Component {
        id: timelineRow

        TimelineRow {
            required property int index

            width: ListView.view.width
            time: "10:30"
            title: "Hotel Musterhof"
            subtitle: "BK 420"
            iconName: "wrench"
            status: Math.abs(index % 3)
            syncState: Math.abs(index % 5)
        }
    }
    ListView {
        id: list

        anchors.fill: parent
        model: 400
        reuseItems: true
        delegate: [listRow, stepRow, ledgerRow, timelineRow][root.kind]
    }
}
