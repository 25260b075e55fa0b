#include "sync/client/receipts.h"

#include "core/storage/devicestate.h"
#include "sync/client/limits.h"
#include "sync/client/sql.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::client {

Status setField(sqlite3 *database, const protocol::Table &table, qint64 row, const std::string &field,
                const protocol::Value &value)
{
    const int column = protocol::columnIndex(table, field);
    const QString where =
        u"%1.%2"_s.arg(QString::fromStdString(std::string(table.name)), QString::fromStdString(field));
    if (column < 0)
        return fail(Domain::Protocol, u"unknown-column", where);
    const protocol::Column &description = table.columns[static_cast<std::size_t>(column)];
    protocol::ColumnData cell(description.type);
    if (!cell.add(value) || (cell.isNull(0) && !description.nullable))
        return fail(Domain::Protocol, u"value-of-wrong-kind", where);
    Sql set(database, "UPDATE " + std::string(table.name) + " SET " + field + " = ? WHERE id = ?");
    set.bind(1, cell, 0);
    set.bind(2, row);
    set.run();
    return {};
}

Status Receipts::apply(const protocol::AnswerControl &control)
{
    for (const protocol::SequenceRange &range : control.applied) {
        forgetHeldValues(range);
        applied(range);
    }
    for (const protocol::Receipt &receipt : control.receipts)
        TURNUS_TRY(one(receipt));
    if (m_lastSent > 0 && !control.replica && !control.setBack)
        noteReceipted();
    forgetSettled(control.settled);
    return {};
}

void Receipts::applied(const protocol::SequenceRange &range)
{
    const qint64 last = std::min(range.last, m_lastSent);
    Sql keep(m_database, "INSERT OR REPLACE INTO receipt (seq, tbl, row, recorded, confirmed) "
                         "SELECT seq, tbl, row, at, ? FROM outbox WHERE seq BETWEEN ? AND ? AND state = 1");
    keep.bind(1, m_now);
    keep.bind(2, range.first);
    keep.bind(3, last);
    m_settled += keep.run();
    drop({range.first, last});
}

void Receipts::drop(const protocol::SequenceRange &range)
{
    for (const std::string_view text :
         {"DELETE FROM outbox_field WHERE seq IN (SELECT seq FROM outbox WHERE seq BETWEEN ? AND ? AND state = 1)",
          "DELETE FROM outbox WHERE seq BETWEEN ? AND ? AND state = 1"}) {
        Sql drop(m_database, text);
        drop.bind(1, range.first);
        drop.bind(2, range.last);
        drop.run();
    }
}

std::optional<Receipts::Operation> Receipts::find(qint64 sequence)
{
    Sql read(m_database, "SELECT at, tbl, row FROM outbox WHERE seq = ? AND state = 1");
    read.bind(1, sequence);
    if (!read.step())
        return std::nullopt;
    return Operation{read.integer(0), protocol::findTable(read.bytes(1)), read.integer(2)};
}

Status Receipts::one(const protocol::Receipt &receipt)
{
    const auto operation = find(receipt.sequence);
    if (!operation || !operation->table)
        return {};
    if (receipt.outcome == protocol::Outcome::Refused) {
        if (isCarriedByInsert(receipt, *operation))
            drop({receipt.sequence, receipt.sequence});
        else
            refuse(receipt);
        return {};
    }
    forgetHeldValues({receipt.sequence, receipt.sequence});
    TURNUS_TRY(serverStands(receipt, *operation));
    applied({receipt.sequence, receipt.sequence});
    return {};
}

/// The insert was refused, and with it what the record became later; tried again, it carries the record as it is.
bool Receipts::isCarriedByInsert(const protocol::Receipt &receipt, const Operation &operation)
{
    if (!receipt.reason.starts_with("row-missing"))
        return false;
    Sql insert(m_database, "SELECT 1 FROM outbox WHERE row = ? AND kind = 1 AND seq < ?");
    insert.bind(1, operation.row);
    insert.bind(2, receipt.sequence);
    return insert.step();
}

void Receipts::refuse(const protocol::Receipt &receipt)
{
    Sql mark(m_database, "UPDATE outbox SET state = 2, reason = ? WHERE seq = ?");
    mark.bindText(1, receipt.reason);
    mark.bind(2, receipt.sequence);
    mark.run();
    ++m_settled;
}

bool Receipts::hasOtherEdit(qint64 sequence, qint64 row, const std::string &field, bool newer)
{
    Sql read(m_database,
             std::string("SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE o.row = ? AND ") +
                 (newer ? "o.seq > ?" : "o.seq < ? AND o.state = 2") + " AND f.name = ?");
    read.bind(1, row);
    read.bind(2, sequence);
    read.bindText(3, field);
    return read.step();
}

/// A field that was edited again meanwhile keeps that edit, which meets the server's value by itself.
Status Receipts::serverStands(const protocol::Receipt &receipt, const Operation &operation)
{
    for (const protocol::ServerField &field : receipt.fields) {
        const bool newer = hasOtherEdit(receipt.sequence, operation.row, field.name, true);
        if (newer || hasOtherEdit(receipt.sequence, operation.row, field.name, false)) {
            Sql hold(m_database, "INSERT INTO held_value (row, name, tbl, value) VALUES (?, ?, ?, ?) "
                                 "ON CONFLICT (row, name) DO UPDATE SET value = excluded.value");
            hold.bind(1, operation.row);
            hold.bindText(2, field.name);
            hold.bindText(3, operation.table->name);
            hold.bind(4, field.value);
            hold.run();
        }
        if (newer)
            continue;
        TURNUS_TRY(setField(m_database, *operation.table, operation.row, field.name, field.value));
        if (field.conflict)
            keepConflict(receipt, operation, field);
    }
    return {};
}

void Receipts::keepConflict(const protocol::Receipt &receipt, const Operation &operation,
                            const protocol::ServerField &field)
{
    Sql mine(m_database, "SELECT new FROM outbox_field WHERE seq = ? AND name = ?");
    mine.bind(1, receipt.sequence);
    mine.bindText(2, field.name);
    if (!mine.step())
        return;
    const protocol::Value value = mine.value(0);
    Sql keep(m_database,
             "INSERT OR REPLACE INTO conflict (tbl, row, name, mine, mine_at, theirs, theirs_at, theirs_by, "
             "seq, replica) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ifnull((SELECT value FROM device WHERE key = "
             "'replica'), 0))");
    keep.bindText(1, operation.table->name);
    keep.bind(2, operation.row);
    keep.bindText(3, field.name);
    keep.bind(4, value);
    keep.bind(5, operation.at);
    keep.bind(6, field.value);
    keep.bind(7, field.at);
    keep.bindText(8, field.by);
    keep.bind(9, receipt.sequence);
    keep.run();
}

/// The server has answered for these fields: what it had before no longer counts.
void Receipts::forgetHeldValues(const protocol::SequenceRange &range)
{
    Sql forget(m_database, "DELETE FROM held_value WHERE (row, name) IN (SELECT o.row, f.name FROM outbox o "
                           "JOIN outbox_field f ON f.seq = o.seq WHERE o.seq BETWEEN ? AND ? AND o.state = 1)");
    forget.bind(1, range.first);
    forget.bind(2, std::min(range.last, m_lastSent));
    forget.run();
    // An older edit of the field that stays refused shall not bring back what was there before it.
    Sql keep(m_database,
             "INSERT INTO held_value (row, name, tbl, value) SELECT o.row, f.name, o.tbl, f.new FROM outbox o "
             "JOIN outbox_field f ON f.seq = o.seq WHERE o.seq BETWEEN ? AND ? AND o.state = 1 AND EXISTS "
             "(SELECT 1 FROM outbox p JOIN outbox_field g ON g.seq = p.seq WHERE p.row = o.row AND g.name = "
             "f.name AND p.seq < o.seq AND p.state = 2) ORDER BY o.seq "
             "ON CONFLICT (row, name) DO UPDATE SET value = excluded.value");
    keep.bind(1, range.first);
    keep.bind(2, std::min(range.last, m_lastSent));
    keep.run();
}

void Receipts::forgetOld()
{
    const qint64 before = m_now - std::chrono::milliseconds(limits::receiptKept).count();
    Sql old(m_database, "SELECT 1 FROM receipt WHERE confirmed < ? LIMIT 1");
    old.bind(1, before);
    if (!old.step())
        return;
    old.reset();
    for (const protocol::Table &table : protocol::tables()) {
        std::string text("DELETE FROM receipt WHERE confirmed < ?1 AND tbl = ?2 AND (NOT EXISTS (SELECT 1 FROM ");
        text.append(table.name)
            .append(" t WHERE t.id = receipt.row) OR (EXISTS (SELECT 1 FROM receipt r WHERE r.row = ");
        text.append(
            "receipt.row AND r.seq < receipt.seq) AND EXISTS (SELECT 1 FROM receipt r WHERE r.row = receipt.row ");
        Sql forget(m_database, text.append("AND r.seq > receipt.seq)))"));
        forget.bind(1, before);
        forget.bindText(2, table.name);
        forget.run();
    }
}

/// An answer settles all operations of its request.
void Receipts::noteReceipted()
{
    Sql keep(m_database, "INSERT INTO device (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = "
                         "max(value, excluded.value)");
    keep.bindText(1, storage::DeviceState::receipted);
    keep.bind(2, m_lastSent);
    keep.run();
}

void Receipts::forgetSettled(const std::vector<protocol::Settled> &settled)
{
    Sql forget(m_database, "DELETE FROM conflict WHERE seq = ?1 AND name = ?2 AND replica IN (0, CASE ?3 WHEN 0 THEN "
                           "(SELECT value FROM device WHERE key = 'replica') ELSE ?3 END)");
    for (const protocol::Settled &one : settled) {
        forget.bind(1, one.sequence);
        forget.bindText(2, one.field);
        forget.bind(3, one.replica);
        forget.run();
    }
}

} // namespace turnus::client
