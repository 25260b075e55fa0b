#include "sync/server/service/operationapplier.h"

#include "sync/server/service/events.h"
#include "sync/server/service/values.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/sessionstore.h"

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

Value oldOf(const Operation &operation, std::size_t column)
{
    return fromWire(operation.batch->olds[column].value(operation.index));
}

Value newOf(const Operation &operation, std::size_t column)
{
    return fromWire(operation.batch->values[column].value(operation.index));
}

quint64 bitOf(int column)
{
    return quint64{1} << column;
}

/// What the operation says, one field a line, for people who settle a refused one.
QString payloadOf(const Operation &operation)
{
    QStringList lines{operation.isInsert() ? u"insert"_s : u"update"_s};
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
        const Column &column = operation.table().columns[static_cast<std::size_t>(operation.batch->columns[i])];
        QString line = named(column.name) + u'=' + toTagged(newOf(operation, i));
        if (!operation.isInsert())
            line += u" was "_s + toTagged(oldOf(operation, i));
        lines.append(line);
    }
    return lines.join(u'\n');
}

/// Whether writing a row of it makes the server write others.
bool hasConsequences(const Table &table)
{
    return table.name == "referral" || table.name == "bonus_decision" || table.name == "conflict_choice";
}

} // namespace

OperationApplier::OperationApplier(Connection &connection, ChangeLog &log, const Authorisation &access,
                                   const AppliedSet &before, bool careful)
    : m_connection(connection), m_log(log), m_access(access), m_careful(careful), m_rows(connection, log),
      m_rules(m_rows), m_operations(connection), m_bonus(connection, log), m_conflicts(connection, log, access),
      m_before(before), m_applied(before)
{
}

Author OperationApplier::author() const
{
    return {m_access.principal().replica, m_access.principal().staff.value};
}

std::optional<Receipt> OperationApplier::apply(const Operation &operation)
{
    const qint64 replica = m_access.principal().replica;
    std::optional<Outcome> outcome;
    if (m_applied.contains(operation.sequence)) {
        outcome = m_operations.outcome(replica, operation.sequence);
        // A refused one is tried again: its cause may have gone.
        if (!outcome || outcome->status != OutcomeStatus::Refused)
            return outcome ? earlier(operation, *outcome) : std::nullopt;
    }
    if (!canWait(operation) && !isInWaitingRow(operation))
        writeWaiting();
    const qsizetype mark = m_log.mark();
    Result<std::optional<Receipt>> done;
    // What has consequences may be refused after its row was written.
    if (m_careful || hasConsequences(operation.table())) {
        const Status kept = m_connection.nested([&]() -> Status {
            done = attempt(operation);
            return done ? Status() : tl::unexpected(done.error());
        });
        if (!kept)
            done = tl::unexpected(kept.error());
    } else {
        done = attempt(operation);
    }
    if (!done) {
        m_log.rewind(mark);
        m_conflicts.showAgain();
        if (auto erased = refuseErased(operation))
            return erased;
        return quarantine(operation, done.error());
    }
    if (outcome && !*done)
        m_operations.dropOutcome(replica, operation.sequence);
    note(operation);
    return *done;
}

std::optional<Receipt> OperationApplier::refuseErased(const Operation &operation)
{
    QList<qint64> concerned{operation.row()};
    for (std::size_t i = 0; operation.isInsert() && i < operation.batch->columns.size(); ++i) {
        const Column &column = operation.table().columns[static_cast<std::size_t>(operation.batch->columns[i])];
        if (column.type == ColumnType::Id)
            concerned.append(integerOf(newOf(operation, i)));
    }
    ErasureStore erasures(m_connection);
    const qint64 customer = erasures.customerOf(concerned);
    if (customer == 0)
        return {};
    erasures.noteRows({operation.row()}, customer); // what else belongs to the row is refused like it
    m_operations.put(m_access.principal().replica,
                     {operation.sequence,
                      OutcomeStatus::Refused,
                      operation.table().number,
                      operation.row(),
                      0,
                      u"erased"_s,
                      {},
                      {},
                      m_access.principal().staff.value},
                     m_log.now());
    note(operation);
    return Receipt{operation.sequence, protocol::Outcome::Refused, "erased", {}};
}

Receipt OperationApplier::quarantine(const Operation &operation, const Error &error)
{
    m_operations.put(m_access.principal().replica,
                     {operation.sequence, OutcomeStatus::Refused, operation.table().number, operation.row(), 0,
                      error.code, error.detail, payloadOf(operation), m_access.principal().staff.value},
                     m_log.now());
    note(operation);
    return {operation.sequence, protocol::Outcome::Refused, (error.code + u": "_s + error.detail).toStdString(), {}};
}

Result<std::optional<Receipt>> OperationApplier::attempt(const Operation &operation)
{
    if (isInWaitingRow(operation))
        return std::optional<Receipt>();
    if (!operation.isInsert())
        return update(operation);
    TURNUS_TRY(insert(operation));
    return std::optional<Receipt>();
}

Result<Row> OperationApplier::rowOf(const Operation &operation)
{
    const Table &table = operation.table();
    Row row{operation.row(), 0, QList<Value>(static_cast<qsizetype>(table.columns.size()))};
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i)
        row.values[operation.batch->columns[i]] = newOf(operation, i);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        TURNUS_TRY(checkValue(table, table.columns[i], row.values.at(static_cast<qsizetype>(i))));
    return row;
}

std::optional<qint64> OperationApplier::channelOfRow(const Table &table, qint64 id)
{
    const auto seen = m_channels.constFind(id);
    if (seen != m_channels.cend())
        return *seen;
    const auto channel = m_rows.channelOf(table, id);
    if (channel)
        m_channels.insert(id, *channel);
    return channel;
}

Result<qint64> OperationApplier::channelFor(const Table &table, const Row &row)
{
    const int parent = columnIndex(table, table.parent);
    if (parent < 0)
        return companyChannel;
    const Table &up = *findTable(table.columns[static_cast<std::size_t>(parent)].refersTo);
    const qint64 id = integerOf(row.values.at(parent));
    const auto channel = channelOfRow(up, id);
    if (!channel)
        return fail(Domain::Input, u"reference", u"%1 %2 is not there"_s.arg(named(up.name)).arg(id));
    return *channel;
}

bool OperationApplier::isErased(qint64 row)
{
    return ErasureStore(m_connection).customerOf({row}) != 0;
}

bool OperationApplier::isOnOwnVisit(const Table &table, const Row &row)
{
    const int column = columnIndex(table, "visit_id");
    if (column < 0 || isNull(row.values.at(column)))
        return false;
    const auto visit = m_rows.find(*findTable("visit"), integerOf(row.values.at(column)));
    return visit && visit->channel == row.channel && m_access.isOwnVisit(*visit) && !isErased(visit->id);
}

Status OperationApplier::checkReferences(const Table &table, const Row &row, quint64 mask)
{
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
        const Column &column = table.columns[static_cast<std::size_t>(i)];
        if (column.type != ColumnType::Id || !(mask & bitOf(i)) || isNull(row.values.at(i)))
            continue;
        const auto channel = channelOfRow(*findTable(column.refersTo), integerOf(row.values.at(i)));
        // A row of a foreign channel is told like one that is not there; those beside an own visit are known.
        if (!channel || (!m_access.mayRead(*channel) && *channel != row.channel)) {
            return fail(Domain::Input, u"reference",
                        u"%1.%2: %3 is not there"_s.arg(named(table.name), named(column.name))
                            .arg(integerOf(row.values.at(i))));
        }
    }
    return {};
}

Status OperationApplier::checkRules(const Table &table, const Row &row, quint64 mask)
{
    const QList<FieldFault> faults = m_rules.check(table, row, mask);
    if (faults.isEmpty())
        return {};
    const FieldFault &fault = faults.constFirst();
    return fail(Domain::Input, fault.code, named(table.name) + u'.' + named(fault.column) + u": "_s + fault.why);
}

Status OperationApplier::insert(const Operation &operation)
{
    const Table &table = operation.table();
    TURNUS_ASSIGN(row, rowOf(operation));
    const bool waits = canWait(operation);
    if (const auto there = m_there.contains(row.id) ? m_rows.find(table, row.id) : std::nullopt) {
        row.channel = there->channel;
        // What this very database made tells it nothing new, wherever it has moved.
        const bool mine = row.id >> idCounterBits == m_access.principal().replica;
        if (there->values == row.values && (mine || m_access.mayRead(there->channel)))
            return {};
        return fail(Domain::Input, u"id-taken", u"%1 %2 holds something else"_s.arg(named(table.name)).arg(row.id));
    }
    if (!isOwnRange(row.id >> idCounterBits))
        return fail(Domain::Input, u"foreign-id", u"%1 is not of this replica's range"_s.arg(row.id));
    TURNUS_ASSIGN(channel, channelFor(table, row));
    row.channel = channel;
    TURNUS_TRY(m_access.mayInsert(table, row, !m_access.mayRead(channel) && isOnOwnVisit(table, row)));
    TURNUS_TRY(checkReferences(table, row, allColumns(table)));
    TURNUS_TRY(checkRules(table, row, allColumns(table)));
    m_there.insert(row.id);
    if (waits) {
        m_waitingAt.insert(row.id, m_waiting[table.number].size());
        m_waiting[table.number].append(row);
    } else {
        m_rows.insert(table, row, author());
        TURNUS_TRY(afterInsert(table, row));
    }
    if (table.name == "visit")
        Events(m_connection, m_log.now()).onVisit(row);
    m_channels.insert(row.id, row.channel);
    m_rules.remember(table, row);
    return {};
}

/// A database that got another number has rows by its former one, which it sends again after a restore.
bool OperationApplier::isOwnRange(qint64 replica)
{
    return replica == m_access.principal().replica ||
           SessionStore(m_connection).ownerOfReplica(replica) == m_access.principal().login;
}

void OperationApplier::lookAhead(const std::vector<Operation> &operations)
{
    std::map<int, QSet<qint64>> made;
    std::map<int, QSet<qint64>> referredTo;
    for (const Operation &operation : operations) {
        if (!operation.isInsert())
            continue;
        made[operation.table().number].insert(operation.row());
        for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
            const Column &column = operation.table().columns[static_cast<std::size_t>(operation.batch->columns[i])];
            if (column.type == ColumnType::Id && !operation.batch->values[i].isNull(operation.index))
                referredTo[findTable(column.refersTo)->number].insert(integerOf(newOf(operation, i)));
        }
    }
    for (const auto &[number, ids] : made) {
        const auto there = m_rows.whereabouts(*findTable(number), ids);
        m_there.unite({there.keyBegin(), there.keyEnd()});
    }
    for (const auto &[number, ids] : referredTo) {
        const Table &table = *findTable(number);
        const auto there = m_rows.whereabouts(table, ids);
        for (auto row = there.cbegin(); row != there.cend(); ++row) {
            m_channels.insert(row.key(), row->channel);
            if (table.channel == ChannelKind::Territory)
                m_lookedUp[number].insert(row.key());
            if (row->customer)
                m_rules.remember(row.key(), *row->customer);
        }
    }
}

bool OperationApplier::canWait(const Operation &operation) const
{
    return operation.isInsert() && !m_careful && !hasConsequences(operation.table()) &&
           !m_there.contains(operation.row());
}

bool OperationApplier::isInWaitingRow(const Operation &operation) const
{
    const auto at = m_waitingAt.constFind(operation.row());
    const auto rows = m_waiting.find(operation.table().number);
    if (operation.isInsert() || at == m_waitingAt.cend() || rows == m_waiting.end())
        return false;
    const Row &row = rows->second.at(*at);
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
        if (newOf(operation, i) != row.values.at(operation.batch->columns[i]))
            return false;
    }
    return true;
}

void OperationApplier::writeWaiting()
{
    m_waitingAt.clear();
    // By table number: parents before children.
    for (const auto &[number, rows] : std::exchange(m_waiting, {}))
        m_rows.insert(*findTable(number), rows, author());
}

Status OperationApplier::afterInsert(const Table &table, const Row &row)
{
    if (table.name == "referral")
        m_bonus.onReferral(row);
    else if (table.name == "bonus_decision")
        return m_bonus.onDecision(row, m_access);
    else if (table.name == "conflict_choice")
        return m_conflicts.choose(row, [this](const Table &changed, const Row &before, const Row &after, quint64 mask,
                                              Author by) { return write(changed, before, after, mask, by); });
    return {};
}

void OperationApplier::note(const Operation &operation)
{
    if (!m_applied.contains(operation.sequence))
        m_new[operation.sequence] = toInteger(operation.at);
    m_applied.add(operation.sequence);
}

OperationApplier::Merged OperationApplier::merge(const Operation &operation, Row &row)
{
    Merged merged;
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
        const int column = operation.batch->columns[i];
        const Value theirs = row.values.at(column);
        const Value mine = newOf(operation, i);
        if (theirs == mine) {
            // Perhaps an edit that met a conflict, edited once more until it agrees.
            m_conflicts.supersede(placeOf(operation, column), oldOf(operation, i));
            continue;
        }
        const Merge policy = operation.table().columns[static_cast<std::size_t>(column)].merge;
        const bool late =
            m_conflicts.isLate(row.id, operation.table().columns[static_cast<std::size_t>(column)].name, mine);
        if (late) {
            merged.kept |= bitOf(column);
        } else if (theirs == oldOf(operation, i) || policy == Merge::DeviceWins) {
            row.values[column] = mine;
            merged.written |= bitOf(column);
        } else {
            merged.kept |= bitOf(column);
            if (policy == Merge::Ask)
                merged.conflicts |= bitOf(column);
        }
    }
    return merged;
}

Status OperationApplier::write(const Table &table, const Row &before, const Row &row, quint64 mask, Author by)
{
    TURNUS_TRY(checkReferences(table, row, mask));
    TURNUS_TRY(checkRules(table, row, mask));
    const int stage = columnIndex(table, "stage");
    if (table.name == "referral" && (mask & bitOf(stage))) {
        const QString to = textOf(row.values.at(stage));
        if (!BonusService::canFollow(textOf(before.values.at(stage)), to))
            return fail(Domain::Input, u"stage", u"referral %1: %2 cannot follow"_s.arg(row.id).arg(to));
        m_rows.update(table, row, mask, by);
        m_bonus.recordStage(row, to, m_access.principal().staff, {});
        m_bonus.onStage(row, to);
        return {};
    }
    m_rows.update(table, row, mask, by);
    if (table.name == "visit" && (mask & bitOf(columnIndex(table, "status"))))
        Events(m_connection, m_log.now()).onVisit(row);
    return {};
}

Result<std::optional<Receipt>> OperationApplier::update(const Operation &operation)
{
    const Table &table = operation.table();
    m_rows.lock(table, operation.row());
    const auto before = m_rows.find(table, operation.row());
    if (!before || (!m_access.mayRead(before->channel) && isErased(before->id)))
        return fail(Domain::Input, u"row-missing", u"%1 %2"_s.arg(named(table.name)).arg(operation.row()));
    quint64 wanted = 0;
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
        const int column = operation.batch->columns[i];
        TURNUS_TRY(checkValue(table, table.columns[static_cast<std::size_t>(column)], newOf(operation, i)));
        if (newOf(operation, i) != before->values.at(column))
            wanted |= bitOf(column);
    }
    TURNUS_TRY(m_access.mayUpdate(table, *before, wanted));
    Row row = *before;
    const Merged merged = merge(operation, row);
    TURNUS_TRY(write(table, *before, row, merged.written, author()));
    if (!merged.kept)
        return std::optional<Receipt>();
    keepConflicts(operation, row, merged.conflicts);
    m_operations.put(m_access.principal().replica,
                     {operation.sequence,
                      merged.conflicts ? OutcomeStatus::Conflict : OutcomeStatus::Merged,
                      table.number,
                      row.id,
                      merged.kept,
                      {},
                      {},
                      payloadOf(operation),
                      m_access.principal().staff.value},
                     m_log.now());
    return std::optional(receipt(operation, row, merged.kept, merged.conflicts));
}

Conflicts::Place OperationApplier::placeOf(const Operation &operation, int column) const
{
    return {m_access.principal().replica, operation.table().number, operation.row(),
            named(operation.table().columns[static_cast<std::size_t>(column)].name)};
}

void OperationApplier::keepConflicts(const Operation &operation, const Row &row, quint64 conflicts)
{
    for (std::size_t i = 0; i < operation.batch->columns.size(); ++i) {
        const int column = operation.batch->columns[i];
        if (!(conflicts & bitOf(column)))
            continue;
        const auto last = m_log.lastEdit(operation.table(), row.id, column);
        // What the device said of the field before, it says no more.
        m_conflicts.supersede(placeOf(operation, column), std::nullopt);
        m_conflicts.open({0, m_access.principal().replica, operation.sequence, operation.table().number, row.id,
                          named(operation.table().columns[static_cast<std::size_t>(column)].name), oldOf(operation, i),
                          newOf(operation, i), m_access.principal().staff.value, operation.at, row.values.at(column),
                          last ? last->author.staff : 0, last ? last->at : Instant{}},
                         operation.table(), row);
    }
}

Receipt OperationApplier::receipt(const Operation &operation, const Row &row, quint64 kept, quint64 conflicts)
{
    Receipt result{operation.sequence, conflicts ? protocol::Outcome::Conflict : protocol::Outcome::Merged, {}, {}};
    for (int i = 0; i < row.values.size(); ++i) {
        if (!(kept & bitOf(i)))
            continue;
        const auto last = m_log.lastEdit(operation.table(), row.id, i);
        result.fields.push_back({std::string(operation.table().columns[static_cast<std::size_t>(i)].name),
                                 toWire(row.values.at(i)), last ? toInteger(last->at) : 0,
                                 last && last->author.staff ? nameOf(last->author.staff).toStdString() : std::string(),
                                 (conflicts & bitOf(i)) != 0});
    }
    return result;
}

std::optional<Receipt> OperationApplier::earlier(const Operation &operation, const Outcome &outcome)
{
    const auto row = m_rows.find(operation.table(), operation.row());
    if (!row || outcome.table != operation.table().number || outcome.row != operation.row())
        return std::nullopt;
    if (!m_access.mayRead(row->channel))
        return std::nullopt; // it has moved away meanwhile: what it holds now is not told
    quint64 conflicts = 0;
    if (outcome.status == OutcomeStatus::Conflict) {
        for (int i = 0; i < row->values.size(); ++i) {
            if (operation.table().columns[static_cast<std::size_t>(i)].merge == Merge::Ask)
                conflicts |= outcome.keptServers & bitOf(i);
        }
    }
    return receipt(operation, *row, outcome.keptServers, conflicts);
}

QString OperationApplier::nameOf(qint64 staff)
{
    return textOf(one(m_connection, u"SELECT name FROM staff WHERE id = ?"_s, staff));
}

void OperationApplier::holdPlaces()
{
    if (m_connection.engine() != Engine::PostgreSql)
        return;
    for (const auto &[number, ids] : m_lookedUp) {
        const auto there = m_rows.whereabouts(*findTable(number), ids, RowStore::Hold::UntilCommit);
        for (const qint64 id : ids) {
            if (there.value(id).channel != m_channels.value(id))
                throw SqlError{u"retry"_s, u"%1 %2 has moved"_s.arg(named(findTable(number)->name)).arg(id)};
        }
    }
}

void OperationApplier::finish()
{
    writeWaiting();
    holdPlaces();
    if (m_applied == m_before)
        return;
    m_operations.store(m_access.principal().replica, m_applied);
    m_operations.addRecorded(m_access.principal().replica, m_new);
}

} // namespace turnus::server
