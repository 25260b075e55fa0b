#include "sync/client/recovery.h"

#include "core/storage/devicestate.h"
#include "core/support/ids.h"
#include "sync/client/makers.h"
#include "sync/client/outbox.h"
#include "sync/client/sql.h"

#include <QStringList>
#include <algorithm>

namespace turnus::client {

namespace {

/// Channels are coming anew.
constexpr std::string_view underWay = "set_back";
/// The last restored backup that this device has dealt with.
constexpr std::string_view generationKey = "generation";
/// The highest operation that the server knows: receipts above it are void.
constexpr std::string_view highestKey = "set_back_highest";
/// See Recovery::sendable.
constexpr std::string_view sendableKey = "set_back_sendable";
/// Which receipts are void: ?1 the server's highest, ?2 the last number given out before this replica number, ?3 when
/// the server's newest change was made.
constexpr std::string_view voidReceipts = "seq > ?1 AND (seq > ?2 OR confirmed > ?3)";
/// Marks operations of the recovery until they get their numbers.
constexpr std::string_view isMarked = "state = 0 AND reason = 'set-back'";

qint64 replicaOf(qint64 row)
{
    return row >> idCounterBits;
}

/// All of them, before anything is written to the table that they are read from.
std::vector<qint64> idsOf(Sql &rows)
{
    std::vector<qint64> ids;
    while (rows.step())
        ids.push_back(rows.integer(0));
    rows.reset();
    return ids;
}

std::string text(std::initializer_list<std::string_view> parts)
{
    std::string all;
    for (const std::string_view part : parts)
        all.append(part);
    return all;
}

} // namespace

qint64 Recovery::noted(std::string_view key)
{
    Sql read(m_database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, key);
    return read.step() ? read.integer(0) : 0;
}

void Recovery::note(std::string_view key, qint64 value)
{
    Sql keep(m_database, "INSERT OR REPLACE INTO device (key, value) VALUES (?, ?)");
    keep.bindText(1, key);
    keep.bind(2, value);
    keep.run();
}

void Recovery::bindVoid(Sql &receipts)
{
    receipts.bind(1, noted(highestKey));
    receipts.bind(2, noted(storage::DeviceState::replicaSince));
    receipts.bind(3, noted(restoredTo));
}

bool Recovery::isUnderWay()
{
    return noted(underWay) != 0;
}

qint64 Recovery::sendable()
{
    return isUnderWay() ? noted(sendableKey) : Outbox::all;
}

bool Recovery::offerAll()
{
    if (!isUnderWay())
        return false;
    const bool offers = noted(sendableKey) != Outbox::all && Outbox(m_database).hasUnsettled();
    note(sendableKey, offers ? Outbox::all : 0);
    return offers;
}

qint64 Recovery::generation()
{
    return noted(generationKey);
}

std::vector<qint64> Recovery::ownReplicas()
{
    std::vector<qint64> numbers{noted(storage::DeviceState::replica)};
    Sql read(m_database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, storage::DeviceState::formerReplicas);
    if (!read.step())
        return numbers;
    const std::string_view former = read.bytes(0);
    const QString words = QString::fromUtf8(former.data(), static_cast<qsizetype>(former.size()));
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        numbers.push_back(word.toLongLong());
    return numbers;
}

bool Recovery::isOwn(qint64 row)
{
    if (m_replicas.empty())
        m_replicas = ownReplicas();
    return std::ranges::find(m_replicas, replicaOf(row)) != m_replicas.end();
}

void Recovery::begin(const protocol::SetBack &setBack, qint64 now)
{
    if (setBack.generation != 0) {
        if (noted(generationKey) == setBack.generation)
            return;
        note(generationKey, setBack.generation);
    }
    const qint64 highest = isUnderWay() ? std::min(noted(highestKey), setBack.highest) : setBack.highest;
    note(underWay, 1);
    note(highestKey, highest);
    note(sendableKey, highest);
    note(restoredTo, setBack.at);
    note(noticed, now);
    note(storage::DeviceState::receipted, std::min(noted(storage::DeviceState::receipted), setBack.highest));
    // The restored channels come from their start; what was held about the way there is void.
    execute(m_database, "UPDATE channel SET cursor = 0, position = '';"
                        "DELETE FROM device WHERE key GLOB 'snapshot_*' OR key IN ('differed', 'set_back_records');"
                        "UPDATE content_file SET held = 0 WHERE held = 1");
    queueConfirmedEdits();
}

/// Of records that the server has, it may lack edits that it had confirmed. Their fields are queued as they are here;
/// meetHeldValues drops those that the server has, too.
void Recovery::queueConfirmedEdits()
{
    for (const protocol::Table &table : protocol::tables()) {
        if (table.kind != protocol::RowKind::Shared)
            continue;
        Sql edited(m_database,
                   text({"SELECT DISTINCT row FROM receipt WHERE tbl = ?4 AND ", voidReceipts,
                         " AND EXISTS (SELECT 1 FROM ", table.name, " WHERE id = row) AND NOT EXISTS (SELECT 1 FROM ",
                         "outbox o WHERE o.row = receipt.row AND (o.kind = 1 OR o.reason = 'set-back'))"}));
        bindVoid(edited);
        edited.bindText(4, table.name);
        queueEdits(table, idsOf(edited));
    }
}

void Recovery::queueEdits(const protocol::Table &table, const std::vector<qint64> &rows)
{
    Sql queue(m_database, "INSERT INTO outbox (at, kind, tbl, row, state, reason) SELECT max(recorded), 2, ?1, ?2, 0, "
                          "'set-back' FROM receipt WHERE row = ?2 RETURNING seq");
    for (const qint64 row : rows) {
        queue.bindText(1, table.name);
        queue.bind(2, row);
        const qint64 sequence = queue.step() ? queue.integer(0) : 0;
        queue.reset();
        for (const protocol::Column &column : table.columns) {
            if (column.merge == protocol::Merge::ServerWins || protocol::isFixed(table, column))
                continue;
            queueField(table, column, row, sequence);
        }
    }
}

/// What it was before is not known any more: the field's policy decides between this and the server's. Of an open
/// conflict, what was said here is the person's own value, not the one that the record shows. An edit that waits says
/// more, and what it was before.
void Recovery::queueField(const protocol::Table &table, const protocol::Column &column, qint64 row, qint64 sequence)
{
    const std::string value = text({"CASE WHEN c.id IS NULL THEN t.", column.name, " ELSE c.mine END"});
    Sql field(
        m_database,
        text({"INSERT INTO outbox_field (seq, name, old, new) SELECT ?1, ?3, ", value, ", ", value, " FROM ",
              table.name, " t LEFT JOIN conflict c ON c.row = t.id AND c.name = ?3 AND c.settled = 0 WHERE t.id = ",
              "?2 AND NOT EXISTS (SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE ",
              "o.row = t.id AND o.state < 2 AND f.name = ?3)"}));
    field.bind(1, sequence);
    field.bind(2, row);
    field.bindText(3, column.name);
    field.run();
}

bool Recovery::setAside(const protocol::Table &table, qint64 row)
{
    if (!table.fromDevice || !isOwn(row))
        return false;
    Sql mark(m_database, text({"UPDATE ", table.name, " SET channel = -channel WHERE id = ? AND channel > 0"}));
    mark.bind(1, row);
    mark.run();
    return true;
}

void Recovery::sendAgain(const protocol::Table &table, qint64 row)
{
    if (!isOwn(row))
        return;
    // The insert carries the row as it is now.
    for (const std::string_view statement :
         {"DELETE FROM outbox_field WHERE seq IN (SELECT seq FROM outbox WHERE row = ? AND kind = 2 AND state < 2)",
          "DELETE FROM outbox WHERE row = ? AND kind = 2 AND state < 2", "DELETE FROM held_value WHERE row = ?"}) {
        Sql drop(m_database, statement);
        drop.bind(1, row);
        drop.run();
    }
    if (table.name == "referral") { // how far sales came is lost, and not the device's to say
        Sql begin(m_database, "UPDATE referral SET stage = 'new', amount_cents = NULL WHERE id = ?");
        begin.bind(1, row);
        begin.run();
    }
    Sql queue(m_database, "INSERT INTO outbox (at, kind, tbl, row, state, reason) VALUES (coalesce((SELECT "
                          "min(recorded) FROM receipt WHERE row = ?2), ?3), 1, ?1, ?2, 0, 'set-back')");
    queue.bindText(1, table.name);
    queue.bind(2, row);
    queue.bind(3, noted(noticed));
    queue.run();
}

/// All channels are here: what is still aside, the server lacks. Rows recorded meanwhile below one that is aside are
/// waiting already.
void Recovery::sendMissingRows()
{
    for (const protocol::Table &table : protocol::tables()) {
        if (!table.fromDevice)
            continue;
        Sql aside(m_database, text({"SELECT id FROM ", table.name, " t WHERE channel < 0 AND NOT EXISTS ",
                                    "(SELECT 1 FROM outbox o WHERE o.row = t.id AND o.kind = 1)"}));
        for (const qint64 row : idsOf(aside))
            sendAgain(table, row);
        execute(m_database,
                text({"UPDATE ", table.name, " SET channel = coalesce((SELECT c.id FROM channel c WHERE c.id = -",
                      table.name, ".channel), 0) WHERE channel < 0"}));
    }
}

/// What had left the channels while work on it went on came in no snapshot; of what the server had confirmed of it
/// since the backup, only this device knows.
void Recovery::sendLeftRows()
{
    for (const protocol::Table &table : protocol::tables()) {
        if (!table.fromDevice)
            continue;
        Sql left(m_database, text({"SELECT DISTINCT row FROM receipt JOIN ", table.name,
                                   " t ON t.id = row WHERE t.channel = 0 AND tbl = ?4 AND ", voidReceipts,
                                   " AND row NOT IN (SELECT o.row FROM outbox o WHERE o.kind = 1)"}));
        bindVoid(left);
        left.bindText(4, table.name);
        for (const qint64 row : idsOf(left))
            sendAgain(table, row);
    }
}

int Recovery::finish()
{
    sendMissingRows();
    sendLeftRows();
    meetHeldValues();
    dropLostReferences();
    reopenConflicts();
    Makers(m_database).leaveToOthers();
    Sql count(m_database, text({"SELECT count(DISTINCT row) FROM outbox WHERE ", isMarked}));
    const int again = count.step() ? static_cast<int>(count.integer(0)) : 0;
    count.reset();
    giveNumbers();
    Sql forget(m_database, text({"DELETE FROM receipt WHERE ", voidReceipts}));
    bindVoid(forget);
    forget.run();
    note(records, again);
    execute(m_database, "DELETE FROM device WHERE key IN ('set_back', 'set_back_highest', 'set_back_sendable')");
    return again;
}

/// The server's values have come and lie behind the queued edits. What it has, too, is not sent; of records made here,
/// this device's value is the newer one; else the server decides by the field's policy. Of a colleague's record that
/// the server lacks no value came: the edit waits until his handheld has brought it (retryRefused).
void Recovery::meetHeldValues()
{
    const std::string marked = text({"SELECT seq FROM outbox WHERE kind = 2 AND ", isMarked});
    execute(m_database, text({"DELETE FROM outbox_field WHERE seq IN (", marked,
                              ") AND EXISTS (SELECT 1 FROM outbox o JOIN held_value h ON h.row = o.row WHERE o.seq = ",
                              "outbox_field.seq AND h.name = outbox_field.name AND h.value IS outbox_field.new)"}));
    Sql edits(m_database, text({"SELECT seq, row FROM outbox WHERE kind = 2 AND ", isMarked}));
    Sql meet(m_database, "UPDATE outbox_field SET old = (SELECT value FROM held_value h WHERE h.row = ?2 AND h.name = "
                         "outbox_field.name) WHERE seq = ?1");
    while (edits.step()) {
        if (!isOwn(edits.integer(1)))
            continue;
        meet.bind(1, edits.integer(0));
        meet.bind(2, edits.integer(1));
        meet.run();
    }
    edits.reset();
    execute(m_database,
            text({"DELETE FROM held_value WHERE row IN (SELECT row FROM outbox WHERE kind = 2 AND ", isMarked,
                  ") AND NOT EXISTS (SELECT 1 FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE o.row = ",
                  "held_value.row AND f.name = held_value.name);", "DELETE FROM outbox WHERE kind = 2 AND ", isMarked,
                  " AND NOT EXISTS (SELECT 1 FROM outbox_field f WHERE f.seq = outbox.seq)"}));
}

/// What the server itself had made since the backup will not come again under the same id; what it was about is worth
/// more than the reference.
void Recovery::dropLostReferences()
{
    for (const protocol::Table &table : protocol::tables()) {
        for (const protocol::Column &column : table.columns) {
            if (!table.fromDevice || !column.nullable || column.refersTo.empty())
                continue;
            Sql drop(
                m_database,
                text({"UPDATE ", table.name, " SET ", column.name, " = NULL WHERE ", column.name,
                      " < ?2 AND id IN (SELECT row FROM outbox WHERE kind = 1 AND state < 2 AND tbl = ?1) AND NOT ",
                      "EXISTS (SELECT 1 FROM ", column.refersTo, " up WHERE up.id = ", table.name, ".", column.name,
                      ")"}));
            drop.bindText(1, table.name);
            drop.bind(2, idRangeStart(1));
            drop.run();
        }
    }
}

/// What was chosen since the backup is lost with it: the server keeps the conflict open again, and whom it asks is the
/// person who met it. A newer edit of the field takes its place by itself.
void Recovery::reopenConflicts()
{
    Sql open(m_database, "SELECT id, tbl, field FROM open_conflict o WHERE EXISTS (SELECT 1 FROM device d WHERE d.key "
                         "IN ('replica', 'former_replicas') AND instr(' ' || d.value || ' ', ' ' || o.replica || ' ') "
                         "> 0) AND NOT EXISTS (SELECT 1 FROM conflict c WHERE c.row = o.row_id AND c.name = o.field) "
                         "AND NOT EXISTS (SELECT 1 FROM outbox b JOIN outbox_field f ON f.seq = b.seq "
                         "WHERE b.row = o.row_id AND b.state < 2 AND f.name = o.field) ORDER BY id");
    while (open.step()) {
        const protocol::Table *table = protocol::findTable(open.bytes(1));
        const int column = table ? protocol::columnIndex(*table, open.bytes(2)) : -1;
        if (column < 0)
            continue;
        const protocol::ColumnType type = table->columns[static_cast<std::size_t>(column)].type;
        const std::string_view kind = type == protocol::ColumnType::Text   ? "TEXT"
                                      : type == protocol::ColumnType::Real ? "REAL"
                                                                           : "INTEGER";
        Sql ask(m_database,
                text({"INSERT OR REPLACE INTO conflict (tbl, row, name, mine, mine_at, theirs, theirs_at, theirs_by, ",
                      "seq, replica) SELECT tbl, row_id, field, CAST(mine AS ", kind, "), mine_at, CAST(theirs AS ",
                      kind, "), theirs_at, ifnull((SELECT name FROM staff WHERE id = theirs_by), ''), seq, replica ",
                      "FROM open_conflict WHERE id = ?"}));
        ask.bind(1, open.integer(0));
        ask.run();
    }
}

/// Lost rows first, parents before children; then edits of what the server has; then what was waiting.
void Recovery::giveNumbers()
{
    std::vector<Outbox::Renewal> operations;
    Sql read(m_database, "SELECT seq, kind, tbl, row, reason IS 'set-back' FROM outbox WHERE state < 2 ORDER BY seq");
    while (read.step()) {
        const protocol::Table *table = protocol::findTable(read.bytes(2));
        const bool isAgain = read.integer(4) != 0;
        const int part = !isAgain ? 2 : read.integer(1) == 1 ? 0 : 1;
        operations.push_back({part, part == 0 && table ? table->number : 0, read.integer(0)});
    }
    read.reset();
    Outbox(m_database).renew(std::move(operations));
}

bool Recovery::refersToWhatIsHere(const protocol::Table &table, qint64 row)
{
    return std::ranges::all_of(table.columns, [&](const protocol::Column &column) {
        if (column.refersTo.empty())
            return true;
        Sql missing(m_database, text({"SELECT 1 FROM ", table.name, " t WHERE id = ? AND t.", column.name,
                                      " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ", column.refersTo,
                                      " up WHERE up.id = t.", column.name, " AND up.id NOT IN (SELECT o.row FROM ",
                                      "outbox o WHERE o.kind = 1 AND o.state = 2))"}));
        missing.bind(1, row);
        return !missing.step();
    });
}

bool Recovery::isInAChannel(const protocol::Table &table, qint64 row)
{
    Sql there(m_database, text({"SELECT 1 FROM ", table.name, " WHERE id = ? AND channel > 0"}));
    there.bind(1, row);
    return there.step();
}

bool Recovery::retryRefused()
{
    if (noted(noticed) == 0)
        return false;
    bool any = false;
    Sql refused(m_database, "SELECT seq, kind, tbl, row FROM outbox WHERE state = 2 AND ((kind = 1 AND reason GLOB "
                            "'reference:*') OR (kind = 2 AND reason GLOB 'row-missing:*')) ORDER BY seq");
    Sql again(m_database, "UPDATE outbox SET state = 0, reason = NULL WHERE seq = ?");
    while (refused.step()) {
        const protocol::Table *table = protocol::findTable(refused.bytes(2));
        const bool here = table && (refused.integer(1) == 1 ? refersToWhatIsHere(*table, refused.integer(3))
                                                            : isInAChannel(*table, refused.integer(3)));
        if (!here)
            continue;
        again.bind(1, refused.integer(0));
        again.run();
        any = true;
    }
    return any;
}

} // namespace turnus::client
