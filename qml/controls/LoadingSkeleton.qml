pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Only before the very first filling of the device; everything after comes from the device at once. rows, text.
Card {
    id: root

    property int rows: 2
    property string text: ""

    spacing: 8
    Accessible.role: Accessible.StaticText
    Accessible.name: text === "" ? qsTr("Loading") : text

    Repeater {
        model: root.rows

        Rectangle {
            required property int index

            width: parent ? parent.width * [0.62, 0.86, 0.74][index % 3] : 0
            height: 14
            radius: 7
            color: Theme.sunk
        }
    }
    AppText {
        width: parent.width
        visible: root.text !== ""
        role: AppText.Cap
        text: root.text
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
