#include "qml/forecast/outlookviewmodel.h"

#include "core/installedbase/forecastwords.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::outlook {

using installedbase::ExpectedCount;
using installedbase::FleetOutlook;
using installedbase::ForecastCalibration;
using installedbase::ForecastWords;

namespace {

constexpr size_t yearMonths = 12;
/// Many commits in a row (a sync, the forecasts' refresher) make one count.
constexpr milliseconds gathering{400};
constexpr std::array readTables{"asset_forecast"_L1, "asset"_L1,   "asset_removal"_L1,
                                "calibration"_L1,    "product"_L1, "territory"_L1};
/// A product fails early when so many failures would hardly be chance, are several, and well above what is usual.
constexpr double hardlyChance = 0.01;
constexpr int leastFailures = 3;
constexpr double wellAbove = 1.5;

QString wholeNumber(double value)
{
    return QLocale().toString(std::lround(value));
}

} // namespace

OutlookViewModel::OutlookViewModel(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                   const Clock &clock, QObject *parent)
    : QObject(parent), m_outlook(connection), m_history(connection), m_clock(clock)
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &OutlookViewModel::countOn);
    m_soon.setSingleShot(true);
    m_soon.setInterval(gathering);
    connect(&m_soon, &QTimer::timeout, this, &OutlookViewModel::restart);
    connect(&notifier, &storage::ChangeNotifier::changed, this, [this](const storage::ChangeSet &changes) {
        if (std::ranges::any_of(readTables, [&](QLatin1StringView table) { return changes.touches(table); }))
            m_soon.start();
    });
    restart();
}

void OutlookViewModel::restart()
{
    m_outlook.start(m_clock.today());
    m_slices.start();
}

void OutlookViewModel::countOn()
{
    const Result<bool> more = m_outlook.slice();
    if (more && *more)
        return;
    m_slices.stop();
    m_error = more ? QString() : more.error().code;
    if (more)
        finish();
    Q_EMIT changed();
}

void OutlookViewModel::finish()
{
    auto products = m_outlook.productNames();
    auto territories = m_outlook.territoryNames();
    auto calibrations = m_history.calibrations();
    if (!products || !territories || !calibrations) {
        m_error = (!products ? products.error() : !territories ? territories.error() : calibrations.error()).code;
        return;
    }
    m_productNames = std::move(*products);
    m_territoryNames = std::move(*territories);
    m_calibrations = std::move(*calibrations);
    m_groups = m_outlook.groups();
    m_ready = true;
    fill();
}

void OutlookViewModel::fill()
{
    fillMonths();
    fillShares(
        m_products, [](const Group &group) { return group.product.value; }, m_productNames, m_product);
    fillShares(
        m_territories, [](const Group &group) { return group.channel; }, m_territoryNames, m_channel);
    fillScores();
    fillEarly();
}

bool OutlookViewModel::isChosen(const Group &group) const
{
    return (m_product == 0 || group.product.value == m_product) && (m_channel == 0 || group.channel == m_channel);
}

OutlookViewModel::Year OutlookViewModel::yearOf(const Group &group)
{
    Year year{.due = {}, .units = group.units, .unknown = group.unknown};
    for (size_t month = 0; month < yearMonths; ++month)
        year.due += group.due[month];
    return year;
}

OutlookViewModel::Year OutlookViewModel::yearOf(bool (OutlookViewModel::*counts)(const Group &) const) const
{
    Year all;
    for (const Group &group : m_groups) {
        if (!(this->*counts)(group))
            continue;
        const Year year = yearOf(group);
        all.due += year.due;
        all.units += year.units;
        all.unknown += year.unknown;
    }
    return all;
}

void OutlookViewModel::fillMonths()
{
    QList<MonthRow> rows;
    m_most = 1;
    const std::chrono::year_month_day date(m_clock.today());
    const Day first = date.year() / date.month() / 1;
    for (int month = 0; month < Group::months; ++month) {
        ExpectedCount count;
        for (const Group &group : m_groups) {
            if (isChosen(group))
                count += group.due[size_t(month)];
        }
        const Day start = addMonths(first, month);
        const bool january = unsigned(std::chrono::year_month_day(start).month()) == 1;
        MonthRow row{.number = month,
                     .label = january || month == 0 ? QLocale().toString(toQDate(start), u"MMM yy"_s)
                                                    : ForecastWords::shortMonth(start),
                     .spoken = tr("%1: about %2, 8 of 10 times between %3 and %4")
                                   .arg(ForecastWords::month(start), QLocale().toString(count.mean, 'f', 1),
                                        wholeNumber(count.low()), wholeNumber(count.high())),
                     .expected = count.mean,
                     .low = double(count.low()),
                     .high = double(count.high())};
        m_most = std::max({m_most, row.high, row.expected});
        rows.append(row);
    }
    m_months.setRows(rows);
}

void OutlookViewModel::fillShares(ShareModel &model, qint64 (*keyOf)(const Group &),
                                  const std::map<qint64, QString> &names, qint64 chosen)
{
    std::map<qint64, Year> years;
    const bool byProduct = &model == &m_products;
    for (const Group &group : m_groups) {
        // The other choice counts, the own one only marks its row.
        if (byProduct ? m_channel != 0 && group.channel != m_channel
                      : m_product != 0 && group.product.value != m_product)
            continue;
        Year &year = years[keyOf(group)];
        const Year more = yearOf(group);
        year.due += more.due;
        year.units += more.units;
    }
    QList<ShareRow> rows;
    double most = 1e-9;
    for (const auto &[id, year] : years) {
        if (year.units == 0 && id != chosen)
            continue;
        const auto name = names.find(id);
        rows.append(
            {.id = id,
             .title = name != names.end() && !name->second.isEmpty() ? name->second : tr("Territory %1").arg(id),
             .detail = tr("%1–%2 of %3", "range of units due, units")
                           .arg(wholeNumber(year.due.low()), wholeNumber(year.due.high()), wholeNumber(year.units)),
             .amount = wholeNumber(year.due.mean),
             .share = year.due.mean,
             .selected = id == chosen});
        most = std::max(most, year.due.mean);
    }
    std::ranges::stable_sort(rows, std::greater{}, &ShareRow::share);
    for (ShareRow &row : rows)
        row.share /= most;
    model.setRows(rows);
}

void OutlookViewModel::fillScores()
{
    QList<ScoreRow> rows;
    const auto scored =
        std::ranges::find(m_calibrations, m_product, [](const ForecastCalibration &c) { return c.product.value; });
    if (scored != m_calibrations.end()) {
        for (const installedbase::CalibrationPoint &point : scored->withinHorizon) {
            if (point.forecasts <= 0)
                continue;
            // Wilson's interval: holds for few cases too.
            const double n = point.forecasts;
            const double p = point.happened / n;
            constexpr double z = 1.2815515655446004;
            const double middle = (p + z * z / (2 * n)) / (1 + z * z / n);
            const double half = z / (1 + z * z / n) * std::sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            rows.append({.number = int(rows.size()),
                         .predicted = point.predicted,
                         .happened = p,
                         .low = std::max(middle - half, 0.0),
                         .high = std::min(middle + half, 1.0),
                         .spoken = tr("Forecast %1%, happened %2% of %3")
                                       .arg(wholeNumber(100 * point.predicted), wholeNumber(100 * p), wholeNumber(n))});
        }
    }
    m_scores.setRows(rows);
}

void OutlookViewModel::fillEarly()
{
    struct Failures
    {
        int happened = 0;
        double expected = 0;
    };
    std::map<qint64, Failures> products;
    for (const Group &group : m_groups) {
        if (!isChosen(group))
            continue;
        Failures &failures = products[group.product.value];
        failures.happened += group.failures;
        failures.expected += group.expectedFailures;
    }
    QList<ShareRow> rows;
    for (const auto &[id, failures] : products) {
        const bool early = failures.happened >= leastFailures && failures.happened >= wellAbove * failures.expected &&
                           installedbase::chanceOfAtLeast(failures.happened, failures.expected) < hardlyChance;
        if (!early)
            continue;
        const double ratio = failures.happened / std::max(failures.expected, 0.1);
        rows.append({.id = id,
                     .title = m_productNames[id],
                     .detail = tr("%n failure(s) in 24 months, %1 expected", nullptr, failures.happened)
                                   .arg(QLocale().toString(failures.expected, 'f', 1)),
                     .amount = tr("%1 times", "as many failures as expected").arg(QLocale().toString(ratio, 'f', 1)),
                     .share = ratio,
                     .selected = false});
    }
    std::ranges::stable_sort(rows, std::greater{}, &ShareRow::share);
    m_early.setRows(rows);
}

QString OutlookViewModel::headline() const
{
    const Year year = yearOf(&OutlookViewModel::isChosen);
    return tr("About %n unit(s) due within 12 months", nullptr, int(std::lround(year.due.mean)));
}

QString OutlookViewModel::detail() const
{
    const Year year = yearOf(&OutlookViewModel::isChosen);
    QString words = tr("8 of 10 times between %1 and %2, of %3 units")
                        .arg(wholeNumber(year.due.low()), wholeNumber(year.due.high()), wholeNumber(year.units));
    if (year.unknown > 0)
        words += u" · "_s + tr("%n not computed yet", nullptr, year.unknown);
    return words;
}

QString OutlookViewModel::choice() const
{
    QStringList parts;
    if (const auto found = m_productNames.find(m_product); found != m_productNames.end())
        parts.append(found->second);
    if (const auto found = m_territoryNames.find(m_channel); found != m_territoryNames.end())
        parts.append(found->second);
    return parts.join(u" · "_s);
}

int OutlookViewModel::unitCount() const
{
    int units = 0;
    for (const Group &group : m_groups)
        units += group.units;
    return units;
}

QString OutlookViewModel::calibration() const
{
    for (const ForecastCalibration &c : m_calibrations) {
        if (c.product.value == m_product && c.forecasts > 0) {
            return tr("Of %1 ranges that are decided, %2% held; 80% should.")
                .arg(wholeNumber(c.forecasts), wholeNumber(100.0 * c.inside / c.forecasts));
        }
    }
    return {};
}

QString OutlookViewModel::calibrationDetail() const
{
    for (const ForecastCalibration &c : m_calibrations) {
        if (c.product.value == m_product && c.forecasts > 0) {
            return tr("%1 came earlier than their range, %2 later; as of %3.")
                .arg(wholeNumber(c.below), wholeNumber(c.above), ForecastWords::month(c.asOf));
        }
    }
    return {};
}

void OutlookViewModel::chooseProduct(double product)
{
    m_product = m_product == qint64(product) ? 0 : qint64(product);
    fill();
    Q_EMIT changed();
}

void OutlookViewModel::chooseTerritory(double channel)
{
    m_channel = m_channel == qint64(channel) ? 0 : qint64(channel);
    fill();
    Q_EMIT changed();
}

void OutlookViewModel::showAll()
{
    m_product = m_channel = 0;
    fill();
    Q_EMIT changed();
}

void OutlookViewModel::retranslate()
{
    fill();
    Q_EMIT changed();
}

} // namespace turnus::outlook
