#pragma once

#include <QString>
#include <QThread>
#include <memory>

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
}

namespace turnus::app {

/// Keeps the assets' forecasts fresh on a thread and connection of its own.
class BackgroundForecasts
{
public:
    BackgroundForecasts(QString databasePath, storage::ChangeNotifier &notifier, const Clock &clock);
    ~BackgroundForecasts();
    void start();

private:
    QString m_path;
    storage::ChangeNotifier &m_notifier;
    const Clock &m_clock;
    QThread m_thread;
};

} // namespace turnus::app
