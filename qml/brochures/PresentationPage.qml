pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Brochures
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme

// A brochure full screen, in the customer's hands: nothing of ours shows, and one does not get out by accident. Swipe,
// arrow keys or the arrows turn the page; holding the cross or the Back key's question ends it.
ShellPage {
    id: root

    required property PresentationViewModel viewModel

    function leave() {
        Session.navigator.back();
    }
    function handleBack(): bool {
        if (question.opened)
            question.close();
        else
            question.open();
        return true;
    }
    function turn(by: int) {
        pages.currentIndex = Math.max(0, Math.min(pages.count - 1, pages.currentIndex + by));
    }

    customerView: true
    focus: true
    Keys.onRightPressed: turn(1)
    Keys.onLeftPressed: turn(-1)
    Keys.onSpacePressed: turn(1)
    Accessible.name: viewModel.title

    Rectangle {
        anchors.fill: parent
        color: "#FFFFFF"
    }
    ListView {
        id: pages

        objectName: "presentation.pages"
        width: parent.width
        height: controls.y
        visible: root.viewModel.error === ""
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.pageDuration
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: width
        model: root.viewModel.pageCount
        onCurrentIndexChanged: root.viewModel.page = currentIndex + 1

        delegate: PdfPage {
            id: sheet

            required property int index

            objectName: "page." + (index + 1)
            width: pages.width
            height: pages.height
            file: root.viewModel.file
            page: index + 1
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("Page %1 of %2").arg(index + 1).arg(root.viewModel.pageCount)

            EmptyState {
                anchors.centerIn: parent
                width: Math.min(parent.width - 32, 420)
                visible: sheet.failed
                iconName: "book"
                title: qsTr("This page cannot be shown")
            }
        }
    }
    EmptyState {
        objectName: "presentation.error"
        anchors.centerIn: parent
        width: Math.min(parent.width - 32, 420)
        visible: root.viewModel.error !== ""
        iconName: root.viewModel.error === "locked" ? "lock" : "book"
        title: root.viewModel.error === "locked" ? qsTr("This document is no longer valid") : qsTr("This document is not on the device yet")
        actionText: qsTr("Back")
        onActionClicked: root.leave()
    }
    PresentationBar {
        id: controls

        objectName: "presentation.bar"
        y: parent.height - height
        width: parent.width
        page: root.viewModel.page
        pageCount: root.viewModel.pageCount
        edition: root.width > 700 ? root.viewModel.edition : ""
        onTurned: by => root.turn(by)
        onHeld: root.leave()
    }
    AppDialog {
        id: question

        title: qsTr("End the presentation?")
        text: qsTr("The handheld then shows the app again.")
        acceptText: qsTr("End")
        rejectText: qsTr("Go on")
        onAccepted: root.leave()
    }
}
