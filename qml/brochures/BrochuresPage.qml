pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Brochures
import Turnus.Controls
import Turnus.Shell

// The library: what fits the unit one stands at, then everything by kind.
ShellPage {
    id: root

    required property BrochuresViewModel viewModel
    property bool searching: false

    function show(brochure: real) {
        Session.navigator.open("presentation", brochure, viewModel.visitId);
    }

    hidesNav: viewModel.forUnit

    AppBar {
        id: bar

        width: parent.width
        wide: root.wide
        sub: root.viewModel.forUnit
        title: qsTr("Brochures")
        onBackClicked: Session.navigator.back()

        IconButton {
            objectName: "brochures.find"
            iconName: root.searching ? "close" : "find"
            label: root.searching ? qsTr("Close the search") : qsTr("Search brochures")
            onClicked: {
                root.searching = !root.searching;
                root.viewModel.query = "";
                if (root.searching)
                    field.forceActiveFocus();
            }
        }
        Badge {
            anchors.verticalCenter: parent ? parent.verticalCenter : undefined
            visible: root.viewModel.loadingCount > 0
            iconName: "dl"
            text: qsTr("%n still loading", "", root.viewModel.loadingCount)
        }
    }
    ListView {
        id: list

        property bool moved: false

        // While nobody has scrolled, the head shows however it grows.
        function toTop() {
            if (!moved)
                contentY = originY - topMargin;
        }

        objectName: "brochures.list"
        x: root.margin
        y: bar.height
        width: Math.min(parent.width - 2 * x, 860)
        height: parent.height - y
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        model: root.viewModel.all
        topMargin: head.height
        bottomMargin: 16
        onTopMarginChanged: toTop()
        onContentHeightChanged: toTop()
        onMovementStarted: moved = true

        // Qt 6.4 makes no header from a bound component; this scrolls along just the same
        Column {
            id: head

            parent: list.contentItem
            y: -height
            width: list.width
            bottomPadding: 8
            spacing: 8

            SearchField {
                id: field

                objectName: "brochures.search"
                width: parent.width
                visible: root.searching
                placeholderText: qsTr("Title or product")
                onTextEdited: root.viewModel.query = text
            }
            ErrorState {
                width: parent.width
                visible: root.viewModel.error !== ""
                title: qsTr("The brochures cannot be read")
                code: root.viewModel.error
            }
            Column {
                width: parent.width
                visible: root.viewModel.forUnit && !root.searching

                SectionHeader {
                    width: parent.width
                    text: root.viewModel.fittingTitle
                }
                Card {
                    width: parent.width
                    padding: 0
                    selected: fitting.count > 0
                    visible: fitting.count > 0

                    Repeater {
                        id: fitting

                        model: root.viewModel.fitting

                        FittingItem {
                            id: offer

                            width: parent ? parent.width : 0
                            onShowClicked: root.show(offer.brochureId)
                        }
                    }
                }
                EmptyState {
                    width: parent.width
                    visible: fitting.count === 0
                    iconName: "book"
                    title: qsTr("No brochure fits this unit")
                    text: qsTr("All valid ones are listed below.")
                }
            }
            SectionHeader {
                width: parent.width
                text: qsTr("All documents")
                detail: qsTr("%1 of %2 on this device").arg(root.viewModel.presentCount).arg(root.viewModel.totalCount)
            }
            Flow {
                width: parent.width
                spacing: 8

                Repeater {
                    model: root.viewModel.filters

                    Chip {
                        required property int index
                        required property string modelData

                        objectName: "brochures.filter." + index
                        text: modelData
                        checkable: false
                        checked: root.viewModel.filter === index
                        onClicked: root.viewModel.filter = index
                    }
                }
            }
            EmptyState {
                objectName: "brochures.empty"
                width: parent.width
                visible: list.count === 0 && root.viewModel.error === ""
                iconName: "book"
                title: root.viewModel.query === "" ? qsTr("No documents here") : qsTr("Nothing found")
                text: root.viewModel.query === "" ? qsTr("They arrive with the next sync.") : ""
            }
        }

        delegate: BrochureItem {
            id: item

            width: list.width
            count: list.count
            onClicked: root.show(item.brochureId)
        }
    }
}
