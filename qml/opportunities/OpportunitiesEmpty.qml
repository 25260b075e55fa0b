pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities

// Nothing to list, and why: nothing is due, the filters hide it, or the list cannot be read.
Item {
    id: root

    required property OpportunitiesViewModel viewModel

    implicitHeight: failed.visible ? failed.implicitHeight : empty.implicitHeight

    ErrorState {
        id: failed

        width: parent.width
        visible: root.viewModel.error !== ""
        title: qsTr("The leads cannot be read")
        code: root.viewModel.error
    }
    EmptyState {
        id: empty

        objectName: "opportunities.empty"
        width: parent.width
        visible: root.viewModel.error === ""
        title: root.viewModel.total > 0 ? qsTr("No lead passes these filters") : qsTr("Nothing becomes due")
        text: root.viewModel.total > 0 ? qsTr("%n lead(s) without them.", "", root.viewModel.total) : qsTr("Units show here as soon as their forecast says so.")
        actionText: root.viewModel.total > 0 ? qsTr("Show all") : ""
        onActionClicked: {
            root.viewModel.nearOnly = false;
            root.viewModel.soonOnly = false;
            root.viewModel.evidenceOnly = false;
        }
    }
}
