pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls

// A heading, one of a few choices below it, and what it does. options, currentIndex; signal activated(int index).
Column {
    id: root

    required property string title
    required property list<string> options
    required property int currentIndex
    property string note: ""
    property alias choiceName: choice.objectName

    signal activated(int index)

    spacing: 8

    AppText {
        width: parent.width
        role: AppText.Label
        text: root.title
        wrapMode: Text.Wrap
    }
    SegmentedControl {
        id: choice

        width: parent.width
        options: root.options
        currentIndex: root.currentIndex
        Accessible.name: root.title
        onActivated: index => root.activated(index)
    }
    AppText {
        width: parent.width
        visible: root.note !== ""
        role: AppText.Sub
        text: root.note
        wrapMode: Text.Wrap
    }
}
