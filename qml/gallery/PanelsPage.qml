pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Whole pages from controls: the day, signing, nearness.
Rectangle {
    id: root

    implicitWidth: 1268
    implicitHeight: 860
    color: Theme.line

    Row {
        spacing: 16

        PanelToday {
        }
        PanelSignature {
        }
        PanelNearness {
        }
    }
}
