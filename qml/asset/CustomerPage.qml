pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Asset
import Turnus.Controls
import Turnus.Shell

// One customer on a page of his own.
ShellPage {
    id: root

    required property CustomerViewModel viewModel

    function handleBack(): bool {
        return detail.closeSheet();
    }

    hidesNav: true

    AppBar {
        id: bar

        width: parent.width
        sub: true
        wide: root.wide
        title: root.viewModel.name
        subtitle: root.viewModel.subtitle
        onBackClicked: Session.navigator.back()

        ShellSyncChip {
        }
    }
    CustomerDetail {
        id: detail

        x: root.margin
        y: bar.height
        width: Math.min(parent.width - 2 * x, 720)
        height: parent.height - y
        titled: false
        viewModel: root.viewModel
    }
}
