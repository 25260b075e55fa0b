pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One reason of the forecast as a sentence; opens the facts behind it. Signal clicked().
RowBase {
    id: root

    required property string sentence
    required property bool later
    required property bool assumed

    implicitHeight: Math.max(48, words.implicitHeight + 16)
    Accessible.role: Accessible.Button
    Accessible.name: sentence

    Icon {
        x: 16
        anchors.verticalCenter: parent.verticalCenter
        name: root.assumed ? "info" : root.later ? "check" : "chance"
        size: 20
        color: root.assumed ? Theme.ink2 : root.later ? Theme.ok : Theme.due
    }
    AppText {
        id: words

        x: 48
        width: end.x - x - 8
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Sub
        color: Theme.ink
        text: root.sentence
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    Icon {
        id: end

        x: parent.width - width - 12
        anchors.verticalCenter: parent.verticalCenter
        name: "chev"
        size: 20
        color: Theme.ink2
    }
}
