#include "sync/server/jobs/fleet_command.h"

#include "core/forecast/forecaster.h"
#include "core/forecast/usage.h"
#include "sync/server/jobs/explanation.h"
#include "sync/server/jobs/fleetfit.h"
#include "sync/server/jobs/options.h"
#include "sync/server/jobs/words.h"

#include <QSaveFile>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

struct FleetRequest
{
    QString folder;
    Day asOf;
    QString outFile;
    QString asset;
    int threads = 2;
    bool verbose = false;
};

Result<FleetRequest> parseFleet(const QStringList &args, bool explain)
{
    QStringList valued{u"data"_s, u"as-of"_s, u"threads"_s};
    if (!explain)
        valued << u"out"_s;
    TURNUS_ASSIGN(options, Options::parse(args, valued, {u"verbose"_s}));
    FleetRequest request;
    TURNUS_ASSIGN(folder, options.required(u"data"_s));
    TURNUS_TRY(options.required(u"as-of"_s));
    TURNUS_ASSIGN(day, options.day(u"as-of"_s, Day{}));
    request.folder = folder;
    request.verbose = options.has(u"verbose"_s);
    request.asOf = day;
    TURNUS_ASSIGN(threads, options.number(u"threads"_s, 2));
    request.threads = int(std::clamp(threads, 1.0, 64.0));
    if (explain) {
        if (options.words().size() != 1)
            return fail(Domain::Input, u"usage", u"forecast explain ASSET --data DIR --as-of YYYY-MM-DD"_s);
        request.asset = options.words().front();
    } else {
        TURNUS_ASSIGN(out, options.required(u"out"_s));
        request.outFile = out;
        if (!options.words().isEmpty())
            return fail(Domain::Input, u"usage", u"\"%1\" is not expected"_s.arg(options.words().front()));
    }
    return request;
}

void printParameters(const FleetData &data, const FleetFit &fit, QTextStream &err)
{
    for (size_t p = 0; p < fit.products.size(); ++p) {
        const auto &product = fit.products[p];
        const auto &state = fit.state.products[p];
        err << QString::fromStdString(data.products[p].id) << " failures " << product.failures << " median "
            << QString::number(std::exp(state.logMedian) / 365.25, 'f', 2) << " y +- "
            << QString::number(std::sqrt(state.covariance[0]), 'f', 3) << " beta "
            << QString::number(std::exp(-state.logSigma), 'f', 2) << " usage exponent "
            << QString::number(product.usageExponent, 'f', 2) << " sudden "
            << QString::number(product.suddenPerDay * 365.25, 'f', 4) << " grade noise "
            << QString::number(product.grades.noise, 'f', 3) << " power "
            << QString::number(product.grades.power, 'f', 2) << " hidden "
            << QString::number(state.hiddenShare, 'f', 2);
        if (product.measurement.present)
            err << " measured " << product.measurement.atNew << " + " << product.measurement.slope << " x^"
                << product.measurement.power << " noise " << product.measurement.noise;
        err << "\n";
    }
    const auto &any = fit.products.front();
    if (fit.sampled < data.assets.size())
        err << "condition, repairs, technicians and usage from a sample of " << fit.sampled << " units\n";
    err << "grade limits";
    for (const double limit : any.grades.limits)
        err << ' ' << QString::number(limit, 'f', 3);
    err << " unit sd " << any.grades.assetSd << "; repairs a year " << any.repairs.basePerDay * 365.25 << " + "
        << any.repairs.wearPerDay * 365.25 << " x^" << any.repairs.power << "; customer sd " << fit.state.customerSd
        << " left " << any.environmentSd << "; log-likelihood " << QString::number(fit.logLikelihood, 'f', 2) << "\n";
}

/// As a field of a table, in quotes where it needs them.
QString csvField(const std::string &text)
{
    QString plain = QString::fromStdString(text);
    if (!plain.contains(u',') && !plain.contains(u'"'))
        return plain;
    return u'"' + QString(plain).replace(u'"', u"\"\""_s) + u'"';
}

struct FittedFleet
{
    FleetData data;
    FleetFit fit;
    std::vector<forecast::Forecaster> forecasters;
};

Result<FittedFleet> fitted(const FleetRequest &request, QTextStream &err)
{
    TURNUS_ASSIGN(data, readFleet(request.folder, request.asOf));
    for (const QString &note : data.notes)
        err << "note: " << note << "\n";
    for (const QString &warning : data.warnings)
        err << "warning: " << warning << "\n";
    prepareFleet(data);
    FleetFitOptions options;
    options.threads = request.threads;
    FittedFleet fleet{std::move(data), {}, {}};
    fleet.fit = fitFleet(fleet.data, options);
    if (request.verbose)
        printParameters(fleet.data, fleet.fit, err);
    for (size_t p = 0; p < fleet.fit.products.size(); ++p) {
        const auto learned = fleet.fit.products[p].validate();
        if (!learned)
            err << "warning: " << QString::fromStdString(fleet.data.products[p].id)
                << ": no life was learned, the manufacturer's figure is taken: " << learned.error().detail << "\n";
        fleet.forecasters.emplace_back(learned ? fleet.fit.products[p] : fleet.data.products[p].life);
    }
    for (FleetAsset &asset : fleet.data.assets)
        asset.history.customerLifeLog = fleet.fit.customerLifeLog[size_t(asset.customer)];
    return fleet;
}

/// From when to plan because the unit may fail; like the quantiles and the score it leaves hard limits aside, of which
/// status and reasons tell.
std::optional<Day> flagOf(const forecast::Forecaster &forecaster, const FleetAsset &asset, const forecast::Forecast &f,
                          Day asOf)
{
    if (!f.hardLimit)
        return f.planFrom;
    forecast::AssetHistory unlimited = asset.history;
    unlimited.sparePartsEnd.reset();
    return forecaster.forecast(unlimited, asOf).planFrom;
}

Status writeFleet(const FleetRequest &request, QTextStream &out, QTextStream &err)
{
    TURNUS_ASSIGN(fleet, fitted(request, err));
    QSaveFile file(request.outFile);
    if (!file.open(QIODevice::WriteOnly))
        return fail(Domain::Input, u"file-unwritable", request.outFile + u": "_s + file.errorString());
    QTextStream csv(&file);
    csv << "asset_id,as_of,p10,p50,p90,flag_date,score,status,confidence,reason1,reason2,reason3\n";
    const QString asOf = iso(request.asOf);
    qint64 rows = 0;
    qint64 fastMeters = 0;
    QString firstFast;
    for (const FleetAsset &asset : fleet.data.assets) {
        if (asset.exit != FleetExit::None)
            continue;
        const auto &forecaster = fleet.forecasters[size_t(asset.product)];
        const auto f = forecaster.forecast(asset.history, request.asOf);
        const auto flag = flagOf(forecaster, asset, f, request.asOf);
        csv << csvField(asset.id) << ',' << asOf << ',' << iso(f.failureP10) << ',' << iso(f.failureP50) << ','
            << iso(f.failureP90) << ',' << (flag ? iso(*flag) : QString()) << ','
            << QString::number(f.failWithinYear, 'g', 10) << ',' << statusName(f.status) << ','
            << confidenceName(f.confidence);
        for (size_t i = 0; i < 3; ++i)
            csv << ','
                << (i < f.reasons.size() ? inWords(f.reasons[i], forecaster.kernel().product().usageUnit) : QString());
        csv << '\n';
        ++rows;
        if (f.usageMeasured && forecast::outrunsTime(f.usagePerDay, forecaster.kernel().product().usageUnit) &&
            fastMeters++ == 0)
            firstFast = QString::fromStdString(asset.id);
    }
    csv.flush();
    if (!file.commit())
        return fail(Domain::Input, u"file-unwritable", request.outFile + u": "_s + file.errorString());
    if (fastMeters > 0)
        err << "warning: " << counted(double(fastMeters), u"meter"_s)
            << " of hours faster than time (the first of unit \"" << firstFast
            << "\"): the readings are not hours, or were typed wrongly\n";
    out << counted(double(rows), u"forecast"_s) << " written to " << request.outFile << "\n";
    return {};
}

Status explainAsset(const FleetRequest &request, QTextStream &out, QTextStream &err)
{
    TURNUS_ASSIGN(fleet, fitted(request, err));
    const auto found = std::find_if(fleet.data.assets.begin(), fleet.data.assets.end(),
                                    [&](const FleetAsset &a) { return QString::fromStdString(a.id) == request.asset; });
    if (found == fleet.data.assets.end())
        return fail(Domain::Input, u"asset-unknown", u"\"%1\" is not in assets.csv"_s.arg(request.asset));
    if (found->exit != FleetExit::None)
        return fail(Domain::Input, u"asset-gone", u"\"%1\" left on %2"_s.arg(request.asset, iso(found->until)));
    const auto &forecaster = fleet.forecasters[size_t(found->product)];
    out << request.asset << ", product " << QString::fromStdString(fleet.data.products[size_t(found->product)].id)
        << '\n';
    explain(forecaster.forecast(found->history, request.asOf), forecaster.kernel().product(), out);
    return {};
}

int report(const Status &done, QTextStream &err)
{
    if (done)
        return 0;
    err << done.error().toString() << "\n";
    return done.error().code == u"usage"_s ? 2 : 1;
}

} // namespace

int runForecastFleet(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto request = parseFleet(args, false);
    return request ? report(writeFleet(*request, out, err), err) : report(tl::unexpected(request.error()), err);
}

int runForecastExplain(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto request = parseFleet(args, true);
    return request ? report(explainAsset(*request, out, err), err) : report(tl::unexpected(request.error()), err);
}

} // namespace turnus::jobs
