pragma ComponentBehavior: Bound
import QtQuick

// Money in the user's locale, digits of equal width. cents; currency "€"; signed: "+119,00 €"; unknown: says so,
// never 0; wholeEuros: no cents when there are none.
AppText {
    id: root

    property double cents: 0
    property string currency: "€"
    property bool signed: false
    property bool unknown: false
    property bool wholeEuros: false

    function formatted(): string {
        const decimals = wholeEuros && cents % 100 === 0 ? 0 : 2;
        const number = Number(Math.abs(cents) / 100).toLocaleString(Qt.locale(), "f", decimals);
        const sign = cents < 0 ? "\u2212" : signed && cents > 0 ? "+" : "";
        return Qt.locale().name.startsWith("de") ? sign + number + "\u00A0" + currency : sign + currency + number;
    }

    role: AppText.Strong
    tab: true
    text: unknown ? qsTr("unknown") : formatted()
}
