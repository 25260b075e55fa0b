#include "qml/theme/resources.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QQmlEngine>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace turnus::theme {

bool loadFonts()
{
    bool all = true;
    int count = 0;
    QDirIterator files(u":/fonts"_s, {u"*.otf"_s});
    while (files.hasNext()) {
        all = QFontDatabase::addApplicationFont(files.next()) >= 0 && all;
        ++count;
    }
    QFont font(u"Turnus Sans"_s);
    font.setPixelSize(16);
    QGuiApplication::setFont(font);
    return all && count > 0;
}

bool useLanguage(const QLocale &locale, QQmlEngine *engine)
{
    static QTranslator translator;
    const bool german = locale.language() == QLocale::German;
    QCoreApplication::removeTranslator(&translator);
    const bool loaded = translator.load(german ? u":/i18n/turnus_de.qm"_s : u":/i18n/turnus_en.qm"_s);
    if (loaded)
        QCoreApplication::installTranslator(&translator);
    QLocale::setDefault(german || locale.language() == QLocale::English ? locale : QLocale(QLocale::English));
    if (engine)
        engine->retranslate();
    return loaded;
}

} // namespace turnus::theme
