pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Controls
import Turnus.Theme

// Words at the left and at the right of one line; either may be strong.
Item {
    id: root

    property string leading: ""
    property string trailing: ""
    property bool strongLeading: false
    property bool strongTrailing: false

    implicitHeight: Math.max(leftText.implicitHeight, rightText.implicitHeight)

    AppText {
        id: leftText

        width: parent.width - rightText.width - 8
        role: root.strongLeading ? AppText.Strong : AppText.Sub
        text: root.leading
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    AppText {
        id: rightText

        anchors.right: parent.right
        anchors.bottom: leftText.bottom
        role: AppText.Sub
        font.weight: root.strongTrailing ? Font.DemiBold : Font.Medium
        color: root.strongTrailing ? Theme.ink : Theme.ink2
        text: root.trailing
        Accessible.ignored: true
    }
}
