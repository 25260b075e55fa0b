#include "assets/demo/catalogue.h"

#include "assets/demo/calendar.h"

#include <algorithm>
#include <array>

namespace turnus::demo {

namespace {

struct AccessoryPair
{
    const char *product;
    const char *accessory;
    const char *reason;
};

// clang-format off
constexpr std::array accessoryPairs{
    AccessoryPair{"bk620", "mk4", "Nötig für Milchgetränke"},
    AccessoryPair{"bk620", "wf1200", "Schützt Kessel und Ventile vor Kalk"},
    AccessoryPair{"bk620", "tw60", "Vorgewärmte Tassen am Buffet"},
    AccessoryPair{"bk520", "mk4", "Frische Milch statt Pulver"},
    AccessoryPair{"bk520", "wf1200", "Bedingung der Garantie ab 8 °dH"},
    AccessoryPair{"bk520", "bz1", "Abrechnung je Kostenstelle"},
    AccessoryPair{"bk820", "mk9", "Zweite Milchsorte, doppelter Vorrat"},
    AccessoryPair{"bk820", "ro120", "Für hartes Wasser ab 18 °dH"},
    AccessoryPair{"bk820", "bz1", "Selbstbedienung mit Karte"},
    AccessoryPair{"nova1", "m65", "Passende Mühle"},
    AccessoryPair{"nova1", "wf1200", "Bedingung der Garantie ab 8 °dH"},
    AccessoryPair{"nova2", "m75", "Passende Mühle"},
    AccessoryPair{"nova2", "wf1200", "Bedingung der Garantie ab 8 °dH"},
    AccessoryPair{"nova2", "tw60", "Vorgewärmte Tassen an der Bar"},
    AccessoryPair{"nova3", "m85", "Zwei Bohnensorten, eine Mühle"},
    AccessoryPair{"nova3", "ro120", "Gleichbleibendes Wasser bei hohem Durchsatz"},
    AccessoryPair{"m75", "tw60", "Steht neben der Mühle, hält 60 Tassen warm"},
    AccessoryPair{"m85", "tw60", "Steht neben der Mühle, hält 60 Tassen warm"},
    AccessoryPair{"fb5", "wf1200", "Klarer Geschmack, weniger Kalk"},
};

struct ItemText
{
    const char *label;
    const char *answer;
    const char *unit;
    bool required;
};

using ItemTexts = std::span<const ItemText>;

constexpr std::array espressoItems{
    ItemText{"Brühdruck", "number", "bar", true}, ItemText{"Brühtemperatur Gruppe 1", "number", "°C", true},
    ItemText{"Gruppendichtungen und Duschsiebe gewechselt", "ok_defect", "", true}, ItemText{"Dampflanzen dicht, Düsen frei", "ok_defect", "", true},
    ItemText{"Sicherheitsventil geprüft", "ok_defect", "", true}, ItemText{"Abfluss und Tropfschale frei", "ok_defect", "", false},
    ItemText{"Sichtprüfung Netzkabel und Stecker", "ok_defect", "", true}};
constexpr std::array beanToCupItems{
    ItemText{"Brüheinheit gereinigt und gefettet", "ok_defect", "", true}, ItemText{"Mahlgrad und Füllmenge eingestellt", "ok_defect", "", true},
    ItemText{"Brühtemperatur", "number", "°C", true}, ItemText{"Milchsystem gereinigt, Schläuche geprüft", "ok_defect", "", true},
    ItemText{"Milchtemperatur in der Tasse", "number", "°C", false}, ItemText{"Dichtheit aller Ventile", "ok_defect", "", true},
    ItemText{"Fehlerspeicher ausgelesen", "ok_defect", "", false}, ItemText{"Sichtprüfung Netzkabel und Stecker", "ok_defect", "", true}};
constexpr std::array grinderItems{
    ItemText{"Mahlscheiben: Zustand", "ok_defect", "", true}, ItemText{"Bezugsmenge", "number", "g", true},
    ItemText{"Durchlaufzeit bei 25 ml", "number", "s", true}, ItemText{"Mahlwelle ohne Spiel", "ok_defect", "", true},
    ItemText{"Bohnenbehälter gereinigt", "ok_defect", "", false}, ItemText{"Sichtprüfung Netzkabel und Stecker", "ok_defect", "", true}};
constexpr std::array waterItems{
    ItemText{"Härte vor dem Filter", "number", "°dH", true}, ItemText{"Härte nach dem Filter", "number", "°dH", true},
    ItemText{"Filterkerze gewechselt und gespült", "ok_defect", "", true}, ItemText{"Bypass eingestellt", "ok_defect", "", true},
    ItemText{"Anschlüsse dicht", "ok_defect", "", true}};
constexpr std::array coolerItems{
    ItemText{"Innentemperatur", "number", "°C", true}, ItemText{"Türdichtung", "ok_defect", "", true},
    ItemText{"Verdampfer eisfrei", "ok_defect", "", true}, ItemText{"Leermelder spricht an", "ok_defect", "", false}};
constexpr std::array brewerItems{
    ItemText{"Temperatur im Filter", "number", "°C", true}, ItemText{"Sprühkopf und Ventil entkalkt", "ok_defect", "", true},
    ItemText{"Auslaufhähne dicht", "ok_defect", "", true}, ItemText{"Warmhaltung geprüft", "ok_defect", "", true},
    ItemText{"Sichtprüfung Netzkabel und Stecker", "ok_defect", "", true}};
constexpr std::array accessoryItems{
    ItemText{"Funktion geprüft", "ok_defect", "", true}, ItemText{"Anschlüsse und Kabel", "ok_defect", "", true},
    ItemText{"Gereinigt", "ok_defect", "", false}};
constexpr std::array repairItems{
    ItemText{"Fehler nachgestellt", "ok_defect", "", true}, ItemText{"Ursache", "text", "", true},
    ItemText{"Probelauf nach der Reparatur, zehn Bezüge", "ok_defect", "", true}, ItemText{"Dichtheit geprüft", "ok_defect", "", true},
    ItemText{"Kunde eingewiesen", "ok_defect", "", false}};
constexpr std::array emergencyItems{
    ItemText{"Gerät sicher: Strom und Wasser", "ok_defect", "", true}, ItemText{"Ursache", "text", "", true},
    ItemText{"Betrieb wiederhergestellt", "ok_defect", "", true}, ItemText{"Leihgerät angeboten", "ok_defect", "", false}};
constexpr std::array installationItems{
    ItemText{"Wasserhärte am Anschluss", "number", "°dH", true}, ItemText{"Wasserdruck", "number", "bar", true},
    ItemText{"Stromanschluss nach Typenschild", "ok_defect", "", true}, ItemText{"Waagerecht aufgestellt, Abstand zur Wand", "ok_defect", "", true},
    ItemText{"Getränke eingestellt und verkostet", "ok_defect", "", true}, ItemText{"Bedienung und Reinigung eingewiesen", "ok_defect", "", true}};
constexpr std::array transportItems{
    ItemText{"Seriennummer stimmt", "ok_defect", "", true}, ItemText{"Zustand bei Übergabe", "ok_defect", "", true},
    ItemText{"Zubehör vollständig", "text", "", false}};
constexpr std::array courtesyItems{
    ItemText{"Zufrieden mit Kaffee und Bedienung", "ok_defect", "", true}, ItemText{"Offene Wünsche", "text", "", false},
    ItemText{"Durchschnittlicher Verbrauch geprüft", "ok_defect", "", false}};
// clang-format on

// Pumps wear and bring less pressure; compressors and seals wear and let the milk get warm.
constexpr std::array wearItems{WearItem{Category::EspressoMachine, 0, 9.2, 7.6},
                               WearItem{Category::MilkCooler, 0, 3.5, 8.0}};

ItemTexts itemTexts(std::string_view kind, Category category)
{
    if (kind == "maintenance") {
        constexpr auto count = static_cast<std::size_t>(categoryCount);
        constexpr std::array<ItemTexts, count> byCategory{espressoItems, beanToCupItems, grinderItems,  waterItems,
                                                          coolerItems,   brewerItems,    accessoryItems};
        return byCategory.at(static_cast<std::size_t>(category));
    }
    if (kind == "repair")
        return repairItems;
    if (kind == "emergency")
        return emergencyItems;
    if (kind == "installation")
        return installationItems;
    return kind == "courtesy_call" ? ItemTexts(courtesyItems) : ItemTexts(transportItems);
}

Text itemKey(const char *kind, Category category, std::size_t position)
{
    return Text("ci-") + kind + '-' + categoryName(category) + '-' + Text::number(position + 1);
}

void writeChecklists(Files &files)
{
    constexpr std::array kindNames{"Wartung",   "Reparatur",      "Notdienst",   "Abholung",
                                   "Lieferung", "Inbetriebnahme", "Kundenbesuch"};
    constexpr std::array categoryNames{"Siebträger",  "Vollautomat", "Mühle",  "Wasser",
                                       "Milchkühler", "Brüher",      "Zubehör"};
    for (std::size_t kind = 0; kind < appointmentKinds.size(); ++kind) {
        for (int number = 0; number < categoryCount; ++number) {
            const auto category = static_cast<Category>(number);
            const char *kindKey = appointmentKinds.at(kind);
            const Text list = Text("cl-") + kindKey + '-' + categoryName(category);
            files.checklist.add(list,
                                Text(kindNames.at(kind)) + ' ' + categoryNames.at(static_cast<std::size_t>(number)),
                                kindKey, categoryName(category));
            const ItemTexts texts = itemTexts(kindKey, category);
            for (std::size_t i = 0; i < texts.size(); ++i) {
                files.checklistItem.add(itemKey(kindKey, category, i), list, static_cast<int>(i + 1), texts[i].label,
                                        texts[i].answer, texts[i].unit, texts[i].required);
            }
        }
    }
}

void writeMeasuredQuantities(Files &files)
{
    for (const Product &product : products()) {
        if (const WearItem *item = wearItem(product.category)) {
            files.measuredQuantity.add(Text("mq-") + product.key, product.key,
                                       itemKey("maintenance", item->category, static_cast<std::size_t>(item->position)),
                                       Decimal{item->atNew, 1}, Decimal{item->limit, 1});
        }
    }
}

void writeProducts(Files &files, Day today)
{
    const Day listDay = priceListDay(today);
    for (const Product &product : products()) {
        const Text key = product.key;
        const std::optional<Day> partsEnd =
            product.partsEndMonths ? std::optional(endOfMonth(today, product.partsEndMonths)) : std::nullopt;
        files.product.add(key, product.sku, product.name, categoryName(product.category), product.manufacturer,
                          product.summary, product.lifeMonths, Decimal{product.usagePerDay, 0}, product.unit,
                          product.capacity ? std::optional(product.capacity) : std::nullopt,
                          product.category == Category::WaterFilter, product.successor ? product.successor : "",
                          partsEnd, Text("pictures/") + key + ".png");
        // Three price lists, each about three per cent up; what is no longer sold keeps its last price.
        for (int list = 2; list >= 0; --list) {
            if (list == 0 && product.successor)
                continue;
            const Day from = addMonths(listDay, -12 * list);
            const int cents = product.priceCents * (100 - 3 * list) / 100 / 500 * 500;
            files.price.add("pr-" + key + '-' + isoDay(from).left(4), key, from, cents);
        }
    }
    for (const AccessoryPair &pair : accessoryPairs)
        files.accessory.add(Text("ac-") + pair.product + '-' + pair.accessory, pair.product, pair.accessory,
                            pair.reason);
    for (const Part &part : parts())
        files.part.add(part.key, part.number, part.name, part.product ? part.product : "", part.cents);
}

void writeSegments(Files &files)
{
    files.segment.add("gastro", "Gastronomie & Hotel",
                      "Nie zwischen 7 und 10 Uhr und nicht zum Mittagstisch. Erst den Empfang oder die Schicht "
                      "ansprechen. Nach der Wartung gemeinsam verkosten, Mahlgrad zeigen, Reinigungsplan abhaken. "
                      "Ausfall zur Frühstückszeit ist ein Notfall: Leihgerät anbieten.");
    files.segment.add("office", "Büro & Praxis",
                      "Termin am Empfang melden, leise arbeiten, Schuhe sauber. Ansprechperson ist selten die, die "
                      "entscheidet: Bericht an beide. Verbrauch je Woche nennen, das hilft bei der Kostenstelle.");
    files.segment.add("bakery", "Bäckerei & Filialist",
                      "Vor 9 Uhr oder nach 14 Uhr kommen. Filialleitung unterschreibt, die Zentrale entscheidet. "
                      "Immer alle Filialen im Blick haben: gleiche Geräte, gleiche Einstellungen, gleiche Filter.");
}

void writeRules(Files &files, Day today)
{
    const std::chrono::year_month_day date(today);
    const Day thisYear = date.year() / std::chrono::January / 1;
    const Day lastYear = addMonths(thisYear, -24);
    files.bonusRule.add("br-referral-2", "Empfehlung an den Vertrieb", "P-1", 2, "referral", none, 2000, none, none,
                        lastYear, addMonths(thisYear, -12) - days(1));
    files.bonusRule.add("br-referral", "Empfehlung an den Vertrieb", "P-1", 3, "referral", none, 2500, none, none,
                        addMonths(thisYear, -12), none);
    files.bonusRule.add("br-order", "Auftrag aus Empfehlung", "P-2", 2, "order", none, none, 100, 15000, lastYear,
                        none);
    files.bonusRule.add("br-contract", "Servicevertrag abgeschlossen", "P-3", 1, "contract", none, 1500, none, none,
                        lastYear, none);
}

void writeWordings(Files &files)
{
    // clang-format off
    files.wording.add("w-contact-1-de", "sales_contact", 1, "de", "Ich bin einverstanden, dass mich Berger Kaffeetechnik zu Geräten anspricht.");
    files.wording.add("w-contact-2-de", "sales_contact", 2, "de", "Ich bin einverstanden, dass Berger Kaffeetechnik mich zu Ersatz und Zubehör meiner Kaffeegeräte auf dem angekreuzten Weg (Telefon, E-Mail, Besuch) anspricht. Die Einwilligung ist freiwillig. Ich kann sie jederzeit für die Zukunft widerrufen, zum Beispiel an datenschutz@berger-kaffeetechnik.example; das kostet nichts außer den Übermittlungskosten nach Basistarif.");
    files.wording.add("w-contact-2-en", "sales_contact", 2, "en", "I agree that Berger Kaffeetechnik may contact me about replacements and accessories for my coffee equipment by the means ticked (phone, e-mail, visit). Consent is voluntary. I can withdraw it for the future at any time, for example at datenschutz@berger-kaffeetechnik.example, at no cost beyond the basic transmission rate.");
    files.wording.add("w-letterhead-1-de", "letterhead", 1, "de", "Berger Kaffeetechnik\nWerkstraße 4, 20097 Musterstadt\n0123 555-0100 · service@berger-kaffeetechnik.example");
    files.wording.add("w-letterhead-1-en", "letterhead", 1, "en", "Berger Kaffeetechnik\nWerkstraße 4, 20097 Musterstadt, Germany\n+49 123 555-0100 · service@berger-kaffeetechnik.example");
    files.wording.add("w-signature-1-de", "signature", 1, "de", "Mit meiner Unterschrift bestätige ich, dass die aufgeführten Arbeiten ausgeführt wurden und ich den Bericht gesehen habe.");
    files.wording.add("w-signature-1-en", "signature", 1, "en", "By signing I confirm that the work listed was carried out and that I have seen the report.");
    files.wording.add("w-survey-1-de", "survey", 1, "de", "Dürfen wir Sie nach dem Besuch mit zwei kurzen Fragen um Ihre Meinung bitten? Sie können jederzeit widersprechen.");
    files.wording.add("w-survey-1-en", "survey", 1, "en", "May we ask for your opinion after the visit with two short questions? You can object at any time.");
    // clang-format on
}

} // namespace

QList<ItemKey> maintenanceItems(Category category)
{
    QList<ItemKey> keys;
    const ItemTexts texts = itemTexts("maintenance", category);
    for (std::size_t i = 0; i < texts.size(); ++i)
        keys.append({itemKey("maintenance", category, i), texts[i].answer});
    return keys;
}

const WearItem *wearItem(Category category)
{
    const auto *found = std::ranges::find(wearItems, category, &WearItem::category);
    return found == wearItems.end() ? nullptr : found;
}

void writeCatalogue(Files &files, Day today)
{
    writeSegments(files);
    writeProducts(files, today);
    writeChecklists(files);
    writeMeasuredQuantities(files);
    writeRules(files, today);
    writeWordings(files);
}

} // namespace turnus::demo
