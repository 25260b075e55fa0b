#pragma once

#include "core/support/time.h"
#include "sync/client/account.h"
#include "sync/client/backoff.h"
#include "sync/client/syncrun.h"

#include <QObject>
#include <QThread>
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

/// Where sync stands, for people.
enum class SyncState { Idle, Syncing, Offline, SignedOut, Error };

/// Syncs by itself on its own thread and connection: after local edits, now and then, on demand; waits longer after
/// failures; does nothing in flight mode. Its slots are called from any thread by queued signals or invokeMethod.
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
        std::function<double()> random; ///< from 0 to 1, spreads the waiting
    };

    explicit SyncService(Options options);
    /// Ends the transfer under way and waits for the thread.
    ~SyncService() override;

    void start();

    // From any thread:
    void syncNow();
    void setOnline(bool online);
    void signIn(const Account::Credentials &credentials);
    void signOut();

Q_SIGNALS:
    void stateChanged(turnus::client::SyncState state);
    void progressed(qint64 rows, qint64 bytes);
    /// After a run that reached its end.
    void contacted(turnus::Instant at);
    void failed(const turnus::Error &error);
    void signInFailed(const turnus::Error &error);
    /// Also at the start.
    void signedInChanged(bool signedIn);
    /// False: the tokens lie in a file, because the machine has no key store.
    void keyStoreKnown(bool isKeyStore);

private:
    class Worker;
    friend class Worker;

    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace turnus::client

Q_DECLARE_METATYPE(turnus::client::SyncState)
