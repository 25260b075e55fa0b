#include "assets/brochures/content.h"

#include <array>

namespace turnus::brochures {

namespace {

// clang-format off
constexpr std::array grinderFacts{
    Fact{"scale", "Wiegt jede Portion", "Auf 0,1 g genau. Kein Nachstellen, wenn die Luft feucht wird."},
    Fact{"clock", "1,8 Sekunden für zwei Tassen", "75-mm-Scheiben mahlen kühl: das Aroma bleibt auch in der Stoßzeit."},
    Fact{"wrench", "Scheiben in fünf Minuten gewechselt", "Ohne Neueinstellung, von vorn. Der Mahlgrad bleibt, wie er war."},
    Fact{"smile", "Halb so laut", "62 dB statt 74 dB: an der Bar kann man sich wieder unterhalten."}};
constexpr std::array grinderFactsEn{
    Fact{"scale", "Weighs every dose", "To 0.1 g. No readjusting when the air turns humid."},
    Fact{"clock", "1.8 seconds for two cups", "75 mm burrs grind cool: the flavour stays even at rush hour."},
    Fact{"wrench", "Burrs changed in five minutes", "From the front, without readjusting. The grind stays as it was."},
    Fact{"smile", "Half as loud", "62 dB instead of 74 dB: people at the bar can talk again."}};
constexpr std::array waterFacts{
    Fact{"drop", "98 % der Tasse sind Wasser", "7 °dH schmecken rund. Darüber wird Kaffee flach, darunter sauer."},
    Fact{"shield", "Kein Kalk, kein Ausfall", "Vier von zehn Reparaturen an Kaffeemaschinen beginnen mit Kalk."},
    Fact{"meter", "Zählt die Liter selbst", "Der Durchflussmesser meldet, wann die Kerze voll ist: nicht zu früh, nicht zu spät."},
    Fact{"repeat", "Wechsel in zwei Minuten", "Kopf bleibt hängen, Wasser sperrt von selbst. Auf Wunsch kommt die Kerze mit der Wartung."}};

constexpr std::array grinderModels{
    Model{"m65", "M 65", "Gut", "bis 180 Bezüge am Tag", {"65-mm-Scheiben", "Zwei Mengen nach Zeit", "-Waage"}, "1.490 €", "Kleine Bar, zweite Sorte"},
    Model{"m75", "M 75", "Besser", "bis 350 Bezüge am Tag", {"75-mm-Scheiben", "Drei Mengen nach Gewicht", "Scheibenwechsel in 5 min"}, "2.190 €", "Café, Hotelbar, Restaurant"},
    Model{"m85", "M 85", "Bestens", "bis 600 Bezüge am Tag", {"2 × 85-mm-Scheiben", "Zwei Sorten, gewogen", "Verdichtet selbst"}, "3.490 €", "Langer Tresen, zwei Röstungen"}};
constexpr std::array grinderModelsEn{
    Model{"m65", "M 65", "Good", "up to 180 doses a day", {"65 mm burrs", "two doses by time", "-scale"}, "€1,490", "Small bar, second bean"},
    Model{"m75", "M 75", "Better", "up to 350 doses a day", {"75 mm burrs", "three doses by weight", "burrs changed in 5 min"}, "€2,190", "Café, hotel bar, restaurant"},
    Model{"m85", "M 85", "Best", "up to 600 doses a day", {"2 × 85 mm burrs", "two beans, weighed", "tamps by itself"}, "€3,490", "Long counter, two roasts"}};
constexpr std::array waterModels{
    Model{"wf600", "WF 600", "Bisher", "6.000 Liter je Kerze", {"Wechsel nach Kalender", "-Durchflussmesser", "-Anzeige"}, "läuft aus", "Kerzen noch 30 Monate lieferbar"},
    Model{"wf1200", "WF 1200", "Gut", "12.000 Liter je Kerze", {"Wechsel nach Litern", "Durchflussmesser", "Anzeige am Kopf"}, "285 €", "Bis 18 °dH, bis 120 l am Tag"},
    Model{"ro120", "RO 120", "Bestens", "120 Liter in der Stunde", {"Umkehrosmose", "Mineralien einstellbar", "Leitwert in der Anzeige"}, "2.480 €", "Ab 18 °dH, mehrere Maschinen"}};

constexpr std::array grinderData{
    DataRow{"Bezüge am Tag", {"180", "350", "600"}}, DataRow{"Mahlscheiben", {"65 mm, flach", "75 mm, flach", "2 × 85 mm, flach"}},
    DataRow{"Mahlleistung", {"3,2 g/s", "5,0 g/s", "6,4 g/s"}}, DataRow{"Dosierung", {"Zeit", "Waage, ± 0,1 g", "Waage, ± 0,1 g"}},
    DataRow{"Bohnenbehälter", {"1,2 kg", "1,6 kg", "2 × 1,4 kg"}}, DataRow{"Lautstärke", {"66 dB", "62 dB", "63 dB"}},
    DataRow{"Anschluss Strom", {"230 V, 0,4 kW", "230 V, 0,6 kW", "230 V, 1,1 kW"}}, DataRow{"Breite × Tiefe", {"170 × 330 mm", "195 × 360 mm", "290 × 390 mm"}},
    DataRow{"Gewicht", {"11 kg", "15 kg", "26 kg"}}, DataRow{"Scheiben halten", {"600 kg", "900 kg", "2 × 1.200 kg"}}};
constexpr std::array grinderDataEn{
    DataRow{"Doses a day", {"180", "350", "600"}}, DataRow{"Burrs", {"65 mm, flat", "75 mm, flat", "2 × 85 mm, flat"}},
    DataRow{"Grinding speed", {"3.2 g/s", "5.0 g/s", "6.4 g/s"}}, DataRow{"Dosing", {"time", "scale, ± 0.1 g", "scale, ± 0.1 g"}},
    DataRow{"Bean hopper", {"1.2 kg", "1.6 kg", "2 × 1.4 kg"}}, DataRow{"Noise", {"66 dB", "62 dB", "63 dB"}},
    DataRow{"Power", {"230 V, 0.4 kW", "230 V, 0.6 kW", "230 V, 1.1 kW"}}, DataRow{"Width × depth", {"170 × 330 mm", "195 × 360 mm", "290 × 390 mm"}},
    DataRow{"Weight", {"11 kg", "15 kg", "26 kg"}}, DataRow{"Burrs last", {"600 kg", "900 kg", "2 × 1,200 kg"}}};
constexpr std::array waterData{
    DataRow{"Verfahren", {"Ionentausch", "Ionen, Aktivkohle", "Membran, Mineralien"}}, DataRow{"Menge bei 10 °dH", {"6.000 l", "12.000 l", "unbegrenzt"}},
    DataRow{"Härte am Eingang", {"bis 18 °dH", "bis 18 °dH", "bis 35 °dH"}}, DataRow{"Härte am Ausgang", {"6–9 °dH", "6–8 °dH", "4–8 °dH, wählbar"}},
    DataRow{"Wechsel", {"alle 6 Monate", "nach Anzeige", "Membran 36 Monate"}}, DataRow{"Anschluss", {"3/8″", "3/8″", "3/4″ und Abfluss"}},
    DataRow{"Breite × Tiefe", {"120 × 120 mm", "140 × 140 mm", "360 × 420 mm"}}, DataRow{"Höhe", {"420 mm", "475 mm", "520 mm"}},
    DataRow{"Abwasser", {"keines", "keines", "35 %"}}, DataRow{"Garantie", {"–", "24 Monate", "24 Monate"}}};

constexpr Costs grinderCosts{"Was die Mühle im Monat kostet", "Bar mit 270 Bezügen am Tag.",
    {"Strom", "Reparaturen", "Zu viel gemahlen", "Scheiben"},
    {"M 60", "acht Jahre alt", {9, 48, 71, 14}}, {"M 75", "neu", {6, 4, 12, 16}}, "104 €", "weniger im Monat.\nDie M 75 ist in 21 Monaten bezahlt.",
    "Bohnen 19 €/kg, 0,45 g je Bezug weniger durch die Waage · Strom 0,29 €/kWh · Reparaturen: Mittel aus 207 betreuten M 60."};
constexpr Costs grinderCostsEn{"What the grinder costs a month", "Bar with 270 doses a day.",
    {"Power", "Repairs", "Coffee overdosed", "Burrs"},
    {"M 60", "eight years old", {9, 48, 71, 14}}, {"M 75", "new", {6, 4, 12, 16}}, "€104", "less a month.\nThe M 75 pays for itself in 21 months.",
    "Beans €19/kg, 0.45 g less per dose thanks to the scale · power €0.29/kWh · repairs: mean of 207 M 60 in our care."};
constexpr Costs waterCosts{"Was Kalk im Monat kostet", "Café mit 14 °dH, Siebträger mit zwei Gruppen, 38 Liter am Tag.",
    {"Strom", "Reparaturen durch Kalk", "Entkalken", "Filterkerzen"},
    {"Ohne Filter", "", {138, 64, 46, 0}}, {"WF 1200", "", {118, 12, 0, 16}}, "102 €", "weniger im Monat.\nDer Filter ist in drei Monaten bezahlt.",
    "Strom 0,29 €/kWh · Reparaturen: Mittel aus 483 betreuten Siebträgern · Kerze 129 €, Wechsel alle 8 Monate."};

constexpr std::array otherTable{
    Brochure{"m75-de", true, Look::Petrol, "m75", "Mühlen", "M 75", "Jede Portion gewogen.\nVom ersten bis zum letzten Gast.", "Fassung 3",
             "Die Mühle entscheidet\nüber den Espresso", "M 65, M 75 und M 85: drei Größen, ein Gedanke.", grinderFacts, "Welche passt zu Ihnen?", grinderModels, grinderData, 1, {"195 mm", "590 mm", "360 mm"}, grinderCosts},
    Brochure{"m75-en", false, Look::Petrol, "m75", "Grinders", "M 75", "Every dose weighed.\nFrom the first guest to the last.", "Edition 3",
             "The grinder makes the espresso", "M 65, M 75 and M 85: three sizes, one idea.", grinderFactsEn, "Which one suits you?", grinderModelsEn, grinderDataEn, 1, {"195 mm", "590 mm", "360 mm"}, grinderCostsEn},
    Brochure{"wf1200-de", true, Look::Petrol, "wf1200", "Wasser", "Wasser für\nguten Kaffee", "Weniger Kalk, mehr Geschmack,\nkeine vergessene Kerze.", "Fassung 6",
             "Das Wasser entscheidet mit", "WF 1200 und RO 120: für jede Härte das richtige Verfahren.", waterFacts, "Was passt zu Ihrem Wasser?", waterModels, waterData, 1, {"140 mm", "475 mm", "140 mm"}, waterCosts},
};

constexpr std::array serviceFacts{
    Fact{"repeat", "Zwei Wartungen im Jahr", "Wir melden uns, bevor es so weit ist. Dichtungen, Siebe und Reiniger sind dabei."},
    Fact{"siren", "Notdienst in 8 Stunden", "Auch am Samstag. Dauert es länger, steht ein Leihgerät bei Ihnen."},
    Fact{"doc", "Bericht nach jedem Besuch", "Zählerstand, Zustand, nächste Schritte: auf einer Seite, auch für die Zentrale."},
    Fact{"euro", "Ein fester Preis", "Anfahrt und Arbeitszeit der Wartungen sind enthalten. 10 % Nachlass auf Ersatzteile."}};
constexpr std::array repairFacts{
    Fact{"meter", "Der Zustand wird zweimal schlecht benotet", "Note 4 oder 5 an zwei Besuchen nacheinander: üblich erst gegen Ende der Lebensdauer."},
    Fact{"euro", "Reparaturen kosten ein Drittel vom Neupreis", "Gezählt über die letzten 24 Monate. Danach folgt meist die nächste."},
    Fact{"clock", "Ersatzteile laufen aus", "Wir nennen das Datum. Danach wird aus einer Reparatur ein Ausfall."},
    Fact{"bulb", "Neue Geräte brauchen weniger", "Strom, Bohnen, Reinigung: bei hohem Durchsatz zahlt das die Rate."}};

constexpr Costs serviceCosts{"Mit und ohne Vertrag", "Café mit Siebträger, Mühle und Filter; Mittel der letzten drei Jahre, im Monat.",
    {"Wartung und Vertrag", "Reparaturen", "Anfahrten", "Ausfall"},
    {"Ohne Vertrag", "", {18, 74, 32, 41}}, {"Vertrag Plus", "", {59, 31, 0, 9}}, "66 €", "weniger im Monat.\nUnd ein Ausfall weniger im Jahr.",
    "Mittel aus 1.540 Verträgen und 480 Kunden ohne Vertrag · Ausfall: 90 € je Stunde ohne Kaffee."};

constexpr std::array serviceTable{
    Brochure{"service-de", true, Look::Green, "shield", "Service", "Servicevertrag\nPlus", "Zwei Wartungen im Jahr.\nNotdienst in 8 Stunden.", "Fassung 7",
             "Sie machen Kaffee.\nWir kümmern uns.", "Was im Vertrag Plus enthalten ist.", serviceFacts, nullptr, {}, {}, 0, {}, serviceCosts},
    Brochure{"repair-de", true, Look::Ochre, "swap", "Ratgeber", "Reparieren\noder tauschen?", "So rechnen wir gemeinsam.\nManchmal gewinnt die Reparatur.", "Fassung 2",
             "Vier Zeichen, dass\nein Tausch sich lohnt", "Eines allein genügt nicht. Bei zweien rechnen wir.", repairFacts, nullptr, {}, {}, 0, {}, {}},
};
// clang-format on

} // namespace

std::span<const Brochure> otherBrochures()
{
    return otherTable;
}

std::span<const Brochure> serviceBrochures()
{
    return serviceTable;
}

} // namespace turnus::brochures
