#include "sync/server/store/changesignal.h"

#include "sync/server/store/limits.h"

#include <QEventLoop>
#include <QSqlDriver>
#include <QTimer>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::server {

/// Waits for the next reason to look.
class ChangeSignal::Waiter
{
public:
    virtual ~Waiter() = default;
    /// True when there is a reason; false when only time has passed.
    [[nodiscard]] virtual bool wait(Connection &connection) = 0;
    /// From any thread.
    virtual void wake() = 0;
};

class ChangeSignal::FileWaiter final : public Waiter
{
public:
    bool wait(Connection &connection) override
    {
        {
            std::unique_lock lock(m_mutex);
            const bool woken = m_wake.wait_for(lock, limits::dataVersionInterval, [this] { return m_woken; });
            m_woken = false;
            if (woken)
                return true;
        }
        const qint64 version = connection.dataVersion();
        return std::exchange(m_version, version) != version;
    }
    void wake() override
    {
        const std::lock_guard lock(m_mutex);
        m_woken = true;
        m_wake.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_woken = false;
    qint64 m_version = 0;
};

class ChangeSignal::ListenWaiter final : public Waiter
{
public:
    bool wait(Connection &connection) override
    {
        bool heard = false;
        const auto link = connection.listen([&heard] { heard = true; });
        QTimer timer;
        timer.setSingleShot(true);
        timer.start(limits::listenInterval);
        while (!heard && !m_woken && timer.isActive())
            m_loop.processEvents(QEventLoop::WaitForMoreEvents);
        QObject::disconnect(link);
        return heard;
    }
    void wake() override
    {
        m_woken = true;
        m_loop.wakeUp();
    }

private:
    QEventLoop m_loop;
    std::atomic<bool> m_woken = false;
};

ChangeSignal::ChangeSignal(Database &database, std::function<void(Connection &)> look,
                           std::function<void(const Error &)> failed)
    : m_database(database), m_look(std::move(look)), m_failed(std::move(failed))
{
}

ChangeSignal::~ChangeSignal()
{
    stop();
}

Status ChangeSignal::start()
{
    Status opened;
    bool answered = false;
    m_thread = std::thread([&] { run(opened, answered); });
    std::unique_lock lock(m_mutex);
    m_started.wait(lock, [&] { return answered; });
    if (opened && m_database.engine() == Engine::Sqlite)
        m_database.setCommitted([waiter = m_waiter] { waiter->wake(); });
    return opened;
}

void ChangeSignal::stop()
{
    m_stopping = true;
    m_database.setCommitted({});
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiter)
            m_waiter->wake();
    }
    if (m_thread.joinable())
        m_thread.join();
}

void ChangeSignal::run(Status &opened, bool &answered)
{
    auto connection = Connection::open(m_database);
    std::shared_ptr<Waiter> waiter;
    if (m_database.engine() == Engine::Sqlite)
        waiter = std::make_shared<FileWaiter>();
    else
        waiter = std::make_shared<ListenWaiter>();
    const bool isOpen = connection.has_value();
    {
        const std::lock_guard lock(m_mutex);
        if (!isOpen)
            opened = tl::unexpected(connection.error());
        m_waiter = waiter;
        answered = true;
    }
    m_started.notify_all();
    if (!isOpen)
        return;
    watch(*connection, *waiter);
    // An event loop goes on the thread that made it.
    const std::lock_guard lock(m_mutex);
    m_waiter.reset();
}

void ChangeSignal::foldLog(Connection &connection)
{
    const Status folded = connection.foldLog();
    if (!folded && m_folds)
        m_failed(folded.error());
    m_folds = folded.has_value();
}

void ChangeSignal::watch(std::unique_ptr<Connection> &connection, Waiter &waiter)
{
    auto lookedAt = std::chrono::steady_clock::now();
    m_look(*connection);
    while (!m_stopping) {
        const bool reason = waiter.wait(*connection);
        if (m_stopping)
            return;
        const auto now = std::chrono::steady_clock::now();
        if (!reason && now - lookedAt < limits::lookInterval)
            continue;
        lookedAt = now;
        if (connection->isLost()) {
            auto again = Connection::open(m_database);
            if (!again) {
                std::this_thread::sleep_for(limits::dataVersionInterval);
                continue;
            }
            connection = std::move(*again);
        }
        m_look(*connection);
        // What comes in a row is told once; and looking never takes more than a fifth of a processor.
        const auto took = std::chrono::steady_clock::now() - now;
        foldLog(*connection);
        std::this_thread::sleep_for(std::max<std::chrono::steady_clock::duration>(limits::lookPause, 4 * took));
    }
}

} // namespace turnus::server
