#include "assets/brochures/pages.h"

#include <array>

namespace turnus::brochures {

using namespace Qt::StringLiterals;

namespace {

struct ContractRow
{
    const char *german;
    const char *english;
    const char *germanCells[3];
    const char *englishCells[3];
};

// clang-format off
constexpr std::array contractRows{
    ContractRow{"Wartungen im Jahr", "Maintenance visits a year", {"1", "2", "4"}, {"1", "2", "4"}},
    ContractRow{"Notdienst", "Emergency service", {"48 Stunden", "8 Stunden", "4 Stunden"}, {"48 hours", "8 hours", "4 hours"}},
    ContractRow{"Leihgerät bei Ausfall", "Loan machine", {"–", "enthalten", "enthalten"}, {"–", "included", "included"}},
    ContractRow{"Anfahrt und Arbeitszeit", "Travel and labour", {"der Wartung", "der Wartung", "immer"}, {"of maintenance", "of maintenance", "always"}},
    ContractRow{"Ersatzteile", "Spare parts", {"Listenpreis", "10 % Nachlass", "enthalten"}, {"list price", "10 % off", "included"}},
    ContractRow{"Filterkerzen", "Filter cartridges", {"–", "enthalten", "enthalten"}, {"–", "included", "included"}},
    ContractRow{"Preis je Maschine ab", "Price per machine from", {"19 € / Monat", "39 € / Monat", "72 € / Monat"}, {"€19 / month", "€39 / month", "€72 / month"}}};

constexpr std::array maintenanceSteps{
    Fact{"meter", "Zähler ablesen", "Verbrauch gegen das letzte Mal, Ausreißer geklärt"}, Fact{"wrench", "Dichtungen und Siebe", "gewechselt, Brüheinheit gereinigt und gefettet"},
    Fact{"drop", "Wasserhärte messen", "vor und nach dem Filter, Kerze nach Litern"}, Fact{"scale", "Mahlgrad und Menge", "gewogen, Durchlaufzeit gestoppt"},
    Fact{"shield", "Sicherheit", "Kabel, Stecker, Ventile, Dichtheit"}, Fact{"cup", "Verkosten", "gemeinsam, mit Ihren Bohnen"},
    Fact{"tasks", "Zustand benoten", "1 bis 5, mit Foto, wenn etwas auffällt"}, Fact{"doc", "Bericht", "auf Ihrem Telefon, bevor wir gehen"}};
struct DecisionRow
{
    const char *question;
    const char *repair;
    const char *replace;
};
constexpr std::array decisionRows{
    DecisionRow{"Wie alt ist die Maschine?", "jünger als 60 % der üblichen Lebensdauer", "älter als 90 %"},
    DecisionRow{"Was kostet die Reparatur?", "weniger als ein Fünftel vom Neupreis", "mehr als ein Drittel"},
    DecisionRow{"Wie oft in zwei Jahren?", "höchstens einmal", "dreimal oder öfter"},
    DecisionRow{"Gibt es Ersatzteile?", "noch mindestens drei Jahre", "laufen in 18 Monaten aus"},
    DecisionRow{"Passt sie noch zur Menge?", "ja, auch in der Spitze", "nein: Warteschlange oder Leerlauf"}};
// clang-format on

QString from8(const char *text)
{
    return QString::fromUtf8(text);
}

struct Step
{
    QString title;
    QString text;
};

std::array<Step, 3> nextSteps(const Brochure &brochure)
{
    if (brochure.look == Look::Green)
        return {Step{u"Angebot in zwei Tagen"_s, u"Für alle Ihre Maschinen, ein fester Preis im Monat."_s},
                Step{u"Erste Wartung"_s, u"Wir nehmen jede Maschine auf und bringen sie auf Stand."_s},
                Step{u"Danach von selbst"_s, u"Termin, Teile und Bericht kommen ohne Erinnern."_s}};
    if (brochure.look == Look::Ochre)
        return {Step{u"Zahlen ansehen"_s, u"Zählerstand, Zustand und Reparaturen Ihrer Maschine."_s},
                Step{u"Beide Wege rechnen"_s, u"Weiter reparieren oder tauschen, auf fünf Jahre."_s},
                Step{u"Sie entscheiden"_s, u"In Ruhe. Die Rechnung bleibt bei Ihnen."_s}};
    if (!brochure.german)
        return {Step{u"An offer within two days"_s, u"With your figures, as a 60-month lease too."_s},
                Step{u"A trial"_s, u"One week at your place, with your beans. Free of charge."_s},
                Step{u"Replaced in one morning"_s, u"Old machine taken along, new one set, team trained."_s}};
    return {Step{u"Angebot in zwei Tagen"_s, u"Mit Ihren Zahlen, auch als Leasing über 60 Monate."_s},
            Step{u"Probestellung"_s, u"Eine Woche an Ihrem Platz, mit Ihren Bohnen. Kostenlos."_s},
            Step{u"Tausch an einem Vormittag"_s, u"Altes Gerät mit, neues eingestellt, Team eingewiesen."_s}};
}

} // namespace

void drawContracts(const Page &page, const Brochure &brochure)
{
    drawHeading(page,
                brochure.german ? u"Damit es so bleibt: der Servicevertrag"_s
                                : u"So that it stays that way: the service contract"_s,
                brochure.german ? u"Jederzeit zum Quartal wechselbar, nach einem Jahr monatlich kündbar."_s
                                : u"Change it at any quarter, cancel monthly after the first year."_s,
                1136);
    constexpr std::array names{"Basis", "Plus", "Premium"};
    constexpr std::array columns{480.0, 730.0, 980.0};
    constexpr qreal top = 196;
    constexpr qreal rowHeight = 66;
    page.fill({columns[1] - 24, top - 10, 240, 540}, ink::primary, 20);
    for (std::size_t i = 0; i < columns.size(); ++i)
        page.label({columns.at(i), top, 200, 48}, from8(names.at(i)),
                   {26, Weight::Bold, i == 1 ? QColor(Qt::white) : ink::strong});
    qreal y = top + 54;
    for (const ContractRow &row : contractRows) {
        const bool last = &row == &contractRows.back();
        page.rule(margin, columns[1] - 24, y);
        page.rule(columns[1] + 216, 1208, y);
        page.rule(columns[1] - 4, columns[1] + 196, y, QColor(0x2A, 0x6F, 0x80));
        page.label({margin, y, 380, rowHeight}, from8(brochure.german ? row.german : row.english),
                   {19, Weight::Medium, ink::soft});
        const auto &cells = brochure.german ? row.germanCells : row.englishCells;
        for (std::size_t i = 0; i < columns.size(); ++i)
            page.label({columns.at(i), y, 230, rowHeight}, from8(cells[i]),
                       {last ? 23.0 : 19.0, last ? Weight::Bold : Weight::SemiBold,
                        i == 1 ? QColor(Qt::white) : ink::strong, Qt::AlignLeft, true});
        y += rowHeight;
    }
}

void drawMaintenance(const Page &page, const Brochure &)
{
    drawHeading(page, u"Was bei jeder Wartung geschieht"_s,
                u"Acht Schritte, etwa 50 Minuten, ohne dass der Betrieb steht."_s, 1136);
    constexpr qreal width = 556;
    int number = 0;
    for (const Fact &step : maintenanceSteps) {
        const int column = number / 4;
        const qreal x = margin + column * (width + 24);
        const qreal y = 190 + (number % 4) * 136;
        page.fill({x, y, width, 118}, ink::ground, 18);
        page.badge(from8(step.icon), {x + 62, y + 59}, 34, ink::okSoft, QColor(0x0D, 0x44, 0x23));
        page.text(x + 122, y + 26, width - 200, from8(step.title), {23, Weight::SemiBold});
        page.text(x + 122, y + 59, width - 140, from8(step.text), {18, Weight::Regular, ink::soft});
        page.label({x + width - 64, y + 14, 40, 32}, QString::number(++number),
                   {20, Weight::Bold, QColor(0x9A, 0xAA, 0xA6), Qt::AlignRight, true});
    }
}

void drawDecision(const Page &page, const Brochure &)
{
    drawHeading(page, u"Fünf Fragen, eine Antwort"_s,
                u"Wo mehr Häkchen stehen, geht der Rat hin. Gerechnet wird auf diesem Gerät."_s, 1136);
    constexpr qreal top = 196;
    constexpr qreal rowHeight = 90;
    page.fill({420, top, 380, 516}, ink::okSoft, 20);
    page.fill({828, top, 380, 516}, ink::dueSoft, 20);
    page.badge(u"wrench"_s, {462, top + 36}, 20, Qt::white, QColor(0x0D, 0x44, 0x23));
    page.label({494, top + 16, 300, 40}, u"Reparieren"_s, {24, Weight::Bold, QColor(0x0D, 0x44, 0x23)});
    page.badge(u"swap"_s, {870, top + 36}, 20, Qt::white, QColor(0x57, 0x37, 0x00));
    page.label({902, top + 16, 300, 40}, u"Tauschen"_s, {24, Weight::Bold, QColor(0x57, 0x37, 0x00)});
    qreal y = top + 68;
    for (const DecisionRow &row : decisionRows) {
        page.rule(margin, 1208, y, QColor(0xCF, 0xD8, 0xD5));
        page.text(margin, y + 20, 320, from8(row.question), {20, Weight::SemiBold});
        page.text(444, y + 20, 336, from8(row.repair), {18, Weight::Medium, QColor(0x0D, 0x44, 0x23)});
        page.text(852, y + 20, 336, from8(row.replace), {18, Weight::Medium, QColor(0x57, 0x37, 0x00)});
        y += rowHeight;
    }
}

void drawContact(const Page &page, const Brochure &brochure)
{
    const bool german = brochure.german;
    const auto steps = nextSteps(brochure);
    qreal y = drawHeading(page, german ? u"So geht es weiter"_s : u"What happens next"_s, {}, 640) + 20;
    int number = 0;
    for (const Step &step : steps) {
        page.fill({margin, y + 2, 56, 56}, ink::primary, 28);
        page.label({margin, y + 2, 56, 56}, QString::number(++number), {24, Weight::Bold, Qt::white, Qt::AlignCenter});
        page.text(margin + 82, y, 560, step.title, {26, Weight::SemiBold});
        page.text(margin + 82, y + 36, 560, step.text, {19, Weight::Regular, ink::soft});
        y += 122;
    }
    page.text(margin, 590, 620,
              german ? u"Oder fragen Sie den Menschen, der Ihnen das gerade zeigt.\nEr kennt Ihre Maschine."_s
                     : u"Or ask the person who is showing you this.\nThey know your machine."_s,
              {20, Weight::Medium, ink::primary});
    const HeroColors colors = heroColors(brochure.look);
    page.heroPanel({760, 0, 520, pageHeight}, colors, {1020, 480}, 230, 660);
    page.text(824, 92, 400, u"Berger Kaffeetechnik"_s, {30, Weight::Bold, colors.text});
    page.text(824, 136, 400, german ? u"Vertrieb und Service"_s : u"Sales and service"_s,
              {19, Weight::Medium, colors.softText});
    constexpr std::array icons{"phone", "mail", "pin"};
    const std::array lines{u"+49 40 66969 100"_s, u"vertrieb@berger-kaffeetechnik.example"_s,
                           german ? u"Hamburg · Köln · Stuttgart · Salzburg · Zürich"_s
                                  : u"Hamburg, Cologne, Stuttgart, Salzburg, Zurich"_s};
    qreal line = 196;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        page.icon(from8(icons.at(i)), {824, line, 24, 24}, colors.text);
        page.text(864, line, 380, lines.at(i), {17, Weight::Medium, colors.text});
        line += 46;
    }
    page.product(u"m75"_s, 868, 672, 196);
    page.product(u"bk620"_s, 1000, 672, 236);
    page.product(u"wf1200"_s, 1160, 672, 170);
}

} // namespace turnus::brochures
