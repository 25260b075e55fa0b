pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// One visit. On a handheld the list of steps or the open step; on a tablet both beside each other.
ShellPage {
    id: root

    required property VisitViewModel viewModel
    readonly property bool stepOpen: viewModel.arrived && viewModel.openStep >= 0
    readonly property bool listShown: viewModel.arrived && (wide || !stepOpen)

    function handleBack(): bool {
        if (wide || !stepOpen)
            return false;
        viewModel.closeStep();
        return true;
    }

    objectName: "visit"
    hidesNav: true
    onWideChanged: {
        if (wide && viewModel.arrived && viewModel.openStep < 0)
            viewModel.openCurrent();
    }
    Component.onCompleted: {
        if (!viewModel.arrived)
            viewModel.lookForArrival();
        else if (wide && viewModel.openStep < 0)
            viewModel.openCurrent();
    }

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: root.stepOpen && !root.wide ? root.viewModel.openTitle : root.viewModel.title
        subtitle: root.stepOpen && !root.wide ? root.viewModel.openSubtitle : root.viewModel.subtitle
        onBackClicked: {
            if (!root.handleBack())
                Session.navigator.back();
        }

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.wide && root.viewModel.arrived
            name: "pin"
            size: 20
            color: Theme.ok
        }
        AppText {
            anchors.verticalCenter: parent.verticalCenter
            visible: root.wide && root.viewModel.arrived
            rightPadding: 8
            leftPadding: 4
            role: AppText.Label
            text: root.viewModel.arrivalText
        }
        ShellSyncChip {
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Banner {
        id: trouble

        objectName: "visit.error"
        x: root.margin
        y: bar.height
        width: root.width - 2 * x
        visible: text !== ""
        tone: Banner.Danger
        text: root.viewModel.error
        actionText: qsTr("Understood")
        onActionClicked: root.viewModel.dismissError()
    }
    Item {
        id: body

        y: bar.height + (trouble.visible ? trouble.height + 8 : 0)
        width: parent.width
        height: parent.height - y

        ArrivePanel {
            anchors.fill: parent
            visible: !root.viewModel.arrived
            viewModel: root.viewModel
            wide: root.wide
        }
        StepList {
            x: root.wide ? 8 : 0
            width: root.wide ? 384 : parent.width
            height: parent.height
            visible: root.listShown
            viewModel: root.viewModel
            wide: root.wide
        }
        VisitStep {
            x: root.wide ? 392 : 0
            width: parent.width - x - (root.wide ? 24 : 0)
            height: parent.height - (root.wide ? 16 : 0)
            visible: root.stepOpen
            viewModel: root.viewModel
            wide: root.wide
        }
    }
}
