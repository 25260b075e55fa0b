pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Five places at the bottom, 68 high. items: list of NavItem; currentKey; line: off below a BottomActionBar.
// Signal selected(string key). Object names: "nav." + key.
Rectangle {
    id: root

    required property var items
    required property string currentKey
    property bool line: true

    signal selected(string key)

    implicitWidth: 412
    implicitHeight: 68
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Navigation")

    Rectangle {
        visible: root.line
        width: parent.width
        height: 1
        color: Theme.line
    }
    Row {
        x: 8
        y: 6

        Repeater {
            model: root.items

            NavButton {
                id: button

                required property NavItem modelData

                objectName: "nav." + modelData.key
                item: modelData
                current: modelData.key === root.currentKey
                width: (root.width - 16) / root.items.length
                onClicked: root.selected(button.modelData.key)
            }
        }
    }
}
