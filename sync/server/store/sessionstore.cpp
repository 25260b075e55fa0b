#include "sync/server/store/sessionstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

const auto lostDevice = u"lost device"_s;
const auto selectSession =
    u"SELECT id, login, replica, device, access_until, revoked, revoked_reason, access_used FROM "
    "session "_s;

std::optional<SessionRow> sessionFrom(Statement &row)
{
    if (!row.next())
        return {};
    return SessionRow{row.text(0),
                      row.text(1),
                      row.integer(2),
                      row.text(3),
                      instantFrom(row.integer(4)),
                      !row.isNull(5),
                      row.text(6) == lostDevice,
                      row.integer(7) != 0};
}

} // namespace

qint64 SessionStore::createReplica(const QString &login, const QString &device, Instant now, qint64 replaces, bool used)
{
    Meta meta(m_connection);
    const qint64 number = meta.takeReplica();
    addReplica(number, login, device, now, used || replaces > 0 ? meta.restored().generation : 0);
    if (replaces > 0)
        run(m_connection, u"UPDATE replica SET replaces = ? WHERE number = ?"_s, replaces, number);
    return number;
}

std::optional<QString> SessionStore::ownerOfReplica(qint64 replica)
{
    const Value login = one(m_connection, u"SELECT login FROM replica WHERE number = ?"_s, replica);
    return isNull(login) ? std::nullopt : std::optional(textOf(login));
}

bool SessionStore::isLostByRestore(qint64 replica)
{
    Meta meta(m_connection);
    return meta.restored().generation != 0 && replica >= 1 && replica <= meta.lastReplica() && !ownerOfReplica(replica);
}

void SessionStore::readoptReplica(qint64 replica, const QString &login, const QString &device, Instant now)
{
    addReplica(replica, login, device, now, Meta(m_connection).restored().generation);
}

void SessionStore::addReplica(qint64 number, const QString &login, const QString &device, Instant now, qint64 setBack)
{
    run(m_connection, u"INSERT INTO replica (number, login, device, created, set_back) VALUES (?, ?, ?, ?, ?)"_s,
        number, login, device, toInteger(now), setBack);
}

qint64 SessionStore::setBackOf(qint64 replica)
{
    return integerOf(one(m_connection, u"SELECT set_back FROM replica WHERE number = ?"_s, replica));
}

void SessionStore::noteSetBackHeard(qint64 replica)
{
    run(m_connection, u"UPDATE replica SET set_back = -set_back WHERE number = ? AND set_back > 0"_s, replica);
}

void SessionStore::create(const SessionRow &session, const QByteArray &accessHash, Instant now)
{
    run(m_connection,
        u"INSERT INTO session (id, login, replica, device, created, access_hash, access_until) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        session.id, session.login, session.replica, session.device, toInteger(now), accessHash,
        toInteger(session.accessUntil));
}

std::optional<Caller> SessionStore::byAccess(const QByteArray &accessHash)
{
    Statement row(
        m_connection,
        u"SELECT o.id, o.login, o.replica, o.device, o.access_until, o.revoked, o.revoked_reason, "
        "o.access_used, a.staff_id, s.name, s.role, a.disabled FROM session o LEFT JOIN account a ON a.login = o.login "
        "LEFT JOIN staff s ON s.id = a.staff_id WHERE o.access_hash = ?"_s,
        accessHash);
    std::optional<SessionRow> session = sessionFrom(row);
    if (!session)
        return {};
    return Caller{std::move(*session), StaffId{row.integer(8)}, row.text(9), row.text(10),
                  row.isNull(11) || row.integer(11) != 0};
}

std::optional<SessionRow> SessionStore::byId(const QString &id)
{
    Statement row(m_connection, selectSession + u"WHERE id = ?"_s, id);
    return sessionFrom(row);
}

void SessionStore::setAccess(const QString &id, const QByteArray &accessHash, Instant until)
{
    run(m_connection, u"UPDATE session SET access_hash = ?, access_until = ?, access_used = 0 WHERE id = ?"_s,
        accessHash, toInteger(until), id);
}

void SessionStore::noteAccessUse(const QString &id)
{
    run(m_connection, u"UPDATE session SET access_used = 1 WHERE id = ?"_s, id);
}

void SessionStore::lock(const QString &id)
{
    run(m_connection, u"UPDATE session SET replica = replica WHERE id = ?"_s, id);
}

void SessionStore::setReplica(const QString &id, qint64 from, qint64 to)
{
    // Whoever reports the number lost at the same time waits, and then finds the session by it.
    run(m_connection, u"UPDATE replica SET lost = lost WHERE number = ?"_s, from);
    if (!kinOf(from).contains(to)) {
        run(m_connection, u"INSERT INTO session_replica (session_id, replica) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            id, from);
    }
    run(m_connection, u"UPDATE session SET replica = ? WHERE id = ?"_s, to, id);
}

void SessionStore::revoke(const QString &id, const QString &reason, Instant now)
{
    run(m_connection, u"UPDATE session SET revoked = ?, revoked_reason = ? WHERE id = ? AND revoked IS NULL"_s,
        toInteger(now), reason, id);
    m_connection.announce();
}

void SessionStore::revokeAllOf(const QString &login, const QString &reason, Instant now)
{
    run(m_connection, u"UPDATE session SET revoked = ?, revoked_reason = ? WHERE login = ? AND revoked IS NULL"_s,
        toInteger(now), reason, login.toLower());
    m_connection.announce();
}

QList<SessionStore::Device> SessionStore::devices(const QString &login)
{
    QList<Device> devices;
    Statement row(m_connection,
                  u"SELECT r.number, r.login, r.device, r.created, "
                  "(SELECT count(*) FROM session s WHERE s.replica = r.number AND s.revoked IS NULL), r.lost "
                  "FROM replica r WHERE r.login = ? OR ? = '' ORDER BY r.number DESC"_s,
                  login, login);
    while (row.next())
        devices.append({row.integer(0), row.text(1), row.text(2), instantFrom(row.integer(3)), row.integer(4) > 0,
                        !row.isNull(5)});
    return devices;
}

bool SessionStore::reportLost(qint64 replica, Instant now)
{
    if (!ownerOfReplica(replica))
        return false;
    run(m_connection, u"UPDATE replica SET lost = ? WHERE number = ?"_s, toInteger(now), replica);
    run(m_connection,
        u"UPDATE session SET revoked = ?, revoked_reason = ? WHERE replica = ? OR id IN "
        "(SELECT session_id FROM session_replica WHERE replica = ?)"_s,
        toInteger(now), lostDevice, replica, replica);
    m_connection.announce();
    return true;
}

bool SessionStore::isLost(qint64 replica)
{
    return !isNull(one(m_connection, u"SELECT lost FROM replica WHERE number = ?"_s, replica));
}

QList<qint64> SessionStore::kinOf(qint64 replica)
{
    QList<qint64> numbers;
    Statement row(m_connection,
                  u"WITH RECURSIVE up(number) AS (SELECT CAST(? AS BIGINT) UNION SELECT r.replaces FROM replica r "
                  "JOIN up ON up.number = r.number WHERE r.replaces IS NOT NULL), kin(number) AS (SELECT number FROM "
                  "up UNION SELECT r.number FROM replica r JOIN kin ON kin.number = r.replaces) SELECT number FROM kin "
                  "ORDER BY number"_s,
                  replica);
    while (row.next())
        numbers.append(row.integer(0));
    return numbers;
}

SessionStore::Revoked SessionStore::revokedSince(Instant from)
{
    Revoked revoked{{}, from};
    Statement row(m_connection, u"SELECT id, revoked FROM session WHERE revoked >= ?"_s, toInteger(from));
    while (row.next()) {
        revoked.sessions.append(row.text(0));
        revoked.newest = std::max(revoked.newest, instantFrom(row.integer(1)));
    }
    return revoked;
}

void SessionStore::addRefresh(const RefreshRow &token, Instant now)
{
    run(m_connection, u"INSERT INTO refresh_token (hash, session_id, issued, valid_until) VALUES (?, ?, ?, ?)"_s,
        token.hash, token.session, toInteger(now), toInteger(token.validUntil));
}

std::optional<RefreshRow> SessionStore::refresh(const QByteArray &hash)
{
    Statement row(m_connection,
                  u"SELECT hash, session_id, valid_until, used, successor FROM refresh_token WHERE hash = ?"_s, hash);
    if (!row.next())
        return {};
    RefreshRow token{row.bytes(0), row.text(1), instantFrom(row.integer(2)), {}, row.bytes(4)};
    if (!row.isNull(3))
        token.used = instantFrom(row.integer(3));
    return token;
}

void SessionStore::useRefresh(const QByteArray &hash, const QByteArray &successor, Instant now)
{
    run(m_connection, u"UPDATE refresh_token SET used = ?, successor = ? WHERE hash = ?"_s, toInteger(now), successor,
        hash);
}

void SessionStore::dropRefresh(const QByteArray &hash)
{
    run(m_connection, u"DELETE FROM refresh_token WHERE hash = ?"_s, hash);
}

void SessionStore::dropExpired(Instant now)
{
    // A lost handheld must be known for such however late it comes.
    run(m_connection,
        u"DELETE FROM refresh_token WHERE valid_until < ? AND session_id NOT IN "
        "(SELECT id FROM session WHERE revoked_reason = ?)"_s,
        toInteger(now), lostDevice);
}

} // namespace turnus::server
