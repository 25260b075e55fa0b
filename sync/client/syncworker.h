#pragma once

#include "core/storage/connection.h"
#include "sync/client/livelistener.h"
#include "sync/client/livepolicy.h"
#include "sync/client/syncservice.h"

#include <QTimer>
#include <mutex>
#include <vector>

namespace turnus::client {

/// The part of SyncService that lives on its thread. A transfer waits in an event loop of its own; what is asked for
/// meanwhile is done after it.
class SyncWorker : public QObject
{
    Q_OBJECT
public:
    SyncWorker(SyncService &service, SyncService::Options options);
    ~SyncWorker() override;

    /// What the service asks for, from its thread.
    TaskQueue inbox;
    Q_INVOKABLE void drain() { inbox.drain(); }

    void open();
    void close();
    /// From any thread.
    void abort();
    void syncNow();
    void setOnline(bool online);
    void signIn(const Account::Credentials &credentials);
    void signOut();
    void fetchReceipt(Day day);

private:
    /// Runs `task` now, or after the one that is running.
    void enqueue(std::function<void()> task);
    void run();
    void runContent();
    /// Of a file that may travel now.
    qint64 mostBytes();
    void localChange(const storage::ChangeSet &changes);
    void foldLog();
    void schedule(std::chrono::milliseconds delay);
    void setState(SyncState state);
    void tellFailure(const Error &error);
    void tellSignedIn(bool signedIn);
    void finishRun(const Result<RunReport> &report);
    /// When the server takes the tokens no more, or the handheld was reported lost: everybody is told, whichever
    /// request came upon it, for the tokens are gone and no other will.
    bool endsSession(const Error &error);
    /// Tells of it, unless flight mode brought it about; false when nothing more is to be asked of the server.
    bool goesOnAfter(const Error &error);
    void noteSignedOut();
    void noteLost();
    void openStream();
    void closeStream();
    void streamLost(int status);
    void noteNews(std::vector<protocol::Head> heads);
    /// Schedules a run when this handheld is behind one of the heads.
    void weighNews();
    void tellLive(bool live);

    SyncService &m_service;
    SyncService::Options m_options;
    std::unique_ptr<storage::Connection> m_connection;
    std::unique_ptr<TokenStore> m_tokens;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Account> m_account;
    std::mutex m_transportGuard; ///< abort comes from other threads
    QTimer *m_timer = nullptr;
    std::unique_ptr<LiveListener> m_listener;
    QTimer *m_reopen = nullptr;
    LivePolicy m_policy;
    std::vector<protocol::Head> m_heads; ///< news that came during a run
    bool m_live = false;
    SyncState m_state = SyncState::Idle;
    bool m_online = true;
    bool m_running = false;
    std::vector<std::function<void()>> m_waiting;
};

} // namespace turnus::client
