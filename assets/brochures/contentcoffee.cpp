#include "assets/brochures/content.h"

#include <array>

namespace turnus::brochures {

namespace {

// clang-format off
constexpr std::array bk620Facts{
    Fact{"cup", "12 Getränke, zwei Bohnensorten", "Kaffee und Espresso aus eigenen Mühlen. Entkoffeiniert ohne Umfüllen."},
    Fact{"drop", "Frische Milch auf Knopfdruck", "Reinigt das Milchsystem jeden Abend selbst, in sieben Minuten."},
    Fact{"clock", "150 Tassen am Tag", "Zwei Tassen zugleich in 32 Sekunden, auch wenn alle auf einmal kommen."},
    Fact{"shield", "36 Monate Garantie", "Mit Vertrag Plus ist in 8 Stunden jemand da."}};
constexpr std::array bk620FactsEn{
    Fact{"cup", "12 drinks, two kinds of beans", "Coffee and espresso from grinders of their own. Decaf without refilling."},
    Fact{"drop", "Fresh milk at the touch of a button", "Cleans its milk system every evening by itself, in seven minutes."},
    Fact{"clock", "150 cups a day", "Two cups at once in 32 seconds, even when everybody comes down together."},
    Fact{"shield", "36 months' warranty", "With contract Plus somebody is there within 8 hours."}};
constexpr std::array bk520Facts{
    Fact{"cup", "9 Getränke, ein Fingertipp", "Jede Taste trägt das Bild der Tasse. Niemand muss eingewiesen werden."},
    Fact{"smile", "Leise im Nebenraum", "Gedämpfte Mühle mit 58 dB: Besprechungen laufen weiter."},
    Fact{"euro", "Verbrauch je Kostenstelle", "Mit Bezahlmodul BZ 1 getrennt abgerechnet, auf Wunsch kostenlos für Gäste."},
    Fact{"drop", "Reinigung in vier Minuten", "Tablette einlegen, Start drücken. Die Maschine erinnert am Freitag daran."}};
constexpr std::array bk820Facts{
    Fact{"clock", "250 Tassen am Tag", "Zwei Mühlen, zwei Kessel: die Spitze um halb acht ist gedeckt."},
    Fact{"box", "Milchkühler eingebaut", "4 Liter bei 4 °C, Füllstand in der Anzeige, kein Schlauch über die Theke."},
    Fact{"team", "In jeder Filiale gleich", "Rezepte einmal anlegen, per Karte in alle Filialen tragen."},
    Fact{"shield", "36 Monate Garantie", "Eine Ansprechperson für alle Standorte, ein Bericht an die Zentrale."}};
constexpr std::array novaFacts{
    Fact{"meter", "Eigener Kessel je Gruppe", "Temperatur auf 0,3 °C genau, je Röstung eingestellt."},
    Fact{"clock", "In 14 Minuten bereit", "Wecker je Wochentag, Gruppen einzeln abschaltbar."},
    Fact{"wrench", "Für den Service gebaut", "Dichtungen, Siebe und Pumpe von vorn erreichbar: die Wartung dauert 55 Minuten."},
    Fact{"bulb", "30 % weniger Strom", "Gedämmte Kessel und Ruhezeiten statt Dauerheizen."}};

constexpr std::array bkModels{
    Model{"bk520", "BK 520", "Gut", "bis 80 Tassen am Tag", {"9 Getränke", "Milchschaum von Hand", "-Zweite Mühle"}, "8.900 €", "Büro, Praxis, kleine Pension"},
    Model{"bk620", "BK 620", "Besser", "bis 150 Tassen am Tag", {"12 Getränke", "Frischmilch selbsttätig", "Zweite Mühle"}, "11.900 €", "Hotel, Restaurant, Besprechung"},
    Model{"bk820", "BK 820", "Bestens", "bis 250 Tassen am Tag", {"18 Getränke", "Milchkühler eingebaut", "Zweite Mühle, zwei Kessel"}, "15.400 €", "Frühstück ab 80 Gästen, Filiale"}};
constexpr std::array bkModelsEn{
    Model{"bk520", "BK 520", "Good", "up to 80 cups a day", {"9 drinks", "milk frothed by hand", "-second grinder"}, "€8,900", "Office, practice, small guesthouse"},
    Model{"bk620", "BK 620", "Better", "up to 150 cups a day", {"12 drinks", "fresh milk, automatic", "second grinder"}, "€11,900", "Hotel, restaurant, meetings"},
    Model{"bk820", "BK 820", "Best", "up to 250 cups a day", {"18 drinks", "milk cooler built in", "second grinder, two boilers"}, "€15,400", "Breakfast from 80 guests, branches"}};
constexpr std::array novaModels{
    Model{"nova1", "Nova 1", "Gut", "bis 150 Bezüge am Tag", {"1 Brühgruppe", "Kessel 5 l", "-Temperatur je Gruppe"}, "6.200 €", "Kleine Bar, Verkaufstheke"},
    Model{"nova2", "Nova 2", "Besser", "bis 320 Bezüge am Tag", {"2 Brühgruppen", "Kessel 9 l + 2 × 0,8 l", "Temperatur je Gruppe"}, "11.800 €", "Café, Restaurant, Hotelbar"},
    Model{"nova3", "Nova 3", "Bestens", "bis 520 Bezüge am Tag", {"3 Brühgruppen", "Kessel 14 l + 3 × 0,8 l", "Temperatur je Gruppe"}, "14.900 €", "Café mit langer Schlange"}};

constexpr std::array bkData{
    DataRow{"Leistung am Tag", {"80 Tassen", "150 Tassen", "250 Tassen"}}, DataRow{"Kaffee in der Stunde", {"95", "160", "220"}},
    DataRow{"Bohnenbehälter", {"1 × 900 g", "2 × 1.100 g", "2 × 1.400 g"}}, DataRow{"Milch", {"von Hand", "Schlauch, Kühler 4 l", "eingebaut, 4 l"}},
    DataRow{"Anschluss Strom", {"230 V, 2,4 kW", "230 V, 3,1 kW", "400 V, 5,8 kW"}}, DataRow{"Anschluss Wasser", {"Tank oder 3/8″", "3/8″", "3/8″"}},
    DataRow{"Breite × Tiefe", {"320 × 520 mm", "410 × 560 mm", "560 × 580 mm"}}, DataRow{"Gewicht", {"31 kg", "46 kg", "68 kg"}},
    DataRow{"Reinigung von Hand", {"4 min", "7 min", "9 min"}}, DataRow{"Ersatzteile", {"10 Jahre", "10 Jahre", "10 Jahre"}}};
constexpr std::array bkDataEn{
    DataRow{"Cups a day", {"80", "150", "250"}}, DataRow{"Coffees an hour", {"95", "160", "220"}},
    DataRow{"Bean hoppers", {"1 × 900 g", "2 × 1,100 g", "2 × 1,400 g"}}, DataRow{"Milk", {"by hand", "hose, cooler 4 l", "built in, 4 l"}},
    DataRow{"Power", {"230 V, 2.4 kW", "230 V, 3.1 kW", "400 V, 5.8 kW"}}, DataRow{"Water", {"tank or 3/8″", "3/8″", "3/8″"}},
    DataRow{"Width × depth", {"320 × 520 mm", "410 × 560 mm", "560 × 580 mm"}}, DataRow{"Weight", {"31 kg", "46 kg", "68 kg"}},
    DataRow{"Cleaning by hand", {"4 min", "7 min", "9 min"}}, DataRow{"Spare parts", {"10 years", "10 years", "10 years"}}};
constexpr std::array novaData{
    DataRow{"Brühgruppen", {"1", "2", "3"}}, DataRow{"Bezüge am Tag", {"150", "320", "520"}},
    DataRow{"Dampfkessel", {"5 l", "9 l", "14 l"}}, DataRow{"Brühkessel", {"–", "2 × 0,8 l", "3 × 0,8 l"}},
    DataRow{"Genauigkeit", {"± 1,0 °C", "± 0,3 °C", "± 0,3 °C"}}, DataRow{"Anschluss Strom", {"230 V, 2,9 kW", "400 V, 5,2 kW", "400 V, 7,1 kW"}},
    DataRow{"Breite × Tiefe", {"430 × 540 mm", "770 × 560 mm", "990 × 560 mm"}}, DataRow{"Gewicht", {"42 kg", "71 kg", "92 kg"}},
    DataRow{"Dampflanzen", {"1", "2", "2"}}, DataRow{"Ersatzteile", {"12 Jahre", "12 Jahre", "12 Jahre"}}};

constexpr Costs bk620Costs{"Was die Maschine im Monat kostet", "Hotel mit 87 Tassen am Tag, gerechnet ohne Bohnen und Milch.",
    {"Strom", "Reparaturen", "Reinigung und Pflege", "Wasserfilter"},
    {"BK 420", "acht Jahre alt", {58, 96, 64, 24}}, {"BK 620", "neu", {41, 12, 46, 24}}, "119 €", "weniger im Monat.\nDas sind über fünf Jahre 7.140 €.",
    "Strom 0,29 €/kWh · Arbeitszeit 28 €/h · Reparaturen: Mittel aus 243 betreuten BK 420 und 441 BK 620."};
constexpr Costs bk620CostsEn{"What the machine costs a month", "Hotel with 87 cups a day, without beans and milk.",
    {"Power", "Repairs", "Cleaning and care", "Water filter"},
    {"BK 420", "eight years old", {58, 96, 64, 24}}, {"BK 620", "new", {41, 12, 46, 24}}, "€119", "less a month.\nOver five years that is €7,140.",
    "Power €0.29/kWh · labour €28/h · repairs: mean of 243 BK 420 and 441 BK 620 in our care."};
constexpr Costs bk520Costs{"Was die Maschine im Monat kostet", "Büro mit 45 Tassen am Tag, gerechnet ohne Bohnen und Milch.",
    {"Strom", "Reparaturen", "Reinigung und Pflege", "Wasserfilter"},
    {"BK 400", "sieben Jahre alt", {36, 61, 48, 18}}, {"BK 520", "neu", {22, 8, 31, 18}}, "84 €", "weniger im Monat.\nDas sind über fünf Jahre 5.040 €.",
    "Strom 0,29 €/kWh · Arbeitszeit 28 €/h · Reparaturen: Mittel aus 162 betreuten BK 400 und 342 BK 520."};
constexpr Costs bk820Costs{"Was die Maschine im Monat kostet", "Filiale mit 190 Tassen am Tag, gerechnet ohne Bohnen und Milch.",
    {"Strom", "Reparaturen", "Reinigung und Pflege", "Wasser"},
    {"BK 480", "sieben Jahre alt", {92, 118, 88, 31}}, {"BK 820", "neu", {71, 16, 58, 31}}, "153 €", "weniger im Monat.\nDas sind über fünf Jahre 9.180 €.",
    "Strom 0,29 €/kWh · Arbeitszeit 28 €/h · Reparaturen: Mittel aus 85 betreuten BK 480 und 285 BK 820."};
constexpr Costs novaCosts{"Was die Maschine im Monat kostet", "Café mit 200 Bezügen am Tag, gerechnet ohne Bohnen und Milch.",
    {"Strom", "Reparaturen", "Reinigung und Pflege", "Wasserfilter"},
    {"Classic 2", "neun Jahre alt", {124, 78, 52, 22}}, {"Nova 2", "neu", {86, 14, 44, 22}}, "110 €", "weniger im Monat.\nDas sind über fünf Jahre 6.600 €.",
    "Strom 0,29 €/kWh · Arbeitszeit 28 €/h · Reparaturen: Mittel aus 166 betreuten Classic 2 und 317 Nova 2."};

constexpr std::array coffeeTable{
    Brochure{"bk620-de", true, Look::Petrol, "bk620", "Kaffeevollautomat", "BK 620", "Frühstück ohne Warteschlange.\nMit frischer Milch auf Knopfdruck.", "Fassung 5",
             "Guter Kaffee,\nwenn alle zugleich kommen", "Für Hotels und Restaurants mit 60 bis 150 Tassen am Tag.", bk620Facts, "Welcher passt zu Ihnen?", bkModels, bkData, 1, {"410 mm", "725 mm", "560 mm"}, bk620Costs},
    Brochure{"bk620-en", false, Look::Petrol, "bk620", "Bean-to-cup machine", "BK 620", "Breakfast without a queue.\nFresh milk at the touch of a button.", "Edition 5",
             "Good coffee\nwhen everybody comes at once", "For hotels and restaurants with 60 to 150 cups a day.", bk620FactsEn, "Which one suits you?", bkModelsEn, bkDataEn, 1, {"410 mm", "725 mm", "560 mm"}, bk620CostsEn},
    Brochure{"bk520-de", true, Look::Petrol, "bk520", "Kaffeevollautomat", "BK 520", "Guter Kaffee für alle im Haus.\nUnd niemand muss ihn warten.", "Fassung 4",
             "Der Kollege, der nie Pause macht", "Für Büros und Praxen mit 20 bis 80 Tassen am Tag.", bk520Facts, "Welcher passt zu Ihnen?", bkModels, bkData, 0, {"320 mm", "690 mm", "520 mm"}, bk520Costs},
    Brochure{"bk820-de", true, Look::Petrol, "bk820", "Kaffeevollautomat", "BK 820", "250 Tassen am Tag.\nJeden Tag, in jeder Filiale.", "Fassung 2",
             "Für die Spitze gebaut", "Für Bäckereien, Filialen und das große Frühstück.", bk820Facts, "Welcher passt zu Ihnen?", bkModels, bkData, 2, {"560 mm", "740 mm", "580 mm"}, bk820Costs},
    Brochure{"nova2-de", true, Look::Petrol, "nova2", "Siebträger", "Nova 2", "Hält ihre Temperatur.\nAuch beim dreißigsten Espresso.", "Fassung 4",
             "Handwerk mit ruhiger Hand", "Für Cafés und Bars, die ihren Espresso selbst ziehen.", novaFacts, "Welche passt zu Ihnen?", novaModels, novaData, 1, {"770 mm", "520 mm", "560 mm"}, novaCosts},
};
// clang-format on

} // namespace

std::span<const Brochure> coffeeBrochures()
{
    return coffeeTable;
}

} // namespace turnus::brochures
