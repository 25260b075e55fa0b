pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// One reason of Today's hero.
Item {
    id: root

    required property string iconName
    required property string text
    required property bool due
    property bool emergency: false
    readonly property color tone: emergency ? Theme.inkOnHero : due ? Theme.inkOnHeroDue : Theme.inkOnHero

    implicitHeight: Math.max(20, words.implicitHeight)

    Icon {
        name: root.iconName
        size: 20
        color: root.due || root.emergency ? root.tone : Theme.inkOnHero2
    }
    AppText {
        id: words

        x: 28
        width: parent.width - x
        role: AppText.Label
        font.weight: root.due ? Font.DemiBold : Font.Medium
        text: root.text
        color: root.tone
        wrapMode: Text.Wrap
        maximumLineCount: 3
        elide: Text.ElideRight
    }
}
