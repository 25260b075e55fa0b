#include "app/turnus/application.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using turnus::app::Application;
using turnus::app::Options;

namespace {

int refuse(const QString &words)
{
    QTextStream(stderr) << "turnus: " << words << '\n';
    return 2;
}

std::optional<turnus::schedule::GeoPoint> pointFrom(const QString &text)
{
    const QStringList parts = text.split(u',');
    bool fine[2] = {false, false};
    if (parts.size() != 2)
        return std::nullopt;
    const turnus::schedule::GeoPoint point{parts.at(0).toDouble(&fine[0]), parts.at(1).toDouble(&fine[1])};
    return fine[0] && fine[1] ? std::optional(point) : std::nullopt;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication::setOrganizationName(u"Turnus"_s);
    QGuiApplication::setApplicationName(u"Turnus"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(TURNUS_VERSION));
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Turnus: the visit, the forecast and the lead, offline. For technicians and "
        "supervisors.\n\nData lie in %1 unless --data says otherwise."_s.arg(turnus::app::standardDataDirectory()));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"Keep database and files in DIR."_s, u"DIR"_s},
        {u"server"_s, u"The company's server, offered at the sign-in."_s, u"URL"_s},
        {u"lang"_s, u"de or en (default: as it was, at first the system's)."_s, u"LANGUAGE"_s},
        {u"theme"_s, u"light, dark or sunlight (default: as it was)."_s, u"THEME"_s},
        {u"size"_s, u"Window size: handheld (412 x 892, default) or tablet (1280 x 800)."_s, u"SIZE"_s, u"handheld"_s},
        {u"position"_s, u"Take LATITUDE,LONGITUDE for where the handheld is, instead of its receiver."_s, u"POINT"_s},
    });
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return refuse(u"%1: no such option; see turnus --help"_s.arg(parser.positionalArguments().first()));

    Options options;
    options.dataDirectory = parser.value(u"data"_s);
    options.server = parser.value(u"server"_s);
    options.language = parser.value(u"lang"_s);
    options.theme = parser.value(u"theme"_s);
    if (!QStringList{QString(), u"de"_s, u"en"_s}.contains(options.language))
        return refuse(u"--lang is de or en"_s);
    if (!QStringList{QString(), u"light"_s, u"dark"_s, u"sunlight"_s}.contains(options.theme))
        return refuse(u"--theme is light, dark or sunlight"_s);
    if (parser.value(u"size"_s) == u"tablet")
        options.size = QSize(1280, 800);
    else if (parser.value(u"size"_s) != u"handheld")
        return refuse(u"--size is handheld or tablet"_s);
    if (parser.isSet(u"position"_s)) {
        options.position = pointFrom(parser.value(u"position"_s));
        if (!options.position)
            return refuse(u"--position is LATITUDE,LONGITUDE"_s);
    }
    const turnus::SystemClock clock;
    for (;;) {
        const auto opened = Application::open(options, clock);
        if (!opened)
            return refuse(opened.error().toString());
        const int code = (*opened)->show() ? QGuiApplication::exec() : 1;
        if (code != Application::startAnew)
            return code;
    }
}
