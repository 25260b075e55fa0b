#include "sync/server/jobs/forecast_command.h"

#include <QCoreApplication>
#include <QTextStream>

namespace {

struct Command
{
    const char *name;
    int (*run)(const QStringList &args, QTextStream &out, QTextStream &err);
    const char *purpose;
};

constexpr Command commands[] = {
    {"forecast", turnus::jobs::runForecastCommand, "fit lives and forecast replacements from tables"},
};

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("turnus-server"));
    QCoreApplication::setApplicationVersion(QStringLiteral(TURNUS_VERSION));
    QTextStream out(stdout);
    QTextStream err(stderr);
    const QStringList args = QCoreApplication::arguments();
    for (const Command &command : commands) {
        if (args.value(1) == QLatin1String(command.name))
            return command.run(args.mid(2), out, err);
    }
    err << "turnus-server COMMAND …\n";
    for (const Command &command : commands)
        err << "  " << command.name << "  " << command.purpose << "\n";
    return 2;
}
