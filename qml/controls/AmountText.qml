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
        return qsTr("%1%2%3", "sign, currency, amount").arg(sign).arg(currency).arg(number);
    }

    role: AppText.Strong
    tab: true
    text: unknown ? qsTr("unknown") : formatted()
}
