pragma ComponentBehavior: Bound
import QtQuick
import Turnus.Theme

// Every text. role: AppText.Num Display H1 H2 H3 Body Strong Label Sub Cap; tab: digits of equal width
// (amounts, times, counters). Lines are centred in their line height as in the design; grows with Theme.textScale.
// Set width or anchors and wrapMode or elide as with Text.
Text {
    id: root

    enum Role {
        Num,
        Display,
        H1,
        H2,
        H3,
        Body,
        Strong,
        Label,
        Sub,
        Cap
    }

    property int role: AppText.Body
    property bool tab: false

    color: role >= AppText.Sub ? Theme.ink2 : Theme.ink
    font.family: tab ? Theme.tabFamily : Theme.family
    font.pixelSize: Theme.sizes[role] * Theme.textScale
    font.weight: Theme.weights[role]
    font.letterSpacing: Theme.spacings[role]
    lineHeightMode: Text.FixedHeight
    lineHeight: Theme.lineHeights[role] * Theme.textScale
    // Qt puts the spare room of a fixed line height below the letters; half of it belongs above.
    topPadding: Math.round((lineHeight - font.pixelSize * 1.21) / 2)
    bottomPadding: -topPadding
    textFormat: Text.PlainText
}
