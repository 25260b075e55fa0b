#include "app/turnus/backgroundforecasts.h"

#include "core/installedbase/forecastrefresher.h"
#include "core/storage/connection.h"

#include <QLoggingCategory>

namespace turnus::app {

namespace {

Q_LOGGING_CATEGORY(forecastLog, "turnus.forecast")

/// What lives on the thread.
class Keeper final : public QObject
{
public:
    Keeper(std::unique_ptr<storage::Connection> connection, storage::ChangeNotifier &notifier)
        : m_connection(std::move(connection)), m_refresher(*m_connection, notifier)
    {
        connect(&m_refresher, &installedbase::ForecastRefresher::failed, this,
                [](const Error &error) { qCWarning(forecastLog) << error.toString(); });
        m_refresher.start();
    }

private:
    std::unique_ptr<storage::Connection> m_connection;
    installedbase::ForecastRefresher m_refresher;
};

} // namespace

BackgroundForecasts::BackgroundForecasts(QString databasePath, storage::ChangeNotifier &notifier, const Clock &clock)
    : m_path(std::move(databasePath)), m_notifier(notifier), m_clock(clock)
{
    m_thread.setObjectName(QStringLiteral("forecasts"));
}

BackgroundForecasts::~BackgroundForecasts()
{
    m_thread.quit();
    m_thread.wait();
}

void BackgroundForecasts::start()
{
    auto *onThread = new QObject;
    onThread->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, onThread, &QObject::deleteLater);
    QObject::connect(&m_thread, &QThread::started, onThread, [this, onThread] {
        auto opened = storage::Connection::open({.path = m_path, .notifier = &m_notifier}, m_clock);
        if (!opened) {
            qCWarning(forecastLog) << opened.error().toString();
            return;
        }
        auto *keeper = new Keeper(std::move(*opened), m_notifier);
        keeper->setParent(onThread);
    });
    m_thread.start(QThread::LowPriority);
}

} // namespace turnus::app
