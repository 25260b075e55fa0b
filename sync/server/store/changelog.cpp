#include "sync/server/store/changelog.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/snapshotstore.h"

#include <QMap>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

bool isCustomerLeaving(const Change &change)
{
    return change.kind == ChangeKind::Left && change.table->name == "customer";
}

} // namespace

void ChangeLog::flush()
{
    QMap<qint64, QList<Change>> byChannel;
    for (const Change &change : std::as_const(m_changes))
        byChannel[change.channel].append(change);
    for (auto changes = byChannel.cbegin(); changes != byChannel.cend(); ++changes) {
        const Value head = one(m_connection, u"UPDATE channel SET head = head + ? WHERE id = ? RETURNING head"_s,
                               changes->size(), changes.key());
        if (isNull(head))
            throw SqlError{u"sql"_s, u"no channel %1"_s.arg(changes.key())};
        write(integerOf(head) - changes->size() + 1, *changes);
        if (std::ranges::any_of(*changes, isCustomerLeaving))
            SnapshotStore(m_connection).drop(changes.key());
    }
    if (!m_changes.isEmpty())
        m_connection.announce();
    m_changes.clear();
}

namespace {

/// Whether both differ in nothing but their row.
bool isAlike(const Change &a, const Change &b)
{
    return a.table == b.table && a.kind == b.kind && a.mask == b.mask && a.author.replica == b.author.replica &&
           a.author.staff == b.author.staff;
}

/// How many changes from `from` on are alike, at most `most`.
qsizetype alikeFrom(const QList<Change> &changes, qsizetype from, qsizetype most)
{
    const auto first = changes.cbegin() + from;
    const auto end = first + std::min(most, changes.size() - from);
    return std::find_if_not(first, end, [&](const Change &change) { return isAlike(change, *first); }) - first;
}

} // namespace

void ChangeLog::write(qint64 firstSeq, const QList<Change> &changes)
{
    for (qsizetype from = 0; from < changes.size();) {
        const bool alike = alikeFrom(changes, from, limits::rowsPerStatement) == limits::rowsPerStatement;
        const QList<Change> part = changes.mid(from, limits::rowsPerStatement / (alike ? 1 : 2));
        if (alike)
            writeAlike(firstSeq + from, part);
        else
            writeMixed(firstSeq + from, part);
        from += part.size();
    }
}

/// What they have in common is bound once: binding is what a long push costs most. As many as one statement holds.
void ChangeLog::writeAlike(qint64 firstSeq, const QList<Change> &changes)
{
    static const QString sql = [] {
        QStringList rows;
        for (int place = 0; place < limits::rowsPerStatement; ++place)
            rows.append(u"(%1, CAST(? AS BIGINT))"_s.arg(place));
        return u"WITH one (place, row_id) AS (VALUES "_s + rows.join(u", "_s) +
               u") INSERT INTO change (row_id, channel, seq, tbl, op, mask, replica, staff_id, at) SELECT row_id, "
               "CAST(? AS BIGINT), CAST(? AS BIGINT) + place, CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT), "
               "CAST(? AS BIGINT), CAST(? AS BIGINT), CAST(? AS BIGINT) FROM one"_s;
    }();
    QList<Value> values;
    for (const Change &change : changes)
        values.append(change.row);
    const Change &first = changes.constFirst();
    values.append({first.channel, firstSeq, qint64{first.table->number}, static_cast<qint64>(first.kind),
                   static_cast<qint64>(first.mask), first.author.replica,
                   first.author.staff ? Value(first.author.staff) : Value(), toInteger(m_now)});
    run(m_connection, sql, values);
}

void ChangeLog::writeMixed(qint64 firstSeq, const QList<Change> &changes)
{
    QStringList rows;
    QList<Value> values;
    for (const Change &change : changes) {
        rows.append(u"(?, ?, ?, ?, ?, ?, ?, ?, ?)"_s);
        values.append({change.channel, firstSeq++, qint64{change.table->number}, change.row,
                       static_cast<qint64>(change.kind), static_cast<qint64>(change.mask), change.author.replica,
                       change.author.staff ? Value(change.author.staff) : Value(), toInteger(m_now)});
    }
    run(m_connection,
        u"INSERT INTO change (channel, seq, tbl, row_id, op, mask, replica, staff_id, at) VALUES "_s +
            rows.join(u", "_s),
        values);
}

std::optional<ChangeLog::LastEdit> ChangeLog::lastEdit(const protocol::Table &table, qint64 row, int column) const
{
    const quint64 bit = quint64{1} << column;
    for (auto change = m_changes.crbegin(); change != m_changes.crend(); ++change) {
        if (change->row == row && change->table == &table && (change->mask & bit))
            return LastEdit{change->author, m_now};
    }
    Statement found(m_connection,
                    u"SELECT replica, staff_id, at, mask FROM change WHERE row_id = ? AND tbl = ? AND op IN (1, 2) "
                    "ORDER BY at DESC, seq DESC"_s,
                    row, table.number);
    while (found.next()) {
        if (static_cast<quint64>(found.integer(3)) & bit)
            return LastEdit{{found.integer(0), found.integer(1)}, instantFrom(found.integer(2))};
    }
    return {};
}

} // namespace turnus::server
