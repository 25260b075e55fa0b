pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One of the two costs a year: title, amount, a bar as long as its share; better: the cheaper one.
Item {
    id: root

    required property string title
    required property string amount
    required property real share
    required property bool better

    implicitHeight: Math.max(36, words.implicitHeight + 12)
    Accessible.role: Accessible.StaticText
    Accessible.name: qsTr("%1: %2 a year").arg(title).arg(amount)

    AppText {
        id: words

        width: Math.max(implicitWidth, Theme.px(84))
        anchors.verticalCenter: parent.verticalCenter
        text: root.title
        Accessible.ignored: true
    }
    ProgressTrack {
        x: words.width + 12
        width: money.x - x - 12
        anchors.verticalCenter: parent.verticalCenter
        value: root.share
        fill: root.better ? Theme.ok : Theme.dueFill
        Accessible.ignored: true
    }
    AppText {
        id: money

        x: parent.width - width
        width: Math.max(implicitWidth, Theme.px(84))
        anchors.verticalCenter: parent.verticalCenter
        tab: true
        color: Theme.ink
        text: root.amount
        horizontalAlignment: Text.AlignRight
        Accessible.ignored: true
    }
}
