#include "sync/server/jobs/publication.h"

#include "core/forecast/kernel.h"
#include "core/forecast/recorded.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/forecaststore.h"
#include "sync/server/store/meta.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

using server::ChangeLog;
using server::ForecastStore;
using server::Meta;
using server::Row;
using server::RowStore;
using server::Value;

constexpr qsizetype statementsPerTransaction = 500;
/// A customer's factor that moved by less changes no forecast by a visible amount.
constexpr double visibleLifeLog = 0.01;
/// The same of a technician.
constexpr double visibleBias = 0.004;

const protocol::Table &table(const char *name)
{
    return *protocol::findTable(name);
}

bool moved(double before, double now, double relative, double absolute = 1e-9)
{
    return std::abs(now - before) > absolute + relative * std::max(std::abs(before), std::abs(now));
}

/// Age by which the share `q` has worn out, over the pairs.
double wornQuantile(const forecast::ProductLife &life, double q)
{
    double low = 1, high = 1e6;
    for (int i = 0; i < 60; ++i) {
        const double middle = std::sqrt(low * high);
        double worn = 0, weight = 0;
        for (const forecast::LifePair &pair : life.pairs) {
            worn += pair.weight * -std::expm1(-std::pow(middle / pair.eta, pair.beta));
            weight += pair.weight;
        }
        (worn / weight < q ? low : high) = middle;
    }
    return low;
}

/// The numbers of technicians as in the tables, and those who grade as everybody does left out.
void nameTechnicians(const CompanyFleet &company, forecast::ProductLife &life)
{
    std::erase_if(life.technicians, [](const auto &t) { return std::abs(t.bias) < visibleBias; });
    for (forecast::TechnicianBias &t : life.technicians)
        t.technician = company.technicians[size_t(t.technician - 1)];
}

bool measuresOtherwise(const forecast::MeasurementModel &before, const forecast::MeasurementModel &now)
{
    if (before.present != now.present || (now.present && before.limit != now.limit))
        return true;
    const double visible = 0.02 * std::abs(now.slope);
    return now.present && (moved(before.atNew, now.atNew, 0, visible) || moved(before.slope, now.slope, 0, visible) ||
                           moved(before.noise, now.noise, 0.05) || moved(before.assetSd, now.assetSd, 0.1));
}

} // namespace

bool differs(const forecast::ProductLife &before, const forecast::ProductLife &now)
{
    if (before.version == 0 || before.failures != now.failures || before.price != now.price ||
        before.technicians.size() != now.technicians.size() || before.usageUnit != now.usageUnit ||
        before.nominalLifeDays != now.nominalLifeDays || before.nominalUsagePerDay != now.nominalUsagePerDay ||
        before.hiddenFailure != now.hiddenFailure)
        return true;
    for (const double q : {0.02, 0.1, 0.5, 0.9}) {
        if (moved(wornQuantile(before, q), wornQuantile(now, q), 0.005))
            return true;
    }
    for (size_t i = 0; i < before.grades.limits.size(); ++i) {
        if (moved(before.grades.limits[i], now.grades.limits[i], 0, 0.005))
            return true;
    }
    if (measuresOtherwise(before.measurement, now.measurement))
        return true;
    for (size_t i = 0; i < before.technicians.size(); ++i) {
        if (before.technicians[i].technician != now.technicians[i].technician ||
            moved(before.technicians[i].bias, now.technicians[i].bias, 0, 0.005))
            return true;
    }
    return moved(before.grades.noise, now.grades.noise, 0.03) || moved(before.grades.power, now.grades.power, 0.03) ||
           moved(before.usageExponent, now.usageExponent, 0, 0.02) ||
           moved(before.suddenPerDay, now.suddenPerDay, 0.05) || moved(before.environmentSd, now.environmentSd, 0.05) ||
           moved(before.repairs.perDay(0.2), now.repairs.perDay(0.2), 0.03) ||
           moved(before.repairs.perDay(0.9), now.repairs.perDay(0.9), 0.03) ||
           moved(double(before.repairs.meanCost.cents), double(now.repairs.meanCost.cents), 0.03) ||
           moved(before.calibration.heldShare, now.calibration.heldShare, 0, 0.02) ||
           moved(before.calibration.cases, now.calibration.cases, 0.1);
}

std::vector<forecast::ProductLife> livesOfFit(const CompanyFleet &company, const PublishedLives &published)
{
    std::vector<forecast::ProductLife> lives = published.lives;
    for (forecast::ProductLife &life : lives) {
        std::erase_if(life.technicians,
                      [&](const auto &t) { return !std::ranges::binary_search(company.technicians, t.technician); });
        for (forecast::TechnicianBias &t : life.technicians)
            t.technician =
                std::ranges::lower_bound(company.technicians, t.technician) - company.technicians.begin() + 1;
    }
    return lives;
}

Result<int> Publication::lives(const CompanyFleet &company, const FleetFit &fit, const std::map<int, Score> &scores,
                               PublishedLives &published, QStringList &warnings)
{
    std::vector<std::pair<size_t, forecast::ProductLife>> packs;
    int version = 0;
    for (const forecast::ProductLife &life : published.lives)
        version = std::max(version, life.version);
    for (size_t p = 0; p < fit.products.size(); ++p) {
        forecast::ProductLife life = fit.products[p];
        nameTechnicians(company, life);
        if (const auto score = scores.find(int(p)); score != scores.end() && score->second.ranges() > 0) {
            life.calibration.cases = score->second.ranges();
            life.calibration.heldShare = double(score->second.inside) / score->second.ranges();
        }
        if (const Status sound = life.validate(); !sound) {
            // One product must not keep the others from their news.
            warnings << u"%1: no new life was learned, %2"_s.arg(QString::fromStdString(company.products[p].id),
                                                                 sound.error().detail);
            continue;
        }
        if (!differs(published.lives[p], life))
            continue;
        life.version = version + 1;
        packs.emplace_back(p, std::move(life));
    }
    TURNUS_TRY(m_connection.write([&]() -> Status {
        ChangeLog log(m_connection, m_clock.now());
        RowStore rows(m_connection, log);
        const auto there = ForecastStore(m_connection).packs();
        for (const auto &[p, life] : packs) {
            const qint64 product = company.productIds[p];
            Row row{there.value(product).id, server::companyChannel, {product, qint64{life.version}, life.toBytes()}};
            if (row.id != 0) {
                rows.update(table("life_model"), row, 0b110);
            } else {
                row.id = Meta(m_connection).takeIds();
                rows.insert(table("life_model"), row);
            }
        }
        log.flush();
        return {};
    }));
    for (auto &[p, life] : packs)
        published.lives[p] = std::move(life);
    TURNUS_TRY(customerLives(company, fit, published));
    return int(packs.size());
}

Status Publication::customerLives(const CompanyFleet &company, const FleetFit &fit, PublishedLives &published)
{
    return m_connection.write([&]() -> Status {
        ChangeLog log(m_connection, m_clock.now());
        RowStore rows(m_connection, log);
        ForecastStore store(m_connection);
        const auto there = store.customerLives();
        const auto channels = store.customerChannels();
        QList<Row> fresh;
        for (size_t c = 0; c < company.customers.size(); ++c) {
            const qint64 customer = company.customers[c];
            const auto known = there.constFind(customer);
            const double before = known == there.cend() ? 0.0 : known->lifeLog;
            published.customerLifeLog[c] = before;
            if (!moved(before, fit.customerLifeLog[c], 0, visibleLifeLog) || !channels.contains(customer))
                continue;
            published.customerLifeLog[c] = fit.customerLifeLog[c];
            Row row{0, channels.value(customer), {customer, fit.customerLifeLog[c]}};
            if (known == there.cend()) {
                fresh.append(row);
            } else {
                row.id = known->id;
                row.channel = known->channel;
                rows.update(table("customer_life"), row, 0b10);
            }
        }
        qint64 id = fresh.isEmpty() ? 0 : Meta(m_connection).takeIds(fresh.size());
        for (Row &row : fresh)
            row.id = id++;
        rows.insert(table("customer_life"), fresh);
        log.flush();
        return {};
    });
}

Status Publication::statements(const CompanyFleet &company, const std::vector<NewStatement> &statements)
{
    for (size_t from = 0; from < statements.size(); from += statementsPerTransaction) {
        const size_t to = std::min(statements.size(), from + size_t(statementsPerTransaction));
        TURNUS_TRY(m_connection.write([&]() -> Status {
            ChangeLog log(m_connection, m_clock.now());
            RowStore rows(m_connection, log);
            qint64 id = Meta(m_connection).takeIds(qint64(to - from));
            QList<Row> fresh;
            for (size_t i = from; i < to; ++i) {
                const CompanyUnit &unit = company.units[statements[i].unit];
                // Its customer may have moved to another territory since the tables were read.
                const auto channel = rows.channelOf(table("asset"), unit.id);
                if (!channel)
                    continue;
                const forecast::Forecast &f = statements[i].forecast;
                const bool limited = f.p50 != f.failureP50 || f.p90 != f.failureP90;
                fresh.append(
                    {id++,
                     *channel,
                     {unit.id, toInteger(statements[i].asOf), forecast::nameOf(f.status), toInteger(f.p10),
                      toInteger(f.p50), toInteger(f.p90), qint64{limited}, f.failWithinYear,
                      forecast::nameOf(f.confidence), qint64{f.parameterVersion}, forecast::reasonsText(f.reasons)}});
            }
            rows.insert(table("forecast_statement"), fresh);
            log.flush();
            return {};
        }));
    }
    return {};
}

namespace {

QList<QList<Value>> binsOf(const Score &score)
{
    QList<QList<Value>> bins;
    double lower = 0;
    for (size_t i = 0; i < Score::edges.size(); ++i) {
        const CalibrationCount &bin = score.withinHorizon[i];
        const double mean = bin.forecasts > 0 ? bin.predictedSum / bin.forecasts : (lower + Score::edges[i]) / 2;
        bins.append({Value(u"within_horizon"_s), mean, qint64{bin.forecasts}, qint64{bin.happened}});
        lower = Score::edges[i];
    }
    for (size_t i = 0; i < Score::shares.size(); ++i) {
        bins.append({Value(u"by_date"_s), Score::shares[i], qint64{score.byDate[i].forecasts},
                     qint64{score.byDate[i].happened}});
    }
    return bins;
}

bool isDecided(const Score &score)
{
    const auto counted = [](const CalibrationCount &bin) { return bin.forecasts > 0; };
    return std::ranges::any_of(score.withinHorizon, counted) || std::ranges::any_of(score.byDate, counted);
}

/// Inserts the row when there was none, else writes what is different; whether anything was.
bool put(RowStore &rows, Meta meta, const protocol::Table &into, Row &row, const Row *before)
{
    if (!before) {
        row.id = meta.takeIds();
        rows.insert(into, row);
        return true;
    }
    row.id = before->id;
    quint64 mask = 0;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        if (row.values.at(i) != before->values.at(i))
            mask |= quint64{1} << i;
    }
    rows.update(into, row, mask);
    return mask != 0;
}

/// One product's score; the day moves only when something else did, so that devices are not told every night.
void putScore(RowStore &rows, const Meta &meta, Row row, const Score &score, const Row *before, const QList<Row> &old)
{
    constexpr int dayColumn = 1;
    const Value today = row.values.at(dayColumn);
    if (before)
        row.values[dayColumn] = before->values.at(dayColumn);
    bool changed = put(rows, meta, table("calibration"), row, before);
    const QList<QList<Value>> bins = binsOf(score);
    for (qsizetype i = 0; i < bins.size(); ++i) {
        Row bin{0, server::companyChannel, QList<Value>{row.id} + bins.at(i)};
        changed |= put(rows, meta, table("calibration_bin"), bin, i < old.size() ? &old.at(i) : nullptr);
    }
    if (before && changed && row.values.at(dayColumn) != today) {
        row.values[dayColumn] = today;
        rows.update(table("calibration"), row, quint64{1} << dayColumn);
    }
}

} // namespace

Status Publication::calibration(const CompanyFleet &company, const std::map<int, Score> &scores, Day asOf)
{
    return m_connection.write([&]() -> Status {
        ChangeLog log(m_connection, m_clock.now());
        RowStore rows(m_connection, log);
        ForecastStore store(m_connection);
        const auto there = store.calibrations();
        const auto binsThere = store.calibrationBins();
        for (const auto &[product, score] : scores) {
            const qint64 id = product < 0 ? 0 : company.productIds[size_t(product)];
            const auto before = there.constFind(id);
            if (before == there.cend() && !isDecided(score))
                continue;
            const Row row{0,
                          server::companyChannel,
                          {id == 0 ? Value() : Value(id), toInteger(asOf), qint64{Score::horizon.count()},
                           qint64{score.ranges()}, qint64{score.inside}, qint64{score.below}, qint64{score.above}}};
            const Row *known = before == there.cend() ? nullptr : &*before;
            putScore(rows, Meta(m_connection), row, score, known, known ? binsThere.value(known->id) : QList<Row>());
        }
        log.flush();
        return {};
    });
}

} // namespace turnus::jobs
