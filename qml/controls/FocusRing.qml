pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Keyboard focus: 3 px ink with a 3 px gap around its parent; inset: drawn inside, for rows at the edge of a card.
// shown: usually parent.visualFocus; cornerRadius: of the shape it goes around.
Rectangle {
    id: root

    required property bool shown
    property real cornerRadius: Theme.radiusButton
    property bool inset: false

    anchors.fill: parent
    anchors.margins: inset ? 3 : -6
    visible: shown
    radius: inset ? Math.max(0, cornerRadius - 3) : cornerRadius + 6
    color: "transparent"
    border.width: 3
    border.color: Theme.ink
}
