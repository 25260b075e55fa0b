#pragma once

#include "core/support/time.h"
#include "sync/client/account.h"
#include "sync/client/syncrun.h"
#include "sync/client/taskqueue.h"

#include <QObject>
#include <QThread>
#include <atomic>
#include <memory>

class QTimer;

namespace turnus {
class Clock;
}
namespace turnus::storage {
class ChangeNotifier;
class Connection;
} // namespace turnus::storage

namespace turnus::client {

class SyncWorker;

/// Where sync stands, for people.
enum class SyncState { Idle, Syncing, Offline, SignedOut, Error };

/// How far a sync is, for people.
struct SyncProgress
{
    qint64 rows = 0;
    qint64 bytes = 0;
    qint64 rowsBefore = 0; ///< had come before it was cut, and it went on there
    qint64 rowsInAll = 0;  ///< 0: not known
    qint64 bytesInAll = 0;
    std::optional<std::chrono::seconds> left;
    bool operator==(const SyncProgress &) const = default;
};

/// Syncs by itself on its own thread and connection: after local edits, now and then, on demand; waits longer after
/// failures; does nothing in flight mode. Lives, speaks and is spoken to on the interface's thread.
class SyncService : public QObject
{
    Q_OBJECT
public:
    struct Options
    {
        QString databasePath;
        QString contentDirectory;
        const Clock &clock;
        storage::ChangeNotifier *notifier = nullptr; ///< told of what sync changes; and tells of local edits
        std::function<std::unique_ptr<Transport>()> makeTransport; ///< called on the service's thread
        std::function<std::unique_ptr<TokenStore>()> makeTokenStore;
        std::function<bool()> isMetered; ///< whether bytes cost; none: they never do
        std::function<double()> random;  ///< from 0 to 1, spreads the waiting
    };

    explicit SyncService(Options options);
    /// Ends the transfer under way and waits for the thread.
    ~SyncService() override;

    void start();

    void syncNow();
    void setOnline(bool online);
    void signIn(const Account::Credentials &credentials);
    void signOut();
    /// The signed statement of what the server holds of a day; ends in `receiptFetched`, or in `failed`.
    void fetchReceipt(Day day);

Q_SIGNALS:
    void stateChanged(turnus::client::SyncState state);
    void progressed(const turnus::client::SyncProgress &progress);
    /// After a run that reached its end.
    void contacted(turnus::Instant at);
    void failed(const turnus::Error &error);
    void signInFailed(const turnus::Error &error);
    /// Also at the start.
    void signedInChanged(bool signedIn);
    /// The handheld was reported lost; its directory is marked. Close everything and call storage::wipe.
    void deviceLost();
    /// Whether the server can tell this handheld of news.
    void liveChanged(bool live);
    void receiptFetched();
    /// False: the tokens lie in a file, because the machine has no key store.
    void keyStoreKnown(bool isKeyStore);

private:
    friend class SyncWorker;

    /// From the worker's thread: runs `event` on this one.
    void post(std::function<void()> event);
    Q_INVOKABLE void drain() { m_events.drain(); }
    void command(std::function<void()> task);

    QThread m_thread;
    /// Hands what the thread wrote to whoever destroys it, where the thread sanitizer can see it.
    std::atomic<bool> m_threadOver = false;
    TaskQueue m_events;
    std::unique_ptr<SyncWorker> m_worker;
};

} // namespace turnus::client

Q_DECLARE_METATYPE(turnus::client::SyncState)
