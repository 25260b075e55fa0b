pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Opportunities
import Turnus.Shell

// Where a replacement is coming: as a list by due date, or by nearness without a map; on a tablet both.
ShellPage {
    id: root

    required property OpportunitiesViewModel viewModel
    property bool ring: false

    function openRow(asset: real, lead: real) {
        if (lead > 0)
            Session.navigator.open("referrals", lead);
        else
            Session.navigator.open("asset", asset);
    }

    AppBar {
        id: bar

        width: parent.width
        wide: root.wide
        title: qsTr("Leads")

        ShellSyncChip {
        }
    }
    OpportunityFilters {
        id: filters

        x: root.margin
        y: bar.height
        width: root.wide ? Math.round(Math.max(400, (parent.width - 2 * x) * 0.48)) : parent.width - 2 * x
        viewModel: root.viewModel
        both: root.wide
        ring: root.ring
        onSwitched: on => root.ring = on
    }
    ListView {
        id: list

        objectName: "opportunities.list"
        x: root.margin
        y: filters.y + filters.height
        width: filters.width
        height: parent.height - y
        visible: root.wide || !root.ring
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        bottomMargin: 16
        cacheBuffer: 400
        model: root.viewModel.rows

        delegate: OpportunityItem {
            id: item

            width: list.width
            first: ListView.previousSection !== ListView.section
            last: ListView.nextSection !== ListView.section
            onClicked: root.openRow(item.assetId, item.leadId)
        }
        section.property: "section"

        OpportunitiesEmpty {
            y: 8
            width: parent.width
            visible: list.count === 0
            viewModel: root.viewModel
        }
    }
    Flickable {
        x: root.wide ? list.x + list.width + root.margin : root.margin
        y: root.wide ? bar.height : list.y
        width: parent.width - x - root.margin
        height: parent.height - y
        visible: root.wide || root.ring
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        contentHeight: near.implicitHeight + 16

        NearnessPane {
            id: near

            width: parent.width
            viewModel: root.viewModel
            onOpened: (asset, lead) => root.openRow(asset, lead)
        }
    }
}
