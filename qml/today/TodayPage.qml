pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Today

// The technician's day: what comes next and why, the plan, and the way there. On a tablet plan and next stop stand
// beside each other.
ShellPage {
    id: root

    required property TodayViewModel viewModel
    readonly property real columnWidth: wide ? (width - 2 * margin - 24) / 2 : width - 2 * margin

    function openVisit(appointment: real) {
        if (appointment > 0)
            Session.navigator.open("visit", appointment);
    }

    objectName: "today"
    navLine: wide || !actions.visible
    T.StackView.onActivated: viewModel.setWatching(true)
    T.StackView.onDeactivated: viewModel.setWatching(false)

    AppBar {
        id: bar

        width: parent.width
        title: qsTr("Today")
        subtitle: root.viewModel.dayText
        wide: root.wide

        IconButton {
            objectName: "today.search"
            visible: Session.navigator.has("customers")
            iconName: "find"
            label: qsTr("Search customers and units")
            onClicked: Session.navigator.open("customers")
        }
        ShellSyncChip {
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Flickable {
        id: flick

        objectName: "today.scroll"
        y: bar.height
        width: parent.width
        height: parent.height - y - (actions.visible && !root.wide ? actions.height : 0)
        contentHeight: Math.max(left.y + left.implicitHeight, right.y + right.implicitHeight) + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: left

            x: root.margin
            y: 8
            width: root.columnWidth
            spacing: 12

            ErrorState {
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("Today cannot be shown")
                text: root.viewModel.error
            }
            TodayHero {
                width: parent.width
                visible: root.viewModel.hasNext
                viewModel: root.viewModel
                onReadinessAsked: sheet.show(root.viewModel.readiness)
            }
            EmptyState {
                objectName: "today.empty"
                width: parent.width
                visible: !root.viewModel.hasNext && root.viewModel.error === ""
                iconName: root.viewModel.hasStops ? "check" : "today"
                title: root.viewModel.hasStops ? qsTr("Everything is done for today") : qsTr("No appointments today")
                text: root.viewModel.hasStops ? qsTr("What is still here only is sent when there is a network.") : qsTr("New appointments appear here by themselves.")
            }
        }
        Column {
            id: right

            x: root.wide ? root.margin + root.columnWidth + 24 : root.margin
            y: root.wide ? 0 : left.y + left.implicitHeight + 8
            width: root.columnWidth
            visible: root.viewModel.hasStops

            SectionHeader {
                width: parent.width
                text: qsTr("Day plan")
                detail: root.viewModel.doneText
            }
            Timeline {
                objectName: "today.stop"
                width: parent.width
                model: root.viewModel.stops
                onPicked: index => root.openVisit(root.viewModel.appointmentAt(index))
            }
            Item {
                width: 1
                height: 8
                visible: root.viewModel.aheadText !== ""
            }
            Card {
                width: parent.width
                visible: root.viewModel.aheadText !== ""
                padding: 0

                ListRow {
                    objectName: "today.ahead"
                    width: parent.width
                    iconName: root.viewModel.ahead.ready ? "check" : "dl"
                    iconColor: root.viewModel.ahead.ready ? Theme.ok : Theme.inkOnDueSoft
                    title: root.viewModel.ahead.text
                    subtitle: root.viewModel.aheadText
                    chevron: true
                    onClicked: sheet.show(root.viewModel.ahead)
                }
            }
        }
    }
    ReadinessSheet {
        id: sheet

        function show(what: Readiness) {
            readiness = what;
            open();
        }

        readiness: root.viewModel.readiness
    }
    BottomActionBar {
        id: actions

        objectName: "today.actions"
        // on a tablet it belongs to the card
        parent: root.wide ? left : root
        x: root.wide ? -16 : 0
        y: root.wide ? 0 : root.height - height
        width: root.wide ? left.width + 32 : root.width
        visible: root.viewModel.hasNext
        line: !root.wide
        color: root.wide ? "transparent" : Theme.surface
        primaryKind: root.viewModel.emergency && !root.viewModel.underWay ? AppButton.Danger : AppButton.Primary
        primaryText: root.viewModel.onSite ? qsTr("Continue the visit") : root.viewModel.underWay ? qsTr("Arrive") : root.viewModel.emergency ? qsTr("Take the emergency") : qsTr("Start driving")
        primaryIcon: root.viewModel.onSite ? "fwd" : root.viewModel.underWay ? "pin" : root.viewModel.emergency ? "" : "go"
        helperIcon: root.viewModel.nextPhone !== "" ? "phone" : ""
        helperLabel: qsTr("Call %1").arg(root.viewModel.nextName)
        helperFirst: false
        onPrimaryClicked: root.openVisit(root.viewModel.start())
        onHelperClicked: Qt.openUrlExternally("tel:" + root.viewModel.nextPhone.replace(/[^+0-9]/g, ""))
    }
}
