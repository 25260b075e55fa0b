#include "sync/server/jobs/forecast_command.h"

#include "sync/server/jobs/company_command.h"
#include "sync/server/jobs/fitlife_command.h"
#include "sync/server/jobs/fleet_command.h"
#include "sync/server/jobs/fleettables.h"
#include "sync/server/jobs/forecastsettings.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

constexpr const char *forecastUsage =
    "turnus-server forecast fit-life --data FILE.csv [--distribution weibull|lognormal] [--json]\n"
    "                       [--prior LOG_MEDIAN_MEAN,SD,LOG_SIGMA_MEAN,SD --alive-at AGE --within DELTA]\n"
    "turnus-server forecast fleet --data DIR --as-of YYYY-MM-DD --out FILE.csv [--threads N]\n"
    "                       p10, p50, p90 and flag_date in FILE.csv are of the failure, as if there were no hard "
    "limits\n"
    "                       (end of spare parts); status and reasons count those limits\n"
    "turnus-server forecast explain ASSET --data DIR --as-of YYYY-MM-DD [--threads N]\n"
    "On a company (--data DIR or --database WHERE as for every command):\n"
    "turnus-server forecast run [--data DIR] [--always] [--threads N]\n"
    "                       learns lives from its tables, sends them to the devices, keeps and scores forecasts; the\n"
    "                       server does it every night. --always: also when nothing is new, and anew\n"
    "turnus-server forecast settings [--data DIR] [--due P] [--overdue P] [--breakdown SHARE] [--interval DAYS]\n"
    "                       [--plan-ahead DAYS] [--talk-before DAYS] [--talk-until DAYS]\n"
    "                       when a unit is due, and when to talk; devices follow with their next sync\n"
    "turnus-server forecast explain ASSET [--data DIR] [--as-of YYYY-MM-DD]\n"
    "                       numbers and reasons for one asset (key, serial number or id), as its device says them,\n"
    "                       and whether its customer has a complaint open: then nobody talks of it\n";

/// `forecast explain` reads a folder of tables when --data names one, else a company.
bool namesTables(const QStringList &args)
{
    for (qsizetype i = 0; i < args.size(); ++i) {
        const QString folder = args[i] == u"--data"_s             ? args.value(i + 1)
                               : args[i].startsWith(u"--data="_s) ? args[i].mid(7)
                                                                  : QString();
        if (!folder.isEmpty() && !QFileInfo::exists(folder + u"/turnus-server.db"_s) &&
            QFileInfo::exists(folder + u"/assets.csv"_s))
            return true;
    }
    return false;
}

} // namespace

int runForecastCommand(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const QString verb = args.value(0);
    if (args.contains(u"--help"_s) || args.contains(u"-h"_s)) {
        out << forecastUsage << helpOnFleetTables();
        return 0;
    }
    if (verb == QLatin1String("fit-life"))
        return runFitLife(args.mid(1), out, err);
    if (verb == QLatin1String("fleet"))
        return runForecastFleet(args.mid(1), out, err);
    if (verb == QLatin1String("explain"))
        return namesTables(args) ? runForecastExplain(args.mid(1), out, err)
                                 : runForecastExplainUnit(args.mid(1), out, err);
    if (verb == QLatin1String("settings"))
        return runForecastSettings(args.mid(1), out, err);
    if (verb == QLatin1String("run"))
        return runForecastRun(args.mid(1), out, err);
    err << forecastUsage;
    return 2;
}

} // namespace turnus::jobs
