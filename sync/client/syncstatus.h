#pragma once

#include "sync/client/outboxbook.h"
#include "sync/client/syncservice.h"

#include <QDate>
#include <QDateTime>
#include <QObject>

namespace turnus::storage {
class ChangeNotifier;
class ChangeSet;
} // namespace turnus::storage

namespace turnus::client {

/// What the interface sees of sync, and the little it may ask for. On the interface's thread and connection.
class SyncStatus : public QObject
{
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY signedInChanged)
    Q_PROPERTY(bool online READ isOnline WRITE setOnline NOTIFY onlineChanged)
    Q_PROPERTY(int pendingCount READ pendingCount NOTIFY countsChanged)
    Q_PROPERTY(int sentCount READ sentCount NOTIFY countsChanged)
    Q_PROPERTY(int confirmedCount READ confirmedCount NOTIFY countsChanged)
    Q_PROPERTY(int quarantinedCount READ quarantinedCount NOTIFY countsChanged)
    Q_PROPERTY(int conflictCount READ conflictCount NOTIFY countsChanged)
    Q_PROPERTY(int fileCount READ fileCount NOTIFY countsChanged)
    Q_PROPERTY(int fileHeldCount READ fileHeldCount NOTIFY countsChanged)
    Q_PROPERTY(bool live READ isLive NOTIFY liveChanged)
    Q_PROPERTY(QDateTime lastContact READ lastContact NOTIFY lastContactChanged)
    Q_PROPERTY(bool keyStore READ hasKeyStore NOTIFY keyStoreChanged)
    Q_PROPERTY(QString errorDomain READ errorDomain NOTIFY errorChanged)
    Q_PROPERTY(QString errorCode READ errorCode NOTIFY errorChanged)
    Q_PROPERTY(QString errorDetail READ errorDetail NOTIFY errorChanged)
public:
    enum class State { Idle, Syncing, Offline, SignedOut, Error };
    Q_ENUM(State)

    SyncStatus(storage::Connection &connection, storage::ChangeNotifier &notifier, SyncService &service,
               QObject *parent = nullptr);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isSignedIn() const { return m_signedIn; }
    [[nodiscard]] bool isOnline() const { return m_online; }
    /// False is flight mode: nothing touches the network.
    void setOnline(bool online);
    [[nodiscard]] int pendingCount() const { return m_counts.here; }
    [[nodiscard]] int sentCount() const { return m_counts.sent; }
    /// Operations that the server confirmed today.
    [[nodiscard]] int confirmedCount() const { return m_counts.confirmedToday; }
    [[nodiscard]] int quarantinedCount() const { return m_counts.quarantined; }
    [[nodiscard]] int conflictCount() const { return m_counts.conflicts; }
    /// Photos and reports of visits that are not yet whole at the server, and how many of them it holds.
    [[nodiscard]] int fileCount() const { return m_counts.files; }
    [[nodiscard]] int fileHeldCount() const { return m_counts.filesHeld; }
    /// The server tells of news by itself.
    [[nodiscard]] bool isLive() const { return m_live; }
    /// Local time; invalid before the first contact.
    [[nodiscard]] QDateTime lastContact() const { return m_lastContact; }
    /// Of the sync under way; all zero when there is none.
    [[nodiscard]] const SyncProgress &progress() const { return m_progress; }
    [[nodiscard]] bool hasKeyStore() const { return m_keyStore; }
    /// The latest error until the next contact; empty for none. The page chooses the words.
    [[nodiscard]] QString errorDomain() const { return m_error ? nameOf(m_error->domain) : QString(); }
    [[nodiscard]] QString errorCode() const { return m_error ? m_error->code : QString(); }
    [[nodiscard]] QString errorDetail() const { return m_error ? m_error->detail : QString(); }

    Q_INVOKABLE void syncNow();
    Q_INVOKABLE void fetchReceipt(QDate day);
    Q_INVOKABLE void signIn(const QString &server, const QString &login, const QString &password,
                            const QString &device);
    Q_INVOKABLE void signOut();

Q_SIGNALS:
    void stateChanged();
    void signedInChanged();
    void onlineChanged();
    void countsChanged();
    void liveChanged();
    void lastContactChanged();
    void progressChanged();
    void keyStoreChanged();
    void errorChanged();
    /// The answer to signIn when it was refused or the server could not be reached.
    void signInFailed(const QString &domain, const QString &code, const QString &detail);

private:
    void setState(SyncState state);
    void setError(std::optional<Error> error);
    void noteChange(const storage::ChangeSet &changes);
    void recount();

    SyncService &m_service;
    OutboxBook m_book;
    State m_state = State::Idle;
    bool m_signedIn = false;
    bool m_online = true;
    bool m_live = false;
    bool m_keyStore = true;
    OutboxCounts m_counts;
    QDateTime m_lastContact;
    SyncProgress m_progress;
    std::optional<Error> m_error;
};

} // namespace turnus::client
