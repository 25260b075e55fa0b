#include "qml/theme/resources.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QImage>
#include <QLocale>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

const QStringList pages{u"board"_s, u"states"_s, u"panels"_s, u"pad"_s, u"tablet"_s};

QLocale localeFor(const QString &language)
{
    return language == u"en" ? QLocale(QLocale::English, QLocale::UnitedKingdom)
                             : QLocale(QLocale::German, QLocale::Germany);
}

/// The QML singleton Theme, by way of a component that names it.
QObject *theme(QQmlEngine &engine)
{
    QQmlComponent component(&engine);
    component.setData("import QtQml\nimport Turnus.Theme\nQtObject { property QtObject theme: Theme }", {});
    const std::unique_ptr<QObject> object(component.create());
    return object ? object->property("theme").value<QObject *>() : nullptr;
}

QUrl pageUrl(const QString &page)
{
    return QUrl(u"qrc:/qt/qml/Turnus/Gallery/%1%2Page.qml"_s.arg(page.front().toUpper()).arg(page.sliced(1)));
}

QImage picture(QQmlEngine &engine, const QString &page)
{
    QQmlComponent component(&engine, pageUrl(page));
    std::unique_ptr<QObject> object(component.create());
    auto *item = qobject_cast<QQuickItem *>(object.get());
    if (!item) {
        QTextStream(stderr) << component.errorString();
        return {};
    }
    QQuickWindow window;
    window.setColor(Qt::black);
    item->setParentItem(window.contentItem());
    item->setSize({item->implicitWidth(), item->implicitHeight()});
    window.resize(item->size().toSize());
    window.show();
    window.requestActivate();
    // once for the layout, once for what only shows after it (popups, focus)
    QCoreApplication::processEvents();
    window.grabWindow();
    QCoreApplication::processEvents();
    return window.grabWindow();
}

int saveScreenshots(QQmlEngine &engine, const QDir &dir, const QStringList &wanted)
{
    QObject *look = theme(engine);
    look->setProperty("reducedMotion", true);
    for (const QString &page : wanted) {
        for (const QString &language : {u"de"_s, u"en"_s}) {
            turnus::theme::useLanguage(localeFor(language));
            for (const bool dark : {false, true}) {
                look->setProperty("dark", dark);
                const QString file = dir.filePath(u"%1-%2-%3.png"_s.arg(page, language, dark ? u"dark"_s : u"light"_s));
                if (!picture(engine, page).save(file)) {
                    QTextStream(stderr) << "cannot write " << file << '\n';
                    return 1;
                }
                QTextStream(stdout) << file << '\n';
            }
        }
    }
    return 0;
}

/// Scrolls a long list of each kind of row by a third of a page per frame and prints what a frame costs.
int measureScrolling(QQmlEngine &engine)
{
    constexpr int frames = 80;
    constexpr qreal pixelsPerFrame = 300;
    QQmlComponent component(&engine, pageUrl(u"scroll"_s));
    std::unique_ptr<QObject> object(component.create());
    auto *item = qobject_cast<QQuickItem *>(object.get());
    if (!item) {
        QTextStream(stderr) << component.errorString();
        return 1;
    }
    QQuickWindow window;
    item->setParentItem(window.contentItem());
    item->setSize({412, 892});
    window.resize(412, 892);
    window.show();
    const QStringList kinds = item->property("kinds").toStringList();
    for (int kind = 0; kind < kinds.size(); ++kind) {
        item->setProperty("kind", kind);
        item->setProperty("contentY", 0);
        window.grabWindow();
        QList<double> milliseconds;
        for (int frame = 1; frame <= frames; ++frame) {
            QElapsedTimer timer;
            timer.start();
            item->setProperty("contentY", frame * pixelsPerFrame);
            window.grabWindow();
            milliseconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        std::sort(milliseconds.begin(), milliseconds.end());
        QTextStream(stdout) << kinds[kind] << ": median " << milliseconds[frames / 2] << " ms, 95th percentile "
                            << milliseconds[frames * 95 / 100] << " ms\n";
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Every control of Turnus in every state.\n\nPages: %1. Works without a screen with "
        "QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software."_s.arg(pages.join(u", "_s)));
    parser.addHelpOption();
    parser.addOptions(
        {{u"screenshot"_s, u"Save all pages, light and dark, German and English, as PNG files and quit."_s, u"DIR"_s},
         {u"measure"_s, u"Print what a frame of a scrolling list costs and quit."_s},
         {u"page"_s, u"Only this page (may be repeated)."_s, u"PAGE"_s},
         {u"language"_s, u"de (default) or en."_s, u"LANGUAGE"_s, u"de"_s},
         {u"dark"_s, u"Start in the dark theme."_s},
         {u"text-scale"_s, u"Size of the text, 1 to 2."_s, u"FACTOR"_s, u"1"_s}});
    parser.process(app);
    const QStringList wanted = parser.isSet(u"page"_s) ? parser.values(u"page"_s) : pages;
    for (const QString &page : wanted) {
        if (!pages.contains(page)) {
            QTextStream(stderr) << "unknown page " << page << "; one of: " << pages.join(u", "_s) << '\n';
            return 1;
        }
    }
    const double textScale = parser.value(u"text-scale"_s).toDouble();
    if (!(textScale >= 1 && textScale <= 2) || !QStringList{u"de"_s, u"en"_s}.contains(parser.value(u"language"_s))) {
        QTextStream(stderr) << "--text-scale is 1 to 2, --language de or en\n";
        return 1;
    }
    if (!turnus::theme::loadFonts())
        return 1;

    QQmlApplicationEngine engine;
    engine.addImportPath(u"qrc:/qt/qml"_s);
    QObject *look = theme(engine);
    look->setProperty("dark", parser.isSet(u"dark"_s));
    look->setProperty("textScale", textScale);
    if (parser.isSet(u"screenshot"_s)) {
        QDir dir(parser.value(u"screenshot"_s));
        return dir.mkpath(u"."_s) ? saveScreenshots(engine, dir, wanted) : 1;
    }
    turnus::theme::useLanguage(localeFor(parser.value(u"language"_s)), &engine);
    if (parser.isSet(u"measure"_s))
        return measureScrolling(engine);
    engine.setInitialProperties({{u"pages"_s, pages}, {u"page"_s, wanted.front()}});
    engine.load(QUrl(u"qrc:/qt/qml/Turnus/Gallery/GalleryWindow.qml"_s));
    return engine.rootObjects().isEmpty() ? 1 : QGuiApplication::exec();
}
