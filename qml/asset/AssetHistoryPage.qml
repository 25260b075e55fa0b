pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Shell

// All that happened to a unit, newest first.
ShellPage {
    id: root

    required property AssetViewModel viewModel

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: qsTr("History")
        subtitle: root.viewModel.title + " · " + root.viewModel.serial
        onBackClicked: Session.navigator.back()
    }
    ListView {
        id: list

        objectName: "history.list"
        x: root.margin
        y: bar.height
        width: Math.min(parent.width - 2 * x, 720)
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.viewModel.events
        section.property: "year"
        bottomMargin: 16

        delegate: CardRow {
            id: frame

            width: list.width
            first: ListView.previousSection !== ListView.section
            last: ListView.nextSection !== ListView.section
            heading: year
            bodyHeight: row.implicitHeight

            required property string day
            required property string year
            required property string title
            required property string detailText
            required property string value
            required property string iconName

            EventItem {
                id: row

                width: frame.width
                day: frame.day
                year: ""
                title: frame.title
                detailText: frame.detailText
                value: frame.value
                iconName: frame.iconName
            }
        }

        EmptyState {
            width: parent.width
            visible: list.count === 0
            iconName: "hist"
            title: qsTr("Nothing recorded yet")
            text: qsTr("Visits, readings and repairs show here as soon as they are recorded.")
        }
    }
}
