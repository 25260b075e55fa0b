#include "sync/server/jobs/company_command.h"

#include "core/support/clock.h"
#include "sync/server/jobs/company.h"
#include "sync/server/jobs/explanation.h"
#include "sync/server/jobs/forecastjob.h"
#include "sync/server/store/forecaststore.h"

#include <thread>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

const QStringList placeOptions{u"data"_s, u"database"_s};

Status runJob(const QStringList &args, QTextStream &out, QTextStream &err)
{
    TURNUS_ASSIGN(options, Options::parse(args, placeOptions + QStringList{u"threads"_s}, {u"always"_s}));
    if (!options.words().isEmpty())
        return fail(Domain::Input, u"usage", u"\"%1\" is not expected"_s.arg(options.words().front()));
    TURNUS_ASSIGN(threads, options.number(u"threads"_s, std::thread::hardware_concurrency()));
    TURNUS_ASSIGN(company, openCompany(options));
    const SystemClock clock;
    ForecastJob::Options how;
    how.threads = int(std::clamp(threads, 1.0, 64.0));
    how.always = options.has(u"always"_s);
    TURNUS_ASSIGN(report, ForecastJob(*company.connection, clock).run(how));
    if (!report)
        return fail(Domain::Storage, u"job-held", u"another process is forecasting; it will be done when that ends"_s);
    for (const QString &warning : std::as_const(report->warnings))
        err << "warning: " << warning << "\n";
    out << report->inWords() << "\n";
    return {};
}

Result<qint64> assetNamed(server::Connection &connection, const QString &name)
{
    QList<qint64> found;
    TURNUS_TRY(connection.read([&]() -> Status {
        found = server::ForecastStore(connection).assetsNamed(name);
        return {};
    }));
    if (found.isEmpty())
        return fail(Domain::Input, u"asset-unknown", u"no asset has the key, serial number or id \"%1\""_s.arg(name));
    if (found.size() > 1) {
        QStringList ids;
        for (const qint64 id : std::as_const(found))
            ids << QString::number(id);
        return fail(Domain::Input, u"asset-ambiguous",
                    u"\"%1\" is the key or serial number of several assets; name one by its id: %2"_s.arg(
                        name, ids.join(u", "_s)));
    }
    return found.front();
}

Status explainUnit(const QStringList &args, QTextStream &out, QTextStream &err)
{
    TURNUS_ASSIGN(options, Options::parse(args, placeOptions + QStringList{u"as-of"_s}, {}));
    if (options.words().size() != 1)
        return fail(Domain::Input, u"usage", u"forecast explain ASSET [--data DIR] [--as-of YYYY-MM-DD]"_s);
    TURNUS_ASSIGN(day, options.day(u"as-of"_s, SystemClock().today()));
    TURNUS_ASSIGN(place, openCompany(options));
    TURNUS_ASSIGN(asset, assetNamed(*place.connection, options.words().front()));
    TURNUS_ASSIGN(explained, explainAsset(*place.connection, asset, day));
    for (const QString &warning : std::as_const(explained.warnings))
        err << "warning: " << warning << "\n";
    out << options.words().front() << ", product " << explained.product << "\n";
    explain(explained.forecast, explained.life, out);
    if (explained.complaint)
        out << "open complaint since " << iso(localDay(explained.complaint->opened)) << ": do not talk now ("
            << explained.complaint->what.simplified() << ")\n";
    return {};
}

int exitCode(const Status &done, QTextStream &err)
{
    if (done)
        return 0;
    err << done.error().toString() << "\n";
    return done.error().code == u"usage"_s ? 2 : 1;
}

} // namespace

int runForecastRun(const QStringList &args, QTextStream &out, QTextStream &err)
{
    return exitCode(runJob(args, out, err), err);
}

int runForecastExplainUnit(const QStringList &args, QTextStream &out, QTextStream &err)
{
    return exitCode(explainUnit(args, out, err), err);
}

} // namespace turnus::jobs
