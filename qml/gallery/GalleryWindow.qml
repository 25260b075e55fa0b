pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Turnus.Controls
import Turnus.Theme

// The gallery for people: one page at a time, theme and text size by keys and buttons.
Window {
    id: root

    required property list<string> pages
    required property string page

    width: 1280
    height: 900
    visible: true
    color: Theme.ground
    title: qsTr("Turnus: every control in every state")

    Binding {
        target: Theme
        property: "pixelRatio"
        value: root.Screen.devicePixelRatio
    }
    Row {
        id: choices

        x: 16
        y: 8
        spacing: 8

        Repeater {
            model: root.pages

            Chip {
                id: choice

                required property string modelData

                text: modelData
                checkable: false
                checked: modelData === root.page
                onClicked: root.page = choice.modelData
            }
        }
        Chip {
            text: qsTr("dark")
            onToggled: Theme.dark = checked
        }
        Chip {
            text: qsTr("sunlight")
            onToggled: Theme.sunlight = checked
        }
        Chip {
            text: qsTr("large text")
            onToggled: Theme.textScale = checked ? 1.6 : 1
        }
    }
    Flickable {
        anchors.fill: parent
        anchors.topMargin: 64
        contentWidth: loader.width
        contentHeight: loader.height
        clip: true

        Loader {
            id: loader

            source: root.page.charAt(0).toUpperCase() + root.page.slice(1) + "Page.qml"
        }
    }
}
