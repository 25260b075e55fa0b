#include "core/installedbase/fleetoutlook.h"

#include "core/forecast/limits.h"
#include "core/installedbase/limits.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace turnus::installedbase {

namespace {

using storage::Statement;

/// Nine of ten lie below this many deviations.
constexpr double ninetieth = 1.2815515655446004;
constexpr int oldestMonths = 720;

constexpr std::string_view unitsSql = R"(
    SELECT a.id, a.channel, a.product_id, a.installed, a.observed_from, a.status = 'active',
           CASE WHEN f.computed > 0 THEN f.p10 END, f.p50, f.p90, r.reason = 'failed', r.removed
    FROM asset a
    LEFT JOIN asset_forecast f ON f.asset_id = a.id
    LEFT JOIN asset_removal r ON r.id = (SELECT id FROM asset_removal WHERE asset_id = a.id
        ORDER BY at DESC, id DESC LIMIT 1) AND r.reason <> 'kept'
    WHERE a.id > ? ORDER BY a.id LIMIT ?)";

/// Share of such units that are due before `day`: straight lines between what is known.
double dueBefore(const DueWindow &w, Day today, Day day)
{
    const Day end = w.p90 + (w.p90 - w.p50);
    const auto between = [&](Day from, Day to, double low, double high) {
        return low + (high - low) * double((day - from).count()) / double((to - from).count());
    };
    if (day <= today)
        return 0;
    if (day < w.p10)
        return between(today, w.p10, 0, 0.1);
    if (day < w.p50)
        return between(w.p10, w.p50, 0.1, 0.5);
    if (day < w.p90)
        return between(w.p50, w.p90, 0.5, 0.9);
    return day < end ? between(w.p90, end, 0.9, 1) : 1;
}

std::vector<double> survivalByMonth(double nominalMonths)
{
    const auto life = forecast::ProductLife::fromNominal(nominalMonths, {});
    std::vector<double> survival(oldestMonths + 1);
    double total = 0;
    for (const forecast::LifePair &pair : life.pairs)
        total += pair.weight;
    for (int month = 0; month <= oldestMonths; ++month) {
        const double age = month * forecast::limits::daysPerMonth;
        double sum = 0;
        for (const forecast::LifePair &pair : life.pairs)
            sum += pair.weight * std::exp(-std::pow(age / pair.eta, pair.beta));
        survival[size_t(month)] = std::max(sum / total * std::exp(-life.suddenPerDay * age), 1e-12);
    }
    return survival;
}

} // namespace

struct FleetOutlook::Unit
{
    AssetId id;
    qint64 channel = 0;
    ProductId product;
    Day installed;
    Day observedFrom;
    bool active = false;
    std::optional<DueWindow> window;
    bool failed = false;
    std::optional<Day> removed;
};

int ExpectedCount::low() const
{
    return std::max(0, int(std::floor(mean - ninetieth * std::sqrt(variance) + 0.5)));
}

int ExpectedCount::high() const
{
    return int(std::ceil(mean + ninetieth * std::sqrt(variance) - 0.5));
}

void FleetOutlook::start(Day today)
{
    m_today = today;
    m_last = {};
    m_groups.clear();
    m_survival.clear();
    const std::chrono::year_month_day date(today);
    const Day first = date.year() / date.month() / 1;
    m_edges[0] = today;
    for (int month = 1; month <= OutlookGroup::months; ++month)
        m_edges[size_t(month)] = addMonths(first, month);
}

Result<bool> FleetOutlook::slice()
{
    return m_connection.read([&] {
        int read = 0;
        Statement row = m_connection.query(unitsSql, m_last.value, limits::unitsPerSlice);
        while (row.step()) {
            ++read;
            Unit unit{.id = row.id<AssetId>(0),
                      .channel = row.integer(1),
                      .product = row.id<ProductId>(2),
                      .installed = row.day(3),
                      .observedFrom = row.day(4),
                      .active = row.flag(5),
                      .window = std::nullopt,
                      .failed = row.flag(9),
                      .removed = row.maybeDay(10)};
            if (!row.isNull(6))
                unit.window = DueWindow{row.day(6), row.day(7), row.day(8)};
            count(unit);
            m_last = unit.id;
        }
        return read == limits::unitsPerSlice;
    });
}

void FleetOutlook::count(const Unit &unit)
{
    OutlookGroup &group = m_groups[{unit.product.value, unit.channel}];
    group.product = unit.product;
    group.channel = unit.channel;
    countFailure(group, unit);
    if (!unit.active)
        return;
    ++group.units;
    if (unit.window)
        countDue(group, unit);
    else
        ++group.unknown;
}

void FleetOutlook::countDue(OutlookGroup &group, const Unit &unit) const
{
    double before = 0;
    for (size_t month = 0; month < OutlookGroup::months; ++month) {
        const double until = dueBefore(*unit.window, m_today, m_edges[month + 1]);
        group.due[month].add(until - before);
        before = until;
    }
}

void FleetOutlook::countFailure(OutlookGroup &group, const Unit &unit)
{
    const Day end = std::min(unit.removed.value_or(m_today), m_today);
    const Day start = std::max({unit.installed, unit.observedFrom, m_today - days{failureDays}});
    if (end <= start || (!unit.active && !unit.removed))
        return;
    const Survival &survival = survivalOf(unit.product);
    const auto alive = [&](Day day) {
        const double months = double((day - unit.installed).count()) / forecast::limits::daysPerMonth;
        const double inside = std::clamp(months, 0.0, double(oldestMonths) - 1e-9);
        const auto whole = size_t(inside);
        return survival[whole] + (inside - double(whole)) * (survival[whole + 1] - survival[whole]);
    };
    // The hazard summed up, not the probability: one that lasted long counts for all the risk that it ran.
    group.expectedFailures += std::log(alive(start) / alive(end));
    group.failures += unit.failed ? 1 : 0;
}

const FleetOutlook::Survival &FleetOutlook::survivalOf(ProductId product)
{
    const auto found = m_survival.find(product.value);
    if (found != m_survival.end())
        return found->second;
    Statement row = m_connection.query("SELECT nominal_life_months FROM product WHERE id = ?", product);
    const double months = row.step() ? row.real(0) : 0;
    return m_survival.emplace(product.value, survivalByMonth(months)).first->second;
}

std::vector<OutlookGroup> FleetOutlook::groups() const
{
    std::vector<OutlookGroup> all;
    for (const auto &[key, group] : m_groups)
        all.push_back(group);
    return all;
}

Result<std::map<qint64, QString>> FleetOutlook::productNames() const
{
    return m_connection.read([&] {
        std::map<qint64, QString> names;
        Statement row = m_connection.query("SELECT id, name FROM product");
        while (row.step())
            names.emplace(row.integer(0), row.text(1));
        return names;
    });
}

Result<std::map<qint64, QString>> FleetOutlook::territoryNames() const
{
    return m_connection.read([&] {
        std::map<qint64, QString> names;
        Statement row = m_connection.query("SELECT c.id, ifnull(t.name, c.name) FROM channel c "
                                           "LEFT JOIN territory t ON t.id = c.subject_id WHERE c.kind = 2");
        while (row.step())
            names.emplace(row.integer(0), row.text(1));
        return names;
    });
}

double chanceOfAtLeast(int count, double expected)
{
    if (count <= 0)
        return 1;
    if (!(expected > 0))
        return 0;
    double term = std::exp(-expected);
    double below = 0;
    for (int k = 0; k < count; ++k) {
        below += term;
        term *= expected / (k + 1);
    }
    return std::clamp(1 - below, 0.0, 1.0);
}

} // namespace turnus::installedbase
