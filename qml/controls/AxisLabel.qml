pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Small word in a drawing, 13 px; does not grow with the text, the sentence beside the drawing does. Not for pages.
Text {
    font.family: Theme.family
    font.pixelSize: 13
    font.weight: Font.DemiBold
    color: Theme.ink
    textFormat: Text.PlainText
    Accessible.ignored: true
}
