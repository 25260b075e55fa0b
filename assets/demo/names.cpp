#include "assets/demo/names.h"

#include <array>

namespace turnus::demo {

namespace {

// clang-format off
constexpr std::array familyNames{
    "Ahrens", "Albers", "Arendt", "Bachmann", "Baumgart", "Behrens", "Benthin", "Bergmann", "Bielefeldt", "Böhme", "Borchers", "Brandt", "Brinkmann", "Buchholz", "Carstens",
    "Claasen", "Dahl", "Decker", "Diekmann", "Dietz", "Dorn", "Ebeling", "Eckert", "Ehlers", "Engelhardt", "Erdmann", "Fabian", "Falk", "Fechner", "Feddersen", "Fink",
    "Förster", "Franke", "Frenzel", "Friese", "Gehrke", "Geiger", "Gerlach", "Glaser", "Göbel", "Grothe", "Haas", "Hagedorn", "Hansen", "Hartwig", "Heidenreich", "Heller",
    "Hennig", "Hinrichs", "Hofmeister", "Hollmann", "Horn", "Jacobi", "Jahnke", "Janssen", "Jessen", "Jung", "Kaiser", "Kessler", "Kirchner", "Klages", "Kluge", "Kolb",
    "Konrad", "Kramer", "Kranz", "Krüger", "Kuhn", "Lange", "Lehnert", "Lindner", "Lohmann", "Lorenz", "Lüders", "Mahler", "Marquardt", "Martens", "Mehnert", "Melcher",
    "Menzel", "Merz", "Mohr", "Nagel", "Neubauer", "Nissen", "Noack", "Oertel", "Ohlsen", "Opitz", "Otte", "Pape", "Paulsen", "Pfeiffer", "Pohl", "Raabe", "Rademacher",
    "Reimann", "Rickmers", "Riedel", "Ritter", "Rohde", "Röder", "Rudolph", "Sander", "Sauer", "Schilling", "Schlüter", "Schönfeld", "Schröter", "Seidel", "Sievers",
    "Sommer", "Stahl", "Steffens", "Stein", "Stolz", "Strauß", "Tiedemann", "Thode", "Uhlig", "Ulbrich", "Vogel", "Voss", "Wagner", "Walther", "Weidner", "Wendt",
    "Werner", "Wiegand", "Wilke", "Winkler", "Witt", "Zander", "Zeller", "Ziegler", "Zimmer"};
constexpr std::array alpineNames{
    "Aigner", "Auer", "Bacher", "Brandstätter", "Brunner", "Ebner", "Eder", "Egger", "Fankhauser", "Feichtinger", "Fuchs", "Gasser", "Grabner", "Gruber", "Haider",
    "Haslinger", "Hofer", "Holzer", "Huber", "Kofler", "Kogler", "Lackner", "Lechner", "Leitner", "Mayr", "Moser", "Pichler", "Plank", "Rainer", "Reiter", "Steiner",
    "Stadler", "Thaler", "Trenker", "Unterberger", "Wallner", "Wieser", "Winkler", "Wimmer", "Zauner"};
constexpr std::array swissNames{
    "Aebischer", "Amrein", "Ammann", "Bieri", "Bigler", "Bösch", "Brändli", "Bucher", "Bürgi", "Christen", "Eggimann", "Fässler", "Frei", "Gerber", "Graf", "Gygax",
    "Hürlimann", "Imhof", "Jenni", "Käser", "Knecht", "Kunz", "Lüthi", "Marti", "Meili", "Niederberger", "Odermatt", "Räber", "Rüegg", "Ryser", "Schmid", "Sutter",
    "Tanner", "Tschudi", "Von Arx", "Wenger", "Wyss", "Zgraggen", "Zürcher", "Zwahlen"};
constexpr std::array firstNames{
    "Anke", "Andrea", "Anja", "Antje", "Barbara", "Beate", "Carla", "Claudia", "Doris", "Elif", "Eva", "Franziska", "Gabi", "Heike", "Ines", "Ivana", "Jutta", "Karin",
    "Katrin", "Lena", "Maren", "Martina", "Miriam", "Nadine", "Olga", "Petra", "Renate", "Sabine", "Silke", "Simone", "Sonja", "Svenja", "Tanja", "Ulrike", "Yvonne",
    "Achim", "Ali", "Arne", "Bernd", "Björn", "Carsten", "Christian", "Daniel", "Dieter", "Dirk", "Emre", "Frank", "Georg", "Gerd", "Hannes", "Holger", "Ingo", "Jan",
    "Jens", "Jörg", "Karl", "Klaus", "Lukas", "Marco", "Martin", "Matthias", "Michael", "Nico", "Oliver", "Peter", "Rainer", "Ralf", "Stefan", "Sven", "Thomas",
    "Thorsten", "Uwe", "Volker", "Wolfgang"};
constexpr std::array northHotels{"Elbwiesen", "Deichkrone", "Möwenhof", "Heideblick", "Hafenlicht", "Seewind", "Lindenkrug", "Alte Werft", "Kranichsee", "Ostkieker", "Fährmanns Rast", "Birkenhof"};
constexpr std::array hotels{"Rosengarten", "Lindenhof", "Burgblick", "Kronprinz", "Am Stadttor", "Parkresidenz", "Altes Zollhaus", "Sonnenhang", "Goldener Hahn", "Schlossblick", "Weinberg",
                            "Mühlengrund", "Am Theater", "Kastanienhof", "Drei Linden", "Zur alten Post", "Rheinterrassen", "Brunnenhof", "Residenz am Markt", "Bellevue"};
constexpr std::array alpineHotels{"Alpenglühen", "Edelweißhof", "Almrausch", "Bergkristall", "Sonnblick", "Gletscherblick", "Seehof", "Tauernhof", "Enzian", "Arvenhof", "Steinbock", "Zur Post"};
constexpr std::array inns{"Zum Goldenen Anker", "Zur Linde", "Zum Schwarzen Bären", "Zur Alten Mühle", "Zum Hirschen", "Zum Weißen Ross", "Zur Krone", "Zum Löwen", "Zum Ochsen", "Zum Grünen Baum",
                          "Zur Eiche", "Zum Stern", "Zur Traube", "Zum Schwan"};
constexpr std::array cafes{"Morgenrot", "Kranzler Eck", "Zeitlos", "Lieblingsplatz", "Mokka", "Herzstück", "Sonnenschein", "Glückspilz", "Kaffeestube", "Lindner's", "Zuckerwerk", "Tante Emmi",
                           "Röstwerk", "Bohnenzeit", "Marktblick", "Schwarz auf Weiß", "Milchbart", "Kleine Pause", "Nordlicht", "Vierblatt", "Crema Nova", "Mahlzeit", "Hinterhof", "Kaffeeklatsch"};
constexpr std::array restaurants{"La Vecchia Piazza", "Olivo", "Speisekammer", "Kesselhaus", "Trattoria Fontana", "Feuer & Salz", "Rauchfang", "Wirtshaus am Tor", "Brasserie Margaux", "Ratsstube",
                                 "Tafelrunde", "Löwenbräustube", "Osteria Nonna Pia", "Gartenlaube", "Bistro Colbert", "Zum Kesselflicker", "Seeterrasse", "Markthalle 7"};
constexpr std::array plants{"Nordwerk Maschinenbau", "Präzisia Werkzeuge", "Hydrotec Pumpen", "Ferrum Guss", "Elektra Schaltanlagen", "Textor Druck", "Lumina Leuchten", "Optima Verpackung",
                            "Kronos Logistik", "Silvana Möbel", "Rotex Antriebe", "Medivia Klinik", "Aquaria Versorgung", "Vento Klimatechnik", "Pharmacon Labor", "Stadtklinik"};
constexpr std::array offices{"Kanzlei %1 & %2", "Steuerberatung %1", "Ingenieurbüro %1", "%1 Immobilien", "Architekten %1 %2", "%1 & %2 Versicherungen", "Agentur %1", "%1 Consulting",
                             "Notariat %1", "%1 Software", "Spedition %1", "Werbehaus %1", "Wirtschaftsprüfung %1 %2", "Planungsbüro %1"};
constexpr std::array practices{"Zahnarztpraxis Dr. %1", "Hausarztpraxis %1 und %2", "Physiotherapie %1", "Augenarzt Dr. %1", "Kinderarztpraxis Dr. %1", "Tierarztpraxis %1", "Radiologie %1 & %2",
                               "Praxisgemeinschaft %1"};
constexpr std::array dealers{"Autohaus %1", "Zweirad %1", "Küchenstudio %1", "Möbelhaus %1", "Optik %1", "Friseur %1", "Fitnesswerk %1", "Baumarkt %1"};
constexpr std::array bakeries{"Bäckerei %1", "Backhaus %1", "Konditorei %1", "Landbäckerei %1", "Bäckerei & Café %1", "Feinbäckerei %1", "Mühlenbäckerei %1"};
constexpr std::array streets{"Bahnhofstraße", "Hauptstraße", "Marktplatz", "Lindenallee", "Schillerstraße", "Goethestraße", "Gartenstraße", "Kirchgasse", "Mühlenweg", "Am Stadtpark", "Ringstraße",
                             "Bergstraße", "Schulstraße", "Rathausplatz", "Industriestraße", "Poststraße", "Lange Straße", "Uferweg", "Kaiserstraße", "Brunnengasse", "Wilhelmstraße", "Neue Straße",
                             "Am Alten Markt", "Gewerbepark", "Rosenweg", "Domplatz", "Friedrichstraße", "Breite Straße", "Hafenstraße", "Burgstraße"};
struct Ascii { const char *from; const char *to; };
constexpr std::array asciiTable{Ascii{"ä", "ae"}, Ascii{"ö", "oe"}, Ascii{"ü", "ue"}, Ascii{"ß", "ss"}, Ascii{"Ä", "ae"}, Ascii{"Ö", "oe"}, Ascii{"Ü", "ue"},
                                Ascii{"é", "e"}, Ascii{"ı", "i"}};
// clang-format on

bool is(const char *country, const char *code)
{
    return qstrcmp(country, code) == 0;
}

Text familyName(Random &random, const char *country)
{
    if (is(country, "AT"))
        return random.pick(alpineNames);
    return is(country, "CH") ? Text(random.pick(swissNames)) : Text(random.pick(familyNames));
}

Text fill(const Text &pattern, Random &random, const char *country)
{
    const Text first = familyName(random, country);
    Text second = familyName(random, country);
    while (second == first)
        second = familyName(random, country);
    return Text(pattern).replace("%1", first).replace("%2", second);
}

/// Swiss spelling has no ß.
Text spelled(Text text, const char *country)
{
    return is(country, "CH") ? text.replace("ß", "ss") : text;
}

Text hotelName(Random &random, const Town &town)
{
    const bool alpine = !is(town.country, "DE") || town.latitude < 47.8;
    const Text name = alpine ? Text(random.pick(alpineHotels))
                             : (town.latitude > 52.8 ? Text(random.pick(northHotels)) : Text(random.pick(hotels)));
    constexpr std::array forms{"Hotel ", "Hotel ", "Hotel ", "Landhotel ", "Stadthotel ", "Parkhotel "};
    const Text form = is(town.country, "AT") && random.chance(0.2) ? Text("Pension ") : Text(random.pick(forms));
    return form + name;
}

Text companyForm(Random &random, const char *country)
{
    if (is(country, "CH"))
        return random.chance(0.7) ? " AG" : " GmbH";
    constexpr std::array forms{" GmbH", " GmbH & Co. KG", " AG", " GmbH"};
    return random.pick(forms);
}

} // namespace

Text customerName(Random &random, Trade trade, const Town &town)
{
    const char *country = town.country;
    Text name;
    switch (trade) {
    case Trade::Hotel:
        name = hotelName(random, town);
        break;
    case Trade::Guesthouse:
        name = Text(random.chance(0.6) ? "Gasthof " : "Landgasthof ") + random.pick(inns);
        break;
    case Trade::Cafe: {
        const Text form = is(country, "AT") ? "Kaffeehaus " : "Café ";
        name = form + (random.chance(0.45) ? familyName(random, country) : Text(random.pick(cafes)));
        break;
    }
    case Trade::Restaurant:
        name = random.chance(0.7) ? Text(random.pick(restaurants)) : "Restaurant " + familyName(random, country);
        break;
    case Trade::Canteen:
        name = "Kantine " + (random.chance(0.5) ? Text(random.pick(plants)) : familyName(random, country)) +
               companyForm(random, country);
        break;
    case Trade::Office:
        name = fill(random.pick(offices), random, country);
        break;
    case Trade::Practice:
        name = fill(random.pick(practices), random, country);
        break;
    case Trade::Dealer:
        name = fill(random.pick(dealers), random, country) + (random.chance(0.3) ? companyForm(random, country) : "");
        break;
    case Trade::Bakery:
        name = fill(random.pick(bakeries), random, country);
        break;
    case Trade::BakeryChain:
        name = fill("Backhaus %1", random, country) + companyForm(random, country);
        break;
    }
    return spelled(name, country);
}

PersonName personName(Random &random, const char *country)
{
    const Text first = random.pick(firstNames);
    const Text last = familyName(random, country);
    Text mail = (first.left(1) + '.' + last).toLower();
    for (const Ascii &pair : asciiTable)
        mail.replace(pair.from, pair.to);
    return {spelled(first + ' ' + last, country), mail.replace(' ', "")};
}

Text position(Trade trade, int index)
{
    switch (trade) {
    case Trade::Hotel:
        return index == 0 ? "Hoteldirektion" : "Frühstücksleitung";
    case Trade::Guesthouse:
    case Trade::Cafe:
    case Trade::Restaurant:
        return index == 0 ? "Inhaber/in" : "Barleitung";
    case Trade::Canteen:
        return index == 0 ? "Einkauf" : "Küchenleitung";
    case Trade::Office:
    case Trade::Dealer:
        return index == 0 ? "Geschäftsführung" : "Empfang";
    case Trade::Practice:
        return index == 0 ? "Praxisleitung" : "Praxismanagement";
    case Trade::Bakery:
    case Trade::BakeryChain:
        break;
    }
    return index == 0 ? "Geschäftsführung" : "Filialleitung";
}

Text street(Random &random, const char *country)
{
    return spelled(random.pick(streets), country) + ' ' + Text::number(random.between(1, 98)) +
           (random.chance(0.06) ? "a" : "");
}

Text phone(Random &random, const Town &town)
{
    const Text line = Text::number(random.between(100, 999));
    if (is(town.country, "AT"))
        return "+43 1 5550" + line;
    if (is(town.country, "CH"))
        return "+41 44 5550" + line;
    constexpr std::array ranges{"+49 40 66969", "+49 30 23125", "+49 221 4710", "+49 69 90009", "+49 89 99998"};
    constexpr std::array<int, technicianCount> rangeOf{0, 0, 0, 1, 2, 2, 3, 1, 4, 4, 4, 4};
    return ranges.at(static_cast<std::size_t>(rangeOf.at(static_cast<std::size_t>(town.technician)))) + line;
}

Text domainName(const Text &customerName)
{
    Text plain = customerName;
    for (const Ascii &pair : asciiTable)
        plain.replace(pair.from, pair.to);
    Text domain;
    for (const char letter : plain.toLower()) {
        const bool usable = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (usable)
            domain.append(letter);
        else if (!domain.isEmpty() && !domain.endsWith('-'))
            domain.append('-');
    }
    if (domain.endsWith('-'))
        domain.chop(1);
    return domain + ".example";
}

} // namespace turnus::demo
