pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme
import Turnus.Visit

// What every step stands in: a scrolled column and the bar below it; on a tablet a card with the step's title.
// Default children: the column. below: an item between column and bar (the number pad). The bar's primary goes on to
// the next step after proceed(), which a step may override (answer false to stay).
Item {
    id: root

    required property VisitViewModel viewModel
    required property bool wide
    default property alias content: column.data
    property alias below: under.data
    property alias bar: actions
    property alias spacing: column.spacing
    property real extraHeight: under.childrenRect.height
    property string primaryText: viewModel.nextTitle === "" ? qsTr("Done") : qsTr("Continue: %1").arg(viewModel.nextTitle)
    readonly property real inset: wide ? 20 : 16

    signal helperClicked
    signal scrollWanted(real y)

    function proceed(): bool {
        return true;
    }

    anchors.fill: parent

    Rectangle {
        anchors.fill: parent
        visible: root.wide
        radius: Theme.radiusCard
        color: Theme.surface
        border.width: 1
        border.color: Theme.line
    }
    AppText {
        id: heading

        x: root.inset
        y: 16
        visible: root.wide
        role: AppText.H2
        text: root.viewModel.openTitle
    }
    Flickable {
        id: flick

        y: root.wide ? 56 : 0
        width: parent.width
        height: parent.height - y - (actions.visible ? actions.height : 0) - (root.extraHeight > 0 ? root.extraHeight + 24 : 0)
        contentHeight: column.implicitHeight + column.y + 16
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: column

            x: root.inset
            width: parent.width - 2 * x
            spacing: 12
        }
    }
    Item {
        id: under

        x: root.inset
        y: flick.y + flick.height + 12
        width: parent.width - 2 * x
        height: root.extraHeight
    }
    BottomActionBar {
        id: actions

        objectName: "step.actions"
        x: root.wide ? 1 : 0
        y: parent.height - height - (root.wide ? 1 : 0)
        width: parent.width - 2 * x
        radius: root.wide ? Theme.radiusCard : 0
        primaryText: root.primaryText
        primaryTrailingIcon: root.viewModel.nextTitle === "" ? "" : "fwd"
        onPrimaryClicked: {
            if (root.proceed())
                root.viewModel.next();
        }
        onHelperClicked: root.helperClicked()
    }
}
