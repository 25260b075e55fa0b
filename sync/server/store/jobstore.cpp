#include "sync/server/store/jobstore.h"

#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

std::optional<JobStore::Job> JobStore::find(const QString &name)
{
    Statement row(m_connection,
                  u"SELECT holder, held_until, started, finished, evidence, result FROM job WHERE name = ?"_s, name);
    if (!row.next())
        return {};
    return Job{.holder = row.text(0),
               .heldUntil = row.integer(1) == 0 ? std::nullopt : std::optional(instantFrom(row.integer(1))),
               .started = instantFrom(row.integer(2)),
               .finished = row.isNull(3) ? std::nullopt : std::optional(instantFrom(row.integer(3))),
               .evidence = row.text(4),
               .result = row.text(5)};
}

Result<bool> JobStore::claim(const QString &name, const QString &holder, Instant now, milliseconds forTime,
                             std::optional<Instant> notSince)
{
    bool mine = false;
    TURNUS_TRY(m_connection.write([&]() -> Status {
        run(m_connection,
            u"INSERT INTO job (name, holder, held_until, started) VALUES (?, '', 0, 0) ON CONFLICT (name) DO NOTHING"_s,
            name);
        // One statement: of two processes that come at once, the second sees what the first has written.
        mine = run(m_connection,
                   u"UPDATE job SET holder = ?, held_until = ?, started = ? WHERE name = ? AND held_until < ? AND "
                   "started < ?"_s,
                   holder, toInteger(now + forTime), toInteger(now), name, toInteger(now),
                   notSince ? toInteger(*notSince) : toInteger(now + forTime)) == 1;
        return {};
    }));
    return mine;
}

Status JobStore::renew(const QString &name, const QString &holder, Instant now, milliseconds forTime)
{
    return m_connection.write([&]() -> Status {
        if (run(m_connection, u"UPDATE job SET held_until = ? WHERE name = ? AND holder = ? AND held_until > 0"_s,
                toInteger(now + forTime), name, holder) != 1)
            return fail(Domain::Storage, u"job-lost", u"%1: another process has taken over"_s.arg(name));
        return {};
    });
}

Status JobStore::finish(const QString &name, const QString &holder, Instant now, const std::optional<QString> &evidence,
                        const QString &result)
{
    return m_connection.write([&]() -> Status {
        run(m_connection,
            u"UPDATE job SET held_until = 0, finished = ?, result = ?, evidence = coalesce(?, evidence) WHERE name = ? "
            "AND holder = ?"_s,
            toInteger(now), result, evidence ? Value(*evidence) : Value(), name, holder);
        return {};
    });
}

} // namespace turnus::server
