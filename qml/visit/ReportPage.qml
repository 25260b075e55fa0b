pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Shell
import Turnus.Theme
import Turnus.Visit

// The whole service report, page below page. A double tap or the button makes it large enough to read on a handheld.
ShellPage {
    id: root

    required property ReportFileViewModel viewModel
    property bool large: false
    readonly property real sheetWidth: Math.min(flick.width - 2 * margin, 900) * (large ? 2 : 1)

    objectName: "report"
    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: root.viewModel.preview ? qsTr("Service report, not signed yet") : qsTr("Service report")
        subtitle: root.viewModel.customer
        onBackClicked: Session.navigator.back()

        IconButton {
            objectName: "report.large"
            visible: root.viewModel.state === ReportFileViewModel.Shown
            iconName: root.large ? "minus" : "zoom"
            label: root.large ? qsTr("Smaller") : qsTr("Larger")
            onClicked: root.large = !root.large
        }
    }
    // tells how many pages there are
    PdfPage {
        id: document

        visible: false
        file: root.viewModel.state === ReportFileViewModel.Shown ? root.viewModel.file : ""
    }
    Flickable {
        id: flick

        objectName: "report.pages"
        y: bar.height
        width: parent.width
        height: parent.height - y
        contentWidth: Math.max(width, root.sheetWidth + 2 * root.margin)
        contentHeight: column.implicitHeight + 2 * root.margin
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        TapHandler {
            onDoubleTapped: root.large = !root.large
        }
        Column {
            id: column

            x: Math.max(root.margin, (flick.width - width) / 2)
            y: root.margin
            spacing: 12

            Repeater {
                model: document.failed ? 0 : document.pageCount

                Rectangle {
                    id: sheet

                    required property int index

                    objectName: "report.page." + (index + 1)
                    width: root.sheetWidth
                    height: width * 297 / 210
                    color: "#FFFFFF"
                    border.width: 1
                    border.color: Theme.line

                    PdfPage {
                        anchors.fill: parent
                        anchors.margins: 1
                        file: document.file
                        page: sheet.index + 1
                        Accessible.role: Accessible.Graphic
                        Accessible.name: qsTr("Page %1 of %2").arg(sheet.index + 1).arg(document.pageCount)
                    }
                }
            }
            Card {
                width: root.sheetWidth
                visible: root.viewModel.state === ReportFileViewModel.Plain

                AppText {
                    objectName: "report.text"
                    width: parent.width
                    text: root.viewModel.text
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Spinner {
        anchors.centerIn: parent
        visible: root.viewModel.state === ReportFileViewModel.Making
    }
    EmptyState {
        objectName: "report.empty"
        anchors.centerIn: parent
        width: Math.min(parent.width - 32, 420)
        visible: document.failed || root.viewModel.state === ReportFileViewModel.NotHere || root.viewModel.state === ReportFileViewModel.Failed
        iconName: "doc"
        title: root.viewModel.state === ReportFileViewModel.NotHere ? qsTr("This report was signed on another device") : qsTr("This report cannot be shown")
        text: root.viewModel.state === ReportFileViewModel.NotHere ? qsTr("The office has it.") : ""
    }
}
