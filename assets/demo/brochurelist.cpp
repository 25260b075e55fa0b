#include "assets/demo/calendar.h"
#include "assets/demo/catalogue.h"

#include <QFile>
#include <array>

namespace turnus::demo {

namespace {

struct BrochureText
{
    const char *key; ///< the file is brochures/<key>.pdf
    const char *title;
    const char *language;
    const char *product; ///< nullptr: about the service
    int pages;
    int version;
    int validMonths; ///< from today; 0 = no end
};

constexpr std::array brochureTexts{
    BrochureText{"bk620-de", "BK 620 für Hotels", "de", "bk620", 7, 5, 0},
    BrochureText{"bk620-en", "BK 620 for hotels", "en", "bk620", 7, 5, 0},
    BrochureText{"m75-de", "Mühlen M 65, M 75, M 85", "de", "m75", 7, 3, 0},
    BrochureText{"m75-en", "Grinders M 65, M 75, M 85", "en", "m75", 7, 3, 0},
    BrochureText{"bk520-de", "BK 520 für Büro und Praxis", "de", "bk520", 7, 4, 0},
    BrochureText{"bk820-de", "BK 820 für Filialen und Frühstück", "de", "bk820", 7, 2, 0},
    BrochureText{"nova2-de", "Siebträger Nova", "de", "nova2", 7, 4, 0},
    BrochureText{"wf1200-de", "Wasser für guten Kaffee", "de", "wf1200", 7, 6, 0},
    BrochureText{"service-de", "Servicevertrag Plus", "de", nullptr, 6, 7, 14},
    BrochureText{"repair-de", "Reparieren oder tauschen?", "de", nullptr, 5, 2, 0},
};

} // namespace

BrochureRef brochureOf(const Product &product)
{
    for (const BrochureText &text : brochureTexts)
        if (text.product && qstrcmp(text.product, product.key) == 0)
            return {text.key, text.pages};
    return {};
}

void writeBrochures(Files &files, Day today)
{
    const Day listDay = priceListDay(today);
    for (const BrochureText &text : brochureTexts) {
        const Text file = Text("brochures/") + text.key + ".pdf";
        const qint64 size = QFile(QString::fromUtf8(":/assets/demo/" + file)).size();
        const std::optional<Day> until =
            text.validMonths ? std::optional(endOfMonth(today, text.validMonths)) : std::nullopt;
        files.brochure.add(text.key, text.title, text.language, text.product ? text.product : "", file, size,
                           text.pages, text.version, listDay, until);
    }
}

} // namespace turnus::demo
