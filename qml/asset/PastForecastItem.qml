pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One earlier forecast: what it said, its range, and the first reason it gave.
Column {
    id: root

    required property string said
    required property string detailText
    required property string why
    property bool separated: false

    bottomPadding: 12
    Accessible.role: Accessible.StaticText
    Accessible.name: said + ". " + detailText + ". " + why

    Rectangle {
        width: parent.width
        height: root.separated ? 1 : 0
        color: Theme.line
    }
    Item {
        width: 1
        height: 12
    }
    AppText {
        x: 16
        width: parent.width - 32
        role: AppText.Label
        text: root.said
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    AppText {
        x: 16
        width: parent.width - 32
        role: AppText.Sub
        text: root.detailText
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    AppText {
        x: 16
        width: parent.width - 32
        visible: text !== ""
        role: AppText.Sub
        text: root.why
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
