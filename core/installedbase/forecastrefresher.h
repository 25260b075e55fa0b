#pragma once

#include "core/installedbase/assetforecasts.h"
#include "core/storage/changes.h"

#include <QObject>
#include <QTimer>
#include <optional>

namespace turnus::installedbase {

/// Keeps asset_forecast fresh in small transactions whenever its thread is idle: after a first sync, after new facts
/// or parameter packs, and at the start of a day. Works on the connection of the thread it lives in.
class ForecastRefresher : public QObject
{
    Q_OBJECT
public:
    ForecastRefresher(storage::Connection &connection, storage::ChangeNotifier &notifier, QObject *parent = nullptr);
    /// Looks for stale forecasts now, and from then on whenever the day changes.
    void start();
    /// Starts if the day is another than at the last start; called now and then.
    void lookAtTheDay();
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    /// No stale forecast is left; `assets` were computed since start().
    void finished(int assets);
    void failed(const turnus::Error &error);

private:
    void consider(const storage::ChangeSet &changes);
    void runSlice();

    storage::Connection &m_connection;
    AssetForecasts m_forecasts;
    QTimer m_timer;
    QTimer m_dayTimer;
    std::optional<Day> m_day;
    int m_refreshed = 0;
};

} // namespace turnus::installedbase
