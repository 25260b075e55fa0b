#include "app/turnus-walkthrough/thread.h"
#include "core/support/clock.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace turnus;

int main(int argc, char **argv)
{
    QGuiApplication::setOrganizationName(u"Turnus"_s);
    QGuiApplication::setApplicationName(u"Turnus"_s);
    QGuiApplication::setApplicationVersion(QStringLiteral(TURNUS_VERSION));
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen"); // nobody watches but the pictures
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Performs a technician's day and a supervisor's approval in the real app, by synthetic touch, with a picture "
        "of every step. The server must hold the demo company; --data must be new."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, u"The server with the demo company."_s, u"URL"_s},
        {u"data"_s, u"Where the two handhelds keep their data."_s, u"DIR"_s},
        {u"pictures"_s, u"Where the pictures go."_s, u"DIR"_s},
        {u"lang"_s, u"de (default) or en."_s, u"LANGUAGE"_s, u"de"_s},
    });
    parser.process(application);
    for (const QString &needed : {u"server"_s, u"data"_s, u"pictures"_s}) {
        if (parser.value(needed).isEmpty()) {
            QTextStream(stderr) << "turnus-walkthrough: --" << needed << " is needed\n";
            return 2;
        }
    }
    const SystemClock clock;
    walkthrough::Thread thread({.server = parser.value(u"server"_s),
                                .directory = parser.value(u"data"_s),
                                .pictures = parser.value(u"pictures"_s),
                                .language = parser.value(u"lang"_s)},
                               clock);
    if (const Status done = thread.run(); !done) {
        QTextStream(stderr) << "turnus-walkthrough: " << done.error().toString() << '\n';
        return 1;
    }
    return 0;
}
