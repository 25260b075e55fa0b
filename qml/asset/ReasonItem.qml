pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One reason: what it is, a bar as long as its months, and the months. Ochre brings the due date nearer, green puts it off;
// what is only assumed has no bar.
RowBase {
    id: root

    required property string title
    required property string shift
    required property string sentence
    required property real share
    required property bool later
    required property bool assumed

    implicitHeight: Math.max(48, words.implicitHeight + 12)
    Accessible.role: Accessible.Button
    Accessible.name: title + ", " + shift
    Accessible.description: sentence

    AppText {
        id: words

        x: 16
        width: (root.assumed ? months.x : bar.x) - x - 8
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
    ProgressTrack {
        id: bar

        x: months.x - width - 12
        width: root.width < 340 ? 40 : implicitWidth
        anchors.verticalCenter: parent.verticalCenter
        visible: !root.assumed
        value: root.share
        fill: root.later ? Theme.ok : Theme.dueFill
        Accessible.ignored: true
    }
    AppText {
        id: months

        x: parent.width - width - 16
        width: Math.max(implicitWidth, Theme.px(92))
        anchors.verticalCenter: parent.verticalCenter
        role: AppText.Sub
        color: Theme.ink
        text: root.shift
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
}
