#include "sync/server/service/conflicts.h"

#include "sync/server/service/values.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/sessionstore.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

/// The column that takes what a person keeps beside the record's value; -1 for none.
int noteColumn(const Table &table)
{
    return std::max(columnIndex(table, "note"), columnIndex(table, "access_note"));
}

} // namespace

void Conflicts::open(const ConflictRow &conflict, const Table &table, const Row &record)
{
    const int customer = columnIndex(table, "customer_id");
    const Value owner = customer < 0 ? Value(record.id) : record.values.at(customer);
    const Row shown{m_operations.add(conflict),
                    record.channel,
                    {owner, named(table.name), record.id, conflict.column, wordsOf(conflict.mine), conflict.mineBy,
                     toInteger(conflict.mineAt), wordsOf(conflict.theirs),
                     conflict.theirsBy ? Value(conflict.theirsBy) : Value(), toInteger(conflict.theirsAt),
                     conflict.replica, conflict.seq}};
    m_rows.insert(*findTable("open_conflict"), shown);
}

void Conflicts::supersede(const Place &place, const std::optional<Value> &mine)
{
    for (const ConflictRow &conflict : m_operations.openConflicts(place.table, place.row)) {
        if (conflict.replica == place.replica && conflict.column == place.column && (!mine || conflict.mine == *mine))
            close(conflict, u"superseded"_s);
    }
}

/// A database that was set back or has changed hands meanwhile speaks by another number of the same account.
std::optional<OperationStore::Settlement> Conflicts::find(const Settled &settled)
{
    const Principal &principal = m_access.principal();
    const qint64 replica = settled.replica == 0 ? principal.replica : settled.replica;
    if (replica != principal.replica && SessionStore(m_connection).ownerOfReplica(replica) != principal.login)
        return {};
    return m_operations.conflict(replica, settled.sequence, QString::fromStdString(settled.field));
}

void Conflicts::hear(const Settled &settled)
{
    const auto known = find(settled);
    if (known && known->by != 0 && known->by != m_access.principal().staff.value)
        m_late.insert({known->conflict.row, known->conflict.column}, known->conflict.mine);
}

bool Conflicts::isLate(qint64 row, std::string_view column, const Value &value) const
{
    if (m_late.isEmpty())
        return false;
    const auto late = m_late.constFind({row, named(column)});
    return late != m_late.cend() && *late == value;
}

void Conflicts::close(const ConflictRow &conflict, const QString &choice)
{
    m_operations.settle(conflict.id, choice, m_access.principal().staff.value, m_log.now());
    m_rows.remove(*findTable("open_conflict"), conflict.id);
}

void Conflicts::settle(const Settled &settled)
{
    const auto known = find(settled);
    if (!known || known->by != 0)
        return;
    const Table &table = *findTable(known->conflict.table);
    const auto record = m_rows.find(table, known->conflict.row);
    const int column = columnIndex(table, settled.field);
    const bool mine = record && column >= 0 && record->values.at(column) == known->conflict.mine;
    close(known->conflict, mine ? u"mine"_s : u"theirs"_s);
}

Status Conflicts::addToNote(const Table &table, Row &record, const QString &addition)
{
    const int note = noteColumn(table);
    if (note < 0 || addition.isEmpty())
        return fail(Domain::Input, u"no-note", named(table.name));
    const QString before = textOf(record.values.at(note));
    record.values[note] = before.isEmpty() ? addition : before + u'\n' + addition;
    TURNUS_TRY(checkValue(table, table.columns[static_cast<std::size_t>(note)], record.values.at(note)));
    m_rows.update(table, record, quint64{1} << note, {0, m_access.principal().staff.value});
    return {};
}

void Conflicts::showAgain()
{
    const auto changed = std::exchange(m_changed, std::nullopt);
    const Table *table = changed ? findTable(changed->table) : nullptr;
    const auto record = table ? m_rows.find(*table, changed->row) : std::nullopt;
    const int column = record ? columnIndex(*table, changed->column.toStdString()) : -1;
    if (column >= 0)
        m_rows.refreshConflicts(*table, *record, quint64{1} << column);
}

Status Conflicts::choose(const Row &choice, const Write &write)
{
    const Table &choices = *findTable("conflict_choice");
    const auto value = [&](std::string_view column) { return choice.values.at(columnIndex(choices, column)); };
    const qint64 conflict = integerOf(value("conflict"));
    auto known = m_operations.conflict(conflict);
    const Table *table = known ? findTable(known->conflict.table) : nullptr;
    if (table) {
        m_rows.lock(*table, known->conflict.row);
        known = m_operations.conflict(conflict); // somebody may have settled it until then
    }
    auto record = table ? m_rows.find(*table, known->conflict.row) : std::nullopt;
    // One of another territory is told like one that is not there.
    if (!record || record->channel != choice.channel)
        return fail(Domain::Input, u"conflict-missing", QString::number(conflict));
    if (known->by != 0) {
        return fail(Domain::Input, u"settled",
                    textOf(one(m_connection, u"SELECT name FROM staff WHERE id = ?"_s, known->by)));
    }
    const QString chosen = textOf(value("choice"));
    close(known->conflict, chosen);
    if (chosen == "both"_L1)
        return addToNote(*table, *record, textOf(value("addition")));
    const int column = columnIndex(*table, known->conflict.column.toStdString());
    const Value &now = record->values.at(column);
    if (chosen != "mine"_L1 || now == known->conflict.mine)
        return {};
    if (const Value seen = value("addition"); !isNull(seen) && textOf(seen) != textOf(wordsOf(now))) {
        m_changed = known->conflict;
        return fail(Domain::Input, u"changed", known->conflict.column);
    }
    Row after = *record;
    after.values[column] = known->conflict.mine;
    // The server's own, so that the supervisor's device hears of it too.
    return write(*table, *record, after, quint64{1} << column, {0, m_access.principal().staff.value});
}

} // namespace turnus::server
