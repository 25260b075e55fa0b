#include "core/installedbase/forecastrefresher.h"

#include "core/installedbase/limits.h"
#include "core/support/clock.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

constexpr std::array feedingTables{"meter_reading"_L1,    "condition_grade"_L1,  "repair"_L1,           "asset"_L1,
                                   "life_model"_L1,       "customer_life"_L1,    "product"_L1,          "price"_L1,
                                   "checklist_answer"_L1, "forecast_setting"_L1, "measured_quantity"_L1};
constexpr std::array lifeTables{"life_model"_L1, "product"_L1, "price"_L1, "measured_quantity"_L1,
                                "forecast_setting"_L1};

} // namespace

ForecastRefresher::ForecastRefresher(storage::Connection &connection, storage::ChangeNotifier &notifier,
                                     QObject *parent)
    : QObject(parent), m_connection(connection), m_forecasts(connection), m_timer(this), m_dayTimer(this)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ForecastRefresher::runSlice);
    m_dayTimer.setInterval(limits::dayLookedAtEvery);
    connect(&m_dayTimer, &QTimer::timeout, this, &ForecastRefresher::lookAtTheDay);
    m_dayTimer.start();
    connect(&notifier, &storage::ChangeNotifier::changed, this, &ForecastRefresher::consider);
}

void ForecastRefresher::start()
{
    m_refreshed = 0;
    m_day = m_connection.clock().today();
    m_timer.start();
}

void ForecastRefresher::lookAtTheDay()
{
    if (!m_timer.isActive() && m_day && *m_day != m_connection.clock().today())
        start();
}

void ForecastRefresher::consider(const storage::ChangeSet &changes)
{
    const auto touched = [&](QLatin1StringView table) { return changes.touches(table); };
    if (std::ranges::any_of(lifeTables, touched))
        m_forecasts.forgetLives();
    if (!m_timer.isActive() && std::ranges::any_of(feedingTables, touched))
        start();
}

void ForecastRefresher::runSlice()
{
    const Result<int> refreshed = m_forecasts.refreshSlice(m_connection.clock().today());
    if (refreshed && *refreshed > 0) {
        m_refreshed += *refreshed;
        return;
    }
    m_timer.stop();
    if (refreshed)
        Q_EMIT finished(m_refreshed);
    else
        Q_EMIT failed(refreshed.error());
}

} // namespace turnus::installedbase
