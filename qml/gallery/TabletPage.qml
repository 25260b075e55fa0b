pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// A tablet: rail, tall steps, a sheet that is open.
Rectangle {
    id: root

    implicitWidth: 1280
    implicitHeight: 800
    color: Theme.ground

    NavRail {
        id: rail

        height: parent.height
        currentKey: "today"
        items: places.items
    }
    TechnicianPlaces {
        id: places
    }
    AppBar {
        id: bar

        x: rail.width
        width: parent.width - x
        sub: true
        wide: true
        title: "Hotel Musterhof"
        subtitle: "BK 420 · 20718"

        SyncChip {
            syncState: SyncRing.Local
            count: 1
        }
    }
    Card {
        x: rail.width + 24
        y: bar.height
        width: 352
        padding: 0

        Repeater {
            id: steps

            model: [qsTr("Checklist"), qsTr("Readings"), qsTr("Parts"), qsTr("Photos"), qsTr("Findings")]

            StepRow {
                required property int index
                required property string modelData

                width: 352
                tall: true
                roundTop: index === 0
                roundBottom: index === steps.count - 1
                separated: index > 0
                number: index + 1
                title: modelData
                subtitle: qsTr("14 of 15 confirmed")
                status: index < 3 ? StepRow.Done : index === 3 ? StepRow.Now : StepRow.Todo
            }
        }
    }
    Sheet {
        id: sheet

        title: qsTr("Due note: BK 420")
        subtitle: qsTr("Three taps are enough. It is saved here.")
        contentSpacing: 8
        footer: BottomActionBar {
            helperText: qsTr("Note only")
            primaryText: qsTr("Next: offer")
            primaryTrailingIcon: "fwd"
        }

        AppRadioButton {
            width: parent.width
            boxed: true
            text: qsTr("Runs well")
        }
        AppRadioButton {
            width: parent.width
            boxed: true
            checked: true
            text: qsTr("Plan a replacement")
        }
    }

    // once the page stands in its window
    Timer {
        running: true
        interval: 0
        onTriggered: sheet.open()
    }
}
