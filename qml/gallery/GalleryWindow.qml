pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Turnus.Theme

Window {
    id: root

    width: 1280
    height: 1456
    visible: true
    color: Theme.ground
    title: qsTr("Turnus: every control in every state")

    BoardPage {
        anchors.fill: parent
    }
}
