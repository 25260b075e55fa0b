pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// The places at the left of a tablet, 96 wide. items, currentKey, signal selected(string key): as NavBar.
// The default children stand at the bottom.
Rectangle {
    id: root

    required property var items
    required property string currentKey
    default property alias footer: bottom.data

    signal selected(string key)

    implicitWidth: 96
    implicitHeight: 800
    color: Theme.surface
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Navigation")

    Rectangle {
        anchors.right: parent.right
        width: 1
        height: parent.height
        color: Theme.line
    }
    Column {
        x: 8
        y: 16
        spacing: 8

        Item {
            width: 80
            height: 56

            Mark {
                anchors.centerIn: parent
            }
        }
        Repeater {
            model: root.items

            NavButton {
                id: button

                required property NavItem modelData

                objectName: "nav." + modelData.key
                item: modelData
                current: modelData.key === root.currentKey
                iconY: 6
                width: 80
                height: 64
                onClicked: root.selected(button.modelData.key)
            }
        }
    }
    Column {
        id: bottom

        x: 8
        width: 80
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 16
        spacing: 8
    }
}
