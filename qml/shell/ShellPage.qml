pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Ground of every page that the navigator opens (the rules are in pages.h). wide: room for two panes; hidesNav: the bar
// goes (the rail stays); customerView: bar and rail go, nothing of ours shows; navLine: off above a BottomActionBar.
// handleBack(): override to take the Back key, answer true when it is dealt with.
FocusScope {
    id: root

    property bool wide: Theme.isWide(width + 96)
    property bool hidesNav: false
    property bool customerView: false
    property bool navLine: true
    readonly property real margin: wide ? 24 : 16

    function handleBack(): bool {
        return false;
    }

    implicitWidth: 412
    implicitHeight: 892
    Accessible.role: Accessible.Pane

    Rectangle {
        anchors.fill: parent
        z: -1
        color: Theme.ground
    }
}
