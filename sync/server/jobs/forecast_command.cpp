#include "sync/server/jobs/forecast_command.h"

#include "sync/server/jobs/fitlife_command.h"
#include "sync/server/jobs/fleet_command.h"

namespace turnus::jobs {

namespace {

constexpr const char *forecastUsage =
    "turnus-server forecast fit-life --data FILE.csv [--distribution weibull|lognormal] [--json]\n"
    "                       [--prior LOG_MEDIAN_MEAN,SD,LOG_SIGMA_MEAN,SD --alive-at AGE --within DELTA]\n"
    "turnus-server forecast fleet --data DIR --as-of YYYY-MM-DD --out FILE.csv [--threads N]\n"
    "turnus-server forecast explain ASSET --data DIR --as-of YYYY-MM-DD [--threads N]\n";

} // namespace

int runForecastCommand(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const QString verb = args.value(0);
    if (verb == QLatin1String("fit-life"))
        return runFitLife(args.mid(1), out, err);
    if (verb == QLatin1String("fleet"))
        return runForecastFleet(args.mid(1), out, err);
    if (verb == QLatin1String("explain"))
        return runForecastExplain(args.mid(1), out, err);
    err << forecastUsage;
    return 2;
}

} // namespace turnus::jobs
