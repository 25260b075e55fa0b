pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One earlier forecast: what it said, its range, and the reasons it gave.
Item {
    id: root

    required property string said
    required property string detailText
    required property string why
    property bool separated: false

    implicitHeight: words.implicitHeight + 24
    Accessible.role: Accessible.StaticText
    Accessible.name: said + ". " + detailText + ". " + why

    Rectangle {
        width: parent.width
        height: 1
        visible: root.separated
        color: Theme.line
    }
    Column {
        id: words

        x: 16
        y: 12
        width: parent.width - 32

        AppText {
            width: parent.width
            role: AppText.Strong
            text: root.said
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            role: AppText.Sub
            text: root.detailText
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
        AppText {
            width: parent.width
            visible: text !== ""
            role: AppText.Sub
            text: root.why
            wrapMode: Text.Wrap
            Accessible.ignored: true
        }
    }
}
