#include "assets/demo/demo.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"turnus-demo-company"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TURNUS_VERSION));
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Writes the demo company as a directory that 'turnus-server import DIR' reads."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"DIR"_s, u"directory to write; made if it does not exist"_s);
    parser.addOption({u"seed"_s, u"another seed makes another company (default 1)"_s, u"N"_s, u"1"_s});
    parser.addOption({u"today"_s, u"the day that the company lives on (default: today)"_s, u"YYYY-MM-DD"_s,
                      QDate::currentDate().toString(Qt::ISODate)});
    parser.process(application);
    bool seedIsNumber = false;
    const quint64 seed = parser.value(u"seed"_s).toULongLong(&seedIsNumber);
    const QDate today = QDate::fromString(parser.value(u"today"_s), Qt::ISODate);
    if (parser.positionalArguments().size() != 1 || !seedIsNumber || !today.isValid())
        parser.showHelp(2);
    const QString directory = parser.positionalArguments().constFirst();
    if (const auto written = turnus::demo::writeCompany(directory, seed, turnus::fromQDate(today)); !written) {
        QTextStream(stderr) << written.error().toString() << Qt::endl;
        return 1;
    }
    QTextStream(stdout) << directory << Qt::endl;
    return 0;
}
