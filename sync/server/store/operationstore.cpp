#include "sync/server/store/operationstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/meta.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// LEB128 of the zigzag form: small numbers of either sign take a byte.
void pack(QByteArray &bytes, qint64 number)
{
    auto rest = (static_cast<quint64>(number) << 1) ^ static_cast<quint64>(number >> 63);
    for (; rest >= 0x80; rest >>= 7)
        bytes.append(static_cast<char>(rest | 0x80));
    bytes.append(static_cast<char>(rest));
}

qint64 unpack(const QByteArray &bytes, qsizetype &at)
{
    quint64 packed = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
        const auto byte = static_cast<quint8>(bytes.at(at++));
        packed |= quint64{byte & 0x7fU} << shift;
        if (byte < 0x80)
            break;
    }
    return static_cast<qint64>((packed >> 1) ^ (~(packed & 1) + 1));
}

} // namespace

bool AppliedSet::contains(qint64 seq) const
{
    const auto after = std::ranges::upper_bound(m_ranges, seq, {}, &Range::first);
    return after != m_ranges.begin() && seq <= std::prev(after)->last;
}

void AppliedSet::add(qint64 seq)
{
    if (contains(seq))
        return;
    auto next = std::ranges::upper_bound(m_ranges, seq, {}, &Range::first);
    const bool joinsNext = next != m_ranges.end() && next->first == seq + 1;
    const bool joinsPrevious = next != m_ranges.begin() && std::prev(next)->last == seq - 1;
    if (joinsPrevious && joinsNext) {
        std::prev(next)->last = next->last;
        m_ranges.erase(next);
    } else if (joinsPrevious) {
        std::prev(next)->last = seq;
    } else if (joinsNext) {
        next->first = seq;
    } else {
        m_ranges.insert(next, {seq, seq});
    }
}

AppliedSet OperationStore::lockApplied(qint64 replica)
{
    if (m_connection.engine() == Engine::PostgreSql)
        run(m_connection, u"SELECT number FROM replica WHERE number = ? FOR UPDATE"_s, replica);
    AppliedSet set;
    Statement row(m_connection, u"SELECT first_seq, last_seq FROM applied WHERE replica = ? ORDER BY first_seq"_s,
                  replica);
    while (row.next())
        set.m_ranges.append({row.integer(0), row.integer(1)});
    return set;
}

qint64 OperationStore::highest(qint64 replica)
{
    return integerOf(one(m_connection, u"SELECT max(last_seq) FROM applied WHERE replica = ?"_s, replica));
}

void OperationStore::store(qint64 replica, const AppliedSet &set)
{
    run(m_connection, u"DELETE FROM applied WHERE replica = ?"_s, replica);
    for (const AppliedSet::Range &range : set.ranges())
        run(m_connection, u"INSERT INTO applied (replica, first_seq, last_seq) VALUES (?, ?, ?)"_s, replica,
            range.first, range.last);
}

void OperationStore::addRecorded(qint64 replica, const Recorded &push)
{
    if (push.empty())
        return;
    QByteArray packed;
    qint64 seqBefore = 0;
    qint64 atBefore = 0;
    for (const auto &[seq, at] : push) {
        pack(packed, seq - std::exchange(seqBefore, seq));
        pack(packed, at - std::exchange(atBefore, at));
    }
    run(m_connection, u"INSERT INTO pushed (replica, last_seq, first_seq, recorded) VALUES (?, ?, ?, ?)"_s, replica,
        push.rbegin()->first, push.begin()->first, packed);
}

OperationStore::Recorded OperationStore::recorded(qint64 replica, qint64 first, qint64 last)
{
    Recorded found;
    Statement push(m_connection,
                   u"SELECT recorded FROM pushed WHERE replica = ? AND last_seq >= ? AND first_seq <= ?"_s, replica,
                   first, last);
    while (push.next()) {
        const QByteArray packed = push.bytes(0);
        qint64 seq = 0;
        qint64 at = 0;
        for (qsizetype next = 0; next < packed.size();) {
            seq += unpack(packed, next);
            at += unpack(packed, next);
            found[seq] = at;
        }
    }
    return found;
}

std::optional<Outcome> OperationStore::outcome(qint64 replica, qint64 seq)
{
    Statement row(m_connection,
                  u"SELECT status, tbl, row_id, mask, reason, detail, payload, staff_id FROM outcome WHERE replica = ? "
                  "AND seq = ?"_s,
                  replica, seq);
    if (!row.next())
        return {};
    return Outcome{seq,
                   static_cast<OutcomeStatus>(row.integer(0)),
                   static_cast<int>(row.integer(1)),
                   row.integer(2),
                   static_cast<quint64>(row.integer(3)),
                   row.text(4),
                   row.text(5),
                   row.text(6),
                   row.integer(7)};
}

void OperationStore::put(qint64 replica, const Outcome &outcome, Instant now)
{
    dropOutcome(replica, outcome.seq);
    run(m_connection,
        u"INSERT INTO outcome (replica, seq, status, tbl, row_id, mask, reason, detail, payload, staff_id, at) VALUES "
        "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        replica, outcome.seq, static_cast<qint64>(outcome.status), outcome.table, outcome.row,
        static_cast<qint64>(outcome.keptServers), outcome.reason, outcome.detail, outcome.payload, outcome.staff,
        toInteger(now));
}

void OperationStore::dropOutcome(qint64 replica, qint64 seq)
{
    run(m_connection, u"DELETE FROM outcome WHERE replica = ? AND seq = ?"_s, replica, seq);
}

qint64 OperationStore::add(const ConflictRow &conflict)
{
    const qint64 id = Meta(m_connection).takeIds();
    run(m_connection,
        u"INSERT INTO conflict (id, replica, seq, tbl, row_id, column_name, base, mine, mine_by, mine_at, theirs, "
        "theirs_by, theirs_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        id, conflict.replica, conflict.seq, conflict.table, conflict.row, conflict.column,
        toTagged(conflict.base).isNull() ? Value() : Value(toTagged(conflict.base)),
        toTagged(conflict.mine).isNull() ? Value() : Value(toTagged(conflict.mine)), conflict.mineBy,
        toInteger(conflict.mineAt), toTagged(conflict.theirs).isNull() ? Value() : Value(toTagged(conflict.theirs)),
        conflict.theirsBy ? Value(conflict.theirsBy) : Value(), toInteger(conflict.theirsAt));
    return id;
}

namespace {

constexpr QLatin1StringView conflictColumns =
    "id, replica, seq, tbl, row_id, column_name, base, mine, mine_by, mine_at, theirs, theirs_by, theirs_at, "
    "settled_by"_L1;

ConflictRow conflictFrom(const Statement &row)
{
    return {row.integer(0),
            row.integer(1),
            row.integer(2),
            static_cast<int>(row.integer(3)),
            row.integer(4),
            row.text(5),
            fromTagged(row.text(6)),
            fromTagged(row.text(7)),
            row.integer(8),
            instantFrom(row.integer(9)),
            fromTagged(row.text(10)),
            row.integer(11),
            instantFrom(row.integer(12))};
}

std::optional<OperationStore::Settlement> settlementFrom(Statement &row)
{
    if (!row.next())
        return {};
    return OperationStore::Settlement{conflictFrom(row), row.integer(13)};
}

} // namespace

QList<ConflictRow> OperationStore::openConflicts(int table, qint64 row)
{
    QList<ConflictRow> conflicts;
    Statement found(m_connection,
                    u"SELECT "_s + conflictColumns +
                        u" FROM conflict WHERE tbl = ? AND row_id = ? AND settled_at IS NULL ORDER BY id"_s,
                    table, row);
    while (found.next())
        conflicts.append(conflictFrom(found));
    return conflicts;
}

std::optional<OperationStore::Settlement> OperationStore::conflict(qint64 id)
{
    Statement row(m_connection, u"SELECT "_s + conflictColumns + u" FROM conflict WHERE id = ?"_s, id);
    return settlementFrom(row);
}

std::optional<OperationStore::Settlement> OperationStore::conflict(qint64 replica, qint64 seq, const QString &column)
{
    Statement row(m_connection,
                  u"SELECT "_s + conflictColumns +
                      u" FROM conflict WHERE replica = ? AND seq = ? AND column_name = ? ORDER BY id"_s,
                  replica, seq, column);
    return settlementFrom(row);
}

void OperationStore::settle(qint64 conflict, const QString &choice, qint64 by, Instant now)
{
    run(m_connection,
        u"UPDATE conflict SET settled_by = ?, settled_at = ?, choice = ? WHERE id = ? AND settled_at IS NULL"_s, by,
        toInteger(now), choice, conflict);
}

qint64 OperationStore::fullUntil(qint64 replica, qint64 channel)
{
    return integerOf(
        one(m_connection, u"SELECT full_until FROM full_pull WHERE replica = ? AND channel = ?"_s, replica, channel));
}

void OperationStore::setFullUntil(qint64 replica, qint64 channel, qint64 seq)
{
    run(m_connection,
        u"INSERT INTO full_pull (replica, channel, full_until) VALUES (?, ?, ?) ON CONFLICT (replica, channel) DO "
        "UPDATE SET full_until = excluded.full_until"_s,
        replica, channel, seq);
}

} // namespace turnus::server
