#pragma once

#include "core/support/ids.h"
#include "core/support/time.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace turnus::server {

class Connection;

struct SessionRow
{
    QString id;
    QString login;
    qint64 replica = 0;
    QString device;
    Instant accessUntil;
    bool revoked = false;
    bool lost = false; ///< revoked because the handheld was reported lost: it is to wipe itself
    /// Whether the device has shown that it has the access token; one that came by signing in counts as shown.
    bool accessUsed = true;
};

/// A session, with whose it is now.
struct Caller
{
    SessionRow session;
    StaffId staff;
    QString name;
    QString role;         ///< empty when the account is gone
    bool disabled = true; ///< the account
};

struct RefreshRow
{
    QByteArray hash;
    QString session;
    Instant validUntil;
    std::optional<Instant> used;
    QByteArray successor; ///< hash of the token that was given for it
};

/// Replica numbers, signed-in devices and their tokens; of tokens only hashes.
class SessionStore
{
public:
    explicit SessionStore(Connection &connection) : m_connection(connection) {}

    /// `replaces`: the number that the database had before. `used`: the database was in use, under another number that
    /// is not known or another person's. Either may still have to hear of a restore.
    [[nodiscard]] qint64 createReplica(const QString &login, const QString &device, Instant now, qint64 replaces = 0,
                                       bool used = false);
    /// The login that a replica number was given to; nothing when there is no such replica.
    [[nodiscard]] std::optional<QString> ownerOfReplica(qint64 replica);

    /// Whether the number may have been given out after the backup that was restored: nobody here knows whose it is.
    [[nodiscard]] bool isLostByRestore(qint64 replica);
    /// Takes such a number back into use. Whose it is must have been proved.
    void readoptReplica(qint64 replica, const QString &login, const QString &device, Instant now);
    /// The restored backup that the device has to name; negative once it has heard of it, 0 for none.
    [[nodiscard]] qint64 setBackOf(qint64 replica);
    void noteSetBackHeard(qint64 replica);

    void create(const SessionRow &session, const QByteArray &accessHash, Instant now);
    [[nodiscard]] std::optional<Caller> byAccess(const QByteArray &accessHash);
    [[nodiscard]] std::optional<SessionRow> byId(const QString &id);
    /// A token that the device has not shown yet.
    void setAccess(const QString &id, const QByteArray &accessHash, Instant until);
    void noteAccessUse(const QString &id);
    /// Keeps other transactions from refreshing the session until this one ends.
    void lock(const QString &id);
    /// The session speaks as `to` instead of `from`. Unless one was given for the other (kinOf), it stays known by
    /// both.
    void setReplica(const QString &id, qint64 from, qint64 to);
    void revoke(const QString &id, const QString &reason, Instant now);
    void revokeAllOf(const QString &login, const QString &reason, Instant now);

    struct Device
    {
        qint64 replica = 0;
        QString login;
        QString device;
        Instant created;
        bool open = false; ///< signed in
        bool lost = false;
    };
    /// Of one login, or of all when it is empty; the newest first.
    [[nodiscard]] QList<Device> devices(const QString &login);
    /// Ends all sessions of an installed database for good, whatever they speak as now; false when there is no such
    /// database.
    [[nodiscard]] bool reportLost(qint64 replica, Instant now);
    [[nodiscard]] bool isLost(qint64 replica);
    /// The number, those that were given for it one after the other, and those that it was given for: of the database,
    /// or of its copies on other handhelds.
    [[nodiscard]] QList<qint64> kinOf(qint64 replica);

    struct Revoked
    {
        QStringList sessions;
        Instant newest;
    };
    /// Sessions revoked at or after `from`, and when the newest was.
    [[nodiscard]] Revoked revokedSince(Instant from);

    void addRefresh(const RefreshRow &token, Instant now);
    [[nodiscard]] std::optional<RefreshRow> refresh(const QByteArray &hash);
    void useRefresh(const QByteArray &hash, const QByteArray &successor, Instant now);
    void dropRefresh(const QByteArray &hash);
    void dropExpired(Instant now);

private:
    void addReplica(qint64 number, const QString &login, const QString &device, Instant now, qint64 setBack);

    Connection &m_connection;
};

} // namespace turnus::server
