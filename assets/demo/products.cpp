#include "assets/demo/catalogue.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace turnus::demo {

namespace {

using enum Category;

constexpr auto berger = "Berger";
constexpr auto corvina = "Corvina";
constexpr auto molara = "Molara";
constexpr auto aquanea = "Aquanea";
constexpr auto frigola = "Frigola";

// clang-format off
constexpr std::array productTable{
    Product{"bk520", "BK-520", "BK 520", BeanToCup, berger, "Kaffeevollautomat für Büro und Praxis, 9 Getränke, Milchschaum von Hand", 96, 60, "Tassen", 80, nullptr, 0, 890000, 0, 5.0, 0, "BK5"},
    Product{"bk620", "BK-620", "BK 620", BeanToCup, berger, "Kaffeevollautomat mit zwei Mühlen und Frischmilch, 12 Getränke, reinigt das Milchsystem selbst", 96, 95, "Tassen", 150, nullptr, 0, 1190000, 1, 5.5, 0, "BK6"},
    Product{"bk820", "BK-820", "BK 820", BeanToCup, berger, "Kaffeevollautomat mit eingebautem Milchkühler für Frühstück und Filiale, 18 Getränke", 96, 165, "Tassen", 250, nullptr, 0, 1540000, 2, 6.0, 0, "BK8"},
    Product{"nova1", "CO-NOVA-1", "Nova 1", EspressoMachine, corvina, "Siebträgermaschine, eine Brühgruppe, 5-Liter-Kessel, für kleine Bars", 120, 90, "Bezüge", 150, nullptr, 0, 620000, 0, 7.0, 0, "CN1"},
    Product{"nova2", "CO-NOVA-2", "Nova 2", EspressoMachine, corvina, "Siebträgermaschine, zwei Brühgruppen, Mehrkessel, Temperatur je Gruppe", 120, 190, "Bezüge", 320, nullptr, 0, 1180000, 1, 7.0, 0, "CN2"},
    Product{"nova3", "CO-NOVA-3", "Nova 3", EspressoMachine, corvina, "Siebträgermaschine, drei Brühgruppen, Mehrkessel, für hohen Durchsatz", 120, 310, "Bezüge", 520, nullptr, 0, 1490000, 2, 6.5, 0, "CN3"},
    Product{"m65", "MO-65", "M 65", Grinder, molara, "Direktmühle mit 65-mm-Scheiben, zwei Mengen, leise", 72, 110, "Bezüge", 180, nullptr, 0, 149000, 0, 4.5, 0, "M65"},
    Product{"m75", "MO-75", "M 75", Grinder, molara, "Direktmühle mit 75-mm-Scheiben, wiegt jede Portion, Scheiben ohne Neueinstellung wechselbar", 72, 210, "Bezüge", 350, nullptr, 0, 219000, 1, 4.5, 0, "M75"},
    Product{"m85", "MO-85", "M 85", Grinder, molara, "Doppelmühle mit 85-mm-Scheiben für zwei Bohnensorten, wiegt und verdichtet", 84, 330, "Bezüge", 600, nullptr, 0, 349000, 2, 4.0, 0, "M85"},
    Product{"wf1200", "AQ-1200", "Wasserfilter WF 1200", WaterFilter, aquanea, "Filterkerze mit Durchflussmesser, 12.000 Liter bei 10 °dH", 120, 38, "Liter", 120, nullptr, 0, 28500, 0, 6.5, 0, "WF2"},
    Product{"ro120", "AQ-RO-120", "Umkehrosmose RO 120", WaterFilter, aquanea, "Umkehrosmose mit Mineralisierung, 120 Liter in der Stunde, für hartes Wasser", 84, 120, "Liter", 600, nullptr, 0, 248000, 2, 7.0, 0, "RO1"},
    Product{"mk4", "FR-MK-4", "Milchkühler 4 l", MilkCooler, frigola, "Milchkühler für 4 Liter, meldet leeren Behälter an die Maschine", 96, 0, "Stunden", 0, nullptr, 0, 64000, 0, 14.0, 0, "MK4"},
    Product{"mk9", "FR-MK-9", "Milchkühler 9 l", MilkCooler, frigola, "Milchkühler für 2 × 4,5 Liter, für zwei Maschinen", 96, 0, "Stunden", 0, nullptr, 0, 98000, 2, 12.0, 0, "MK9"},
    Product{"fb5", "BE-FB-5", "Filterbrüher FB 5", Brewer, berger, "Filterkaffeebrüher mit 2 × 5-Liter-Behältern für Tagung und Frühstück", 108, 32, "Liter", 90, nullptr, 0, 389000, 1, 6.0, 0, "FB5"},
    Product{"tw60", "BE-TW-60", "Tassenwärmer TW 60", Accessory, berger, "Tassenwärmer für 60 Tassen, drei beheizte Flächen", 120, 0, "Stunden", 0, nullptr, 0, 54000, 0, 14.0, 0, "TW6"},
    Product{"bz1", "BE-BZ-1", "Bezahlmodul BZ 1", Accessory, berger, "Bargeldloses Bezahlen an der Maschine, Karte und Telefon, Abrechnung je Kostenstelle", 84, 0, "Buchungen", 0, nullptr, 0, 119000, 1, 5.0, 0, "BZ1"},
    // No longer sold. Berger supplies parts for ten years after, Corvina for twelve, as their brochures say; only those of
    // the M 60 end soon.
    Product{"bk400", "BK-400", "BK 400", BeanToCup, berger, "Kaffeevollautomat, 6 Getränke; Vorgänger des BK 520", 84, 60, "Tassen", 80, "bk520", 60, 690000, 0, 14.0, 5.0, "BK0"},
    Product{"bk420", "BK-420", "BK 420", BeanToCup, berger, "Kaffeevollautomat, 8 Getränke, Milchschlauch; Vorgänger des BK 620", 96, 90, "Tassen", 120, "bk620", 54, 980000, 1, 13.0, 5.5, "BK4"},
    Product{"bk480", "BK-480", "BK 480", BeanToCup, berger, "Kaffeevollautomat für große Mengen; Vorgänger des BK 820", 96, 150, "Tassen", 220, "bk820", 48, 1320000, 2, 13.0, 6.0, "BK7"},
    Product{"classic2", "CO-CL-2", "Classic 2", EspressoMachine, corvina, "Siebträgermaschine, zwei Brühgruppen, ein Kessel; Vorgänger der Nova 2", 120, 180, "Bezüge", 300, "nova2", 60, 940000, 1, 16.0, 7.0, "CC2"},
    Product{"classic3", "CO-CL-3", "Classic 3", EspressoMachine, corvina, "Siebträgermaschine, drei Brühgruppen, ein Kessel; Vorgänger der Nova 3", 120, 290, "Bezüge", 480, "nova3", 66, 1210000, 2, 16.0, 6.5, "CC3"},
    Product{"m50", "MO-50", "M 50", Grinder, molara, "Dosiermühle mit 58-mm-Scheiben; Vorgänger der M 65", 72, 100, "Bezüge", 160, "m65", 0, 99000, 0, 14.0, 4.5, "M50"},
    Product{"m60", "MO-60", "M 60", Grinder, molara, "Direktmühle mit 64-mm-Scheiben; Vorgänger der M 75", 72, 200, "Bezüge", 300, "m75", 5, 165000, 1, 13.0, 4.5, "M60"},
    Product{"wf600", "AQ-600", "Wasserfilter WF 600", WaterFilter, aquanea, "Filterkerze ohne Durchflussmesser, 6.000 Liter; Vorgänger des WF 1200", 108, 35, "Liter", 90, "wf1200", 0, 19500, 0, 15.0, 6.5, "WF6"},
    Product{"fb2", "BE-FB-2", "Filterbrüher FB 2", Brewer, berger, "Filterkaffeebrüher mit 2-Liter-Kannen; Vorgänger des FB 5", 108, 26, "Liter", 60, "fb5", 48, 245000, 0, 15.0, 6.0, "FB2"},
};

constexpr std::array partTable{
    Part{"p-sieb", "10-1001", "Duschsieb 58 mm mit Dichtung", nullptr, 2890},
    Part{"p-gruppe", "10-1010", "Brühgruppendichtung 8,5 mm", nullptr, 790},
    Part{"p-kessel-el", "10-1024", "Heizelement 3,7 kW", "classic2", 24900},
    Part{"p-nova-el", "10-1124", "Heizelement Brühkessel", "nova2", 19800},
    Part{"p-pumpe", "10-1030", "Rotationspumpe mit Motor", nullptr, 38900},
    Part{"p-dampfhahn", "10-1041", "Dampfhahn mit Lanze", nullptr, 12900},
    Part{"p-fluss", "10-1052", "Durchflussmesser", nullptr, 6900},
    Part{"p-brueh-bk4", "20-4201", "Brüheinheit BK 400/420/480", "bk420", 31900},
    Part{"p-brueh-bk6", "20-6201", "Brüheinheit BK 520/620/820", "bk620", 34900},
    Part{"p-wartung-bk", "20-0100", "Wartungssatz Brüheinheit (Dichtungen, Siebe, Fett)", nullptr, 8450},
    Part{"p-milch", "20-0200", "Milchschlauchsatz mit Ventil", nullptr, 5990},
    Part{"p-schaum", "20-0210", "Schäumerkopf komplett", nullptr, 14900},
    Part{"p-bk-mahl", "20-0300", "Mahlwerk 50 mm, Satz", nullptr, 21900},
    Part{"p-bk-ventil", "20-0410", "Magnetventil 24 V", nullptr, 7850},
    Part{"p-display", "20-0500", "Bedienfeld mit Folie", "bk420", 41900},
    Part{"p-scheiben64", "30-6400", "Mahlscheiben 64 mm, Paar", "m60", 11900},
    Part{"p-scheiben58", "30-5800", "Mahlscheiben 58 mm, Paar", "m50", 8900},
    Part{"p-scheiben65", "30-6500", "Mahlscheiben 65 mm, Paar", "m65", 12900},
    Part{"p-scheiben75", "30-7500", "Mahlscheiben 75 mm, Paar", "m75", 16900},
    Part{"p-scheiben85", "30-8500", "Mahlscheiben 85 mm, Paar", "m85", 21900},
    Part{"p-mahl-motor", "30-0100", "Mühlenmotor 230 V", nullptr, 28900},
    Part{"p-mahl-lager", "30-0110", "Lagersatz Mahlwelle", nullptr, 9900},
    Part{"p-mahl-platine", "30-0200", "Steuerplatine Mühle", nullptr, 18900},
    Part{"p-kerze600", "40-0600", "Filterkerze 6.000 l", "wf600", 8900},
    Part{"p-kerze1200", "40-1200", "Filterkerze 12.000 l", "wf1200", 12900},
    Part{"p-membran", "40-2120", "Membran RO 120", "ro120", 32900},
    Part{"p-vorfilter", "40-2110", "Vorfiltersatz RO 120", "ro120", 6900},
    Part{"p-filterkopf", "40-0010", "Filterkopf mit Bypass", nullptr, 7900},
    Part{"p-kuehl-dicht", "50-0100", "Türdichtung Milchkühler", nullptr, 2450},
    Part{"p-kuehl-thermo", "50-0110", "Thermostat mit Fühler", nullptr, 6900},
    Part{"p-kuehl-komp", "50-0120", "Kühlaggregat", nullptr, 23900},
    Part{"p-fb-ventil", "60-0100", "Einlassventil Brüher", nullptr, 5900},
    Part{"p-fb-heizung", "60-0110", "Heizelement Brüher 3 kW", nullptr, 16900},
    Part{"p-fb-sieb", "60-0120", "Sprühkopf mit Dichtung", nullptr, 1990},
    Part{"p-heizmatte", "70-0100", "Heizmatte Tassenwärmer", "tw60", 8900},
    Part{"p-leser", "70-0200", "Kartenleser BZ 1", "bz1", 22900},
    Part{"p-tabs", "90-0100", "Reinigungstabletten, 100 Stück", nullptr, 2650},
    Part{"p-milchrein", "90-0110", "Milchsystemreiniger, 1 l", nullptr, 1290},
    Part{"p-entkalk", "90-0120", "Entkalker, 1 kg", nullptr, 1850},
    Part{"p-schlauch", "90-0200", "Panzerschlauch 3/4 Zoll, 1,5 m", nullptr, 1890},
};

constexpr std::array troubleTable{
    Trouble{EspressoMachine, "Heizelement ersetzt, Kessel entkalkt", "Maschine heizt nicht mehr auf", 0.045, "p-kessel-el"},
    Trouble{EspressoMachine, "Rotationspumpe mit Motor ersetzt", "Kein Druck an beiden Gruppen", 0.055, "p-pumpe"},
    Trouble{EspressoMachine, "Dampfhahn ersetzt", "Dampflanze tropft ständig", 0.022, "p-dampfhahn"},
    Trouble{EspressoMachine, "Durchflussmesser ersetzt, Mengen neu eingestellt", "Gruppe 2 stoppt nicht", 0.018, "p-fluss"},
    Trouble{BeanToCup, "Brüheinheit getauscht", "Fehler 14: Brüheinheit klemmt", 0.055, "p-brueh-bk4"},
    Trouble{BeanToCup, "Schäumerkopf und Milchschlauch ersetzt", "Milchschaum kommt nur noch kalt", 0.028, "p-schaum"},
    Trouble{BeanToCup, "Mahlwerk ersetzt und eingestellt", "Kaffee zu dünn, Mühle sehr laut", 0.038, "p-bk-mahl"},
    Trouble{BeanToCup, "Magnetventil ersetzt", "Wasser läuft in die Tropfschale", 0.017, "p-bk-ventil"},
    Trouble{BeanToCup, "Bedienfeld ersetzt", "Anzeige reagiert nicht auf Druck", 0.05, "p-display"},
    Trouble{Grinder, "Mahlscheiben ersetzt, Mahlgrad eingestellt", "Mahlgut ungleichmäßig, Bezug zu schnell", 0.13, "p-scheiben64"},
    Trouble{Grinder, "Lager der Mahlwelle ersetzt", "Mühle pfeift unter Last", 0.14, "p-mahl-lager"},
    Trouble{Grinder, "Mühlenmotor ersetzt", "Mühle läuft nicht an", 0.24, "p-mahl-motor"},
    Trouble{Grinder, "Steuerplatine ersetzt", "Portionstasten ohne Wirkung", 0.17, "p-mahl-platine"},
    Trouble{WaterFilter, "Filterkopf mit Bypass ersetzt", "Filter tropft am Kopf", 0.3, "p-filterkopf"},
    Trouble{WaterFilter, "Panzerschlauch ersetzt", "Wasser auf dem Boden unter der Theke", 0.2, "p-schlauch"},
    Trouble{MilkCooler, "Thermostat mit Fühler ersetzt", "Milch wird zu warm", 0.16, "p-kuehl-thermo"},
    Trouble{MilkCooler, "Kühlaggregat ersetzt", "Kühler kühlt nicht", 0.38, "p-kuehl-komp"},
    Trouble{Brewer, "Heizelement ersetzt", "Filterkaffee nur lauwarm", 0.08, "p-fb-heizung"},
    Trouble{Brewer, "Einlassventil ersetzt", "Brüher füllt nicht nach", 0.045, "p-fb-ventil"},
    Trouble{Accessory, "Heizmatte ersetzt", "Tassenwärmer bleibt kalt", 0.22, "p-heizmatte"},
    Trouble{Accessory, "Kartenleser ersetzt", "Karten werden nicht gelesen", 0.25, "p-leser"},
};

constexpr std::array defectTable{
    Defect{EspressoMachine, "Kessel stark verkalkt, Aufheizzeit über 25 Minuten", "Kessel"},
    Defect{EspressoMachine, "Brühtemperatur schwankt um mehr als 3 °C", "Brühgruppe"},
    Defect{EspressoMachine, "Rahmen unter der Tropfschale angerostet", "Gehäuse"},
    Defect{BeanToCup, "Brüheinheit ausgeschlagen, Kaffeesatz zu nass", "Brüheinheit"},
    Defect{BeanToCup, "Milchsystem trotz Reinigung mit Ablagerungen", "Milchsystem"},
    Defect{BeanToCup, "Gehäuse undicht, Feuchtigkeit an der Elektronik", "Gehäuse"},
    Defect{Grinder, "Mahlscheiben stumpf, Mahlgut ungleichmäßig", "Mahlwerk"},
    Defect{Grinder, "Spiel in der Mahlwelle, Mahlgrad wandert", "Mahlwelle"},
    Defect{Grinder, "Motor wird nach 20 Bezügen heiß", "Motor"},
    Defect{WaterFilter, "Filterkopf spröde, Bypass lässt sich nicht mehr stellen", "Filterkopf"},
    Defect{WaterFilter, "Härte hinter dem Filter 12 °dH", "Ausgang"},
    Defect{MilkCooler, "Innentemperatur 8 °C, Verdampfer vereist", "Kühlraum"},
    Defect{MilkCooler, "Türdichtung gerissen", "Tür"},
    Defect{Brewer, "Behälter verkratzt, Auslaufhahn undicht", "Behälter"},
    Defect{Brewer, "Aufheizzeit doppelt so lang wie neu", "Heizung"},
    Defect{Accessory, "Kontakte korrodiert, fällt zeitweise aus", "Anschluss"},
};
// clang-format on

} // namespace

std::span<const Product> products()
{
    return productTable;
}

std::span<const Part> parts()
{
    return partTable;
}

std::span<const Trouble> troubles()
{
    return troubleTable;
}

std::span<const Defect> defects()
{
    return defectTable;
}

const Product *findProduct(const Text &key)
{
    const auto found = std::ranges::find_if(productTable, [&](const Product &product) { return key == product.key; });
    return found == productTable.end() ? nullptr : &*found;
}

const Part &findPart(const Text &key)
{
    const auto found = std::ranges::find_if(partTable, [&](const Part &part) { return key == part.key; });
    return found == partTable.end() ? partTable.front() : *found;
}

const Part &servicePart(Category category)
{
    constexpr std::array keys{"p-gruppe",      "p-wartung-bk", "p-entkalk", "p-kerze1200",
                              "p-kuehl-dicht", "p-fb-sieb",    "p-tabs"};
    return findPart(keys.at(static_cast<std::size_t>(category)));
}

const Product &productSold(Category category, int size, double yearsAgo)
{
    const Product *best = nullptr;
    double bestDistance = 0;
    for (const Product &product : productTable) {
        if (product.category != category)
            continue;
        const bool sold = yearsAgo <= product.soldFrom && yearsAgo >= product.soldUntil;
        const double distance = std::abs(product.size - size) + (sold ? 0 : 10 + std::abs(product.soldFrom - yearsAgo));
        if (!best || distance < bestDistance) {
            best = &product;
            bestDistance = distance;
        }
    }
    return *best;
}

const char *categoryName(Category category)
{
    constexpr std::array names{"espresso_machine", "bean_to_cup", "grinder",  "water_filter",
                               "milk_cooler",      "brewer",      "accessory"};
    return names.at(static_cast<std::size_t>(category));
}

} // namespace turnus::demo
