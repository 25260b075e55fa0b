#pragma once

#include "core/support/time.h"

#include <QByteArray>
#include <QString>
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
