#include "app/turnus-device/reporting.h"

#include <QDirIterator>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QTranslator>
#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace turnus::device {

std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    const std::span<char *> words(argv, static_cast<size_t>(argc));
    const auto said = [&](const char *word) {
        return std::ranges::any_of(words, [&](const char *known) { return qstrcmp(known, word) == 0; });
    };
    if (!said("visit") || (!said("complete") && !said("sign")))
        return std::make_unique<QCoreApplication>(argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

Result<QLocale> readyForReports(const QString &language)
{
    if (language != "de"_L1 && language != "en"_L1)
        return fail(Domain::Input, u"usage", u"--language: de or en"_s);
    QDirIterator fonts(u":/fonts"_s, {u"*.otf"_s});
    while (fonts.hasNext())
        QFontDatabase::addApplicationFont(fonts.next());
    static QTranslator translator;
    if (translator.load(u":/i18n/turnus_%1.qm"_s.arg(language)))
        QCoreApplication::installTranslator(&translator);
    return language == "de"_L1 ? QLocale(QLocale::German, QLocale::Germany)
                               : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace turnus::device
