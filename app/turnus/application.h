#pragma once

#include "app/turnus/backgroundforecasts.h"
#include "app/turnus/networkstate.h"
#include "app/turnus/syncadapter.h"
#include "core/schedule/position.h"
#include "core/storage/changes.h"
#include "core/support/clock.h"
#include "qml/shell/session.h"
#include "sync/client/syncservice.h"

#include <QLockFile>
#include <QQmlApplicationEngine>
#include <QSize>

class QQuickWindow;

namespace turnus::app {

struct Options
{
    QString dataDirectory; ///< empty: the platform's place
    QString server;        ///< offered at the sign-in
    QString language;      ///< "de", "en" or empty: as it was
    QString theme;         ///< "light", "dark", "sunlight" or empty: as it was
    QSize size{412, 892};
    std::optional<schedule::GeoPoint> position; ///< instead of the receiver's
};

/// The program without its main(): makes every object, ties them together and shows the window. One per data directory.
class Application
{
public:
    /// Errors: "in-use" (another program has the directory), and those of storage.
    static Result<std::unique_ptr<Application>> open(const Options &options, const Clock &clock);
    ~Application();

    /// What exec() returns when the handheld was reported lost: open another, which finds everything removed.
    static constexpr int startAnew = 75;

    /// False when QML does not load; the reasons are logged.
    bool show();
    [[nodiscard]] QQuickWindow *window() const { return m_window; }
    [[nodiscard]] shell::Session &session() { return *m_session; }
    [[nodiscard]] storage::Connection &connection() { return *m_connection; }

private:
    Application(const Options &options, const Clock &clock, std::unique_ptr<QLockFile> lock,
                std::unique_ptr<storage::ChangeNotifier> notifier, std::unique_ptr<storage::Connection> connection);
    [[nodiscard]] client::SyncService::Options syncOptions() const;

    Options m_options;
    const Clock &m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<storage::ChangeNotifier> m_notifier;
    std::unique_ptr<storage::Connection> m_connection;
    std::unique_ptr<schedule::PositionSource> m_position;
    NetworkState m_network;
    client::SyncService m_service;
    client::SyncStatus m_status;
    SyncAdapter m_sync;
    shell::PageRegistry m_pages;
    std::unique_ptr<shell::Session> m_session;
    BackgroundForecasts m_forecasts;
    QQmlApplicationEngine m_engine;
    QQuickWindow *m_window = nullptr;
};

/// Where the app keeps its data when nothing else is said.
QString standardDataDirectory();

} // namespace turnus::app
