#pragma once

#include "core/support/time.h"

#include <QByteArray>
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
};

struct RefreshRow
{
    QByteArray hash;
    QString session;
    Instant validUntil;
    std::optional<Instant> used;
};

/// Replica numbers, signed-in devices and their tokens; of tokens only hashes.
class SessionStore
{
public:
    explicit SessionStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] qint64 createReplica(const QString &login, const QString &device, Instant now);
    /// The login that a replica number was given to; nothing when there is no such replica.
    [[nodiscard]] std::optional<QString> ownerOfReplica(qint64 replica);

    void create(const SessionRow &session, const QByteArray &accessHash, Instant now);
    [[nodiscard]] std::optional<SessionRow> byAccess(const QByteArray &accessHash);
    [[nodiscard]] std::optional<SessionRow> byId(const QString &id);
    void setAccess(const QString &id, const QByteArray &accessHash, Instant until);
    void setReplica(const QString &id, qint64 replica);
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
    /// Ends all sessions of an installed database for good; false when there is no such database.
    [[nodiscard]] bool reportLost(qint64 replica, Instant now);
    [[nodiscard]] bool isLost(qint64 replica);

    struct Revoked
    {
        QStringList sessions;
        Instant newest;
    };
    /// Sessions revoked at or after `from`, and when the newest was.
    [[nodiscard]] Revoked revokedSince(Instant from);

    void addRefresh(const RefreshRow &token, Instant now);
    [[nodiscard]] std::optional<RefreshRow> refresh(const QByteArray &hash);
    /// False when somebody else used it in the meantime.
    [[nodiscard]] bool useRefresh(const QByteArray &hash, Instant now);
    /// Whether a token issued at or after `from` in the session has been used.
    [[nodiscard]] bool usedSince(const QString &session, Instant from, const QByteArray &except);
    void dropExpired(Instant now);

private:
    Connection &m_connection;
};

} // namespace turnus::server
