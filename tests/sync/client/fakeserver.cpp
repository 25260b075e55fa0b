#include "tests/sync/client/fakeserver.h"

#include <algorithm>

using namespace turnus::protocol;

namespace turnus::tests {

namespace {

std::string nameOf(const Table &table)
{
    return std::string(table.name);
}

std::string fieldOf(const Batch &batch, std::size_t column)
{
    return std::string(batch.table->columns[static_cast<std::size_t>(batch.columns[column])].name);
}

} // namespace

void FakeServer::log(qint64 channel, Change change)
{
    m_log[channel].push_back(std::move(change));
}

void FakeServer::put(const std::string &table, qint64 id, qint64 channel, std::map<std::string, Value> fields)
{
    auto &rows = tables[table];
    if (const auto old = rows.find(id); old != rows.end() && old->second.channel != channel)
        log(old->second.channel, {table, id, {}, 0});
    rows[id] = {channel, std::move(fields)};
    log(channel, {table, id, {}, 0});
}

void FakeServer::set(const std::string &table, qint64 id, const std::string &field, Value value)
{
    Row &row = tables[table].at(id);
    row.fields[field] = std::move(value);
    log(row.channel, {table, id, field, 0});
}

void FakeServer::remove(const std::string &table, qint64 id)
{
    log(tables[table].at(id).channel, {table, id, {}, 0});
    tables[table].erase(id);
}

const FakeServer::Row *FakeServer::find(const std::string &table, qint64 id) const
{
    const auto rows = tables.find(table);
    if (rows == tables.end())
        return nullptr;
    const auto row = rows->second.find(id);
    return row == rows->second.end() ? nullptr : &row->second;
}

std::size_t FakeServer::count(const std::string &table) const
{
    const auto rows = tables.find(table);
    return rows == tables.end() ? 0 : rows->second.size();
}

bool FakeServer::applyInsert(const Operation &operation)
{
    const Batch &batch = *operation.batch;
    const qint64 id = batch.ids[operation.row];
    Row row;
    for (std::size_t i = 0; i < batch.columns.size(); ++i)
        row.fields[fieldOf(batch, i)] = batch.values[i].value(operation.row);
    if (const Row *there = find(nameOf(*batch.table), id))
        return there->fields == row.fields;
    const std::string parent(batch.table->parent);
    const auto column = static_cast<std::size_t>(columnIndex(*batch.table, parent));
    const Row *owner =
        find(std::string(batch.table->columns[column].refersTo), std::get<qint64>(row.fields.at(parent)));
    if (!owner)
        return false;
    row.channel = owner->channel;
    tables[nameOf(*batch.table)][id] = row;
    log(row.channel, {nameOf(*batch.table), id, {}, replica});
    return true;
}

Receipt FakeServer::applyUpdate(const Operation &operation)
{
    const Batch &batch = *operation.batch;
    const std::string table = nameOf(*batch.table);
    const qint64 id = batch.ids[operation.row];
    Receipt receipt{.sequence = batch.sequences[operation.row], .outcome = Outcome::Applied};
    if (!find(table, id))
        return {.sequence = receipt.sequence, .outcome = Outcome::Refused, .reason = "row-missing: by the test"};
    Row &row = tables[table].at(id);
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const std::string field = fieldOf(batch, i);
        const Value mine = batch.values[i].value(operation.row);
        Value &theirs = row.fields[field];
        const Merge policy = batch.table->columns[static_cast<std::size_t>(batch.columns[i])].merge;
        if (theirs == mine)
            continue;
        if (theirs == batch.olds[i].value(operation.row) || policy == Merge::DeviceWins) {
            theirs = mine;
            log(row.channel, {table, id, field, replica});
            continue;
        }
        const bool ask = policy == Merge::Ask;
        receipt.fields.push_back({field, theirs, 17, "Rolf Vorlage", ask});
        if (ask)
            receipt.outcome = Outcome::Conflict;
        else if (receipt.outcome == Outcome::Applied)
            receipt.outcome = Outcome::Merged;
    }
    return receipt;
}

Receipt FakeServer::apply(const Operation &operation)
{
    const qint64 sequence = operation.batch->sequences[operation.row];
    const bool isUpdate = operation.batch->kind == BatchKind::Updates;
    const bool isThere = find(nameOf(*operation.batch->table), operation.batch->ids[operation.row]) != nullptr;
    if (refuse.contains(operation.batch->ids[operation.row]) && (isThere || !isUpdate))
        return {.sequence = sequence, .outcome = Outcome::Refused, .reason = "not-allowed: by the test"};
    if (isUpdate)
        return applyUpdate(operation);
    if (applyInsert(operation))
        return {.sequence = sequence, .outcome = Outcome::Applied};
    return {.sequence = sequence, .outcome = Outcome::Refused, .reason = "other-content"};
}

void FakeServer::adopt(const SyncRequest &request, AnswerControl &control)
{
    for (const Batch &batch : request.operations) {
        for (std::size_t row = 0; row < batch.rows(); ++row) {
            const Row *there = find(nameOf(*batch.table), batch.ids[row]);
            if (batch.kind == BatchKind::Inserts && there && applyInsert({&batch, row}))
                control.applied.push_back({batch.sequences[row], batch.sequences[row]});
        }
    }
    replica = nextReplica++;
    highest = 0;
    control.replica = replica;
}

void FakeServer::receive(const SyncRequest &request, AnswerControl &control)
{
    std::map<qint64, Operation> inOrder;
    for (const Batch &batch : request.operations) {
        for (std::size_t row = 0; row < batch.rows(); ++row)
            inOrder.insert({batch.sequences[row], {&batch, row}});
    }
    lastOperations = inOrder.size();
    for (const auto &[sequence, operation] : inOrder) {
        const auto [receipt, isNew] = m_receipts.try_emplace({replica, sequence});
        if (isNew)
            receipt->second = apply(operation);
        highest = std::max(highest, sequence);
        if (receipt->second.outcome == Outcome::Applied)
            control.applied.push_back({sequence, sequence});
        else
            control.receipts.push_back(receipt->second);
    }
    highest = std::max(highest, request.lastSequence);
}

Batch FakeServer::batchOf(BatchKind kind, const std::string &table, std::vector<int> columns) const
{
    const Table &description = *findTable(table);
    return kind == BatchKind::Rows ? Batch::over(kind, description)
                                   : Batch::over(kind, description, std::move(columns));
}

void FakeServer::addRow(Batch &batch, qint64 id, const Row &row) const
{
    batch.ids.push_back(id);
    if (batch.hasChannels())
        batch.channels.push_back(row.channel);
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const auto value = row.fields.find(fieldOf(batch, i));
        if (!batch.values[i].add(value == row.fields.end() ? Value{} : value->second))
            qFatal("%s of %s has the wrong kind", fieldOf(batch, i).c_str(), nameOf(*batch.table).c_str());
    }
}

/// The snapshot of a channel; a position is "table:id", the last row that was sent.
bool FakeServer::sendWhole(const Cursor &cursor, AnswerWriter &writer, std::size_t &budget)
{
    const std::size_t colon = cursor.position.find(':');
    const int fromTable = colon == std::string::npos ? 0 : std::stoi(cursor.position.substr(0, colon));
    const qint64 fromRow = colon == std::string::npos ? 0 : std::stoll(cursor.position.substr(colon + 1));
    for (const Table &table : protocol::tables()) {
        if (table.number < fromTable)
            continue;
        Batch batch = batchOf(BatchKind::Rows, nameOf(table), {});
        for (const auto &[id, row] : tables[nameOf(table)]) {
            if (row.channel != cursor.channel || (table.number == fromTable && id <= fromRow))
                continue;
            addRow(batch, id, row);
            if (batch.rows() < rowsPerFrame && batch.rows() < budget)
                continue;
            budget -= batch.rows();
            writer.frame({&batch, 1});
            writer.position({cursor.channel, 0, std::to_string(table.number) + ':' + std::to_string(id)});
            batch = batchOf(BatchKind::Rows, nameOf(table), {});
            if (budget == 0)
                return true;
        }
        if (batch.rows() > 0) {
            budget -= std::min(budget, batch.rows());
            writer.frame({&batch, 1});
        }
    }
    if (m_log[cursor.channel].empty())
        log(cursor.channel, {}); // so that a cursor of 0 always means the snapshot
    writer.position({cursor.channel, static_cast<qint64>(m_log[cursor.channel].size()), {}});
    return false;
}

bool FakeServer::send(const Cursor &cursor, AnswerWriter &writer, std::size_t &budget)
{
    if (cursor.cursor == 0)
        return sendWhole(cursor, writer, budget);
    const auto &changes = m_log[cursor.channel];
    std::vector<Batch> batches;
    for (auto i = static_cast<std::size_t>(cursor.cursor); i < changes.size(); ++i) {
        const Change &change = changes[i];
        if (change.origin == replica || change.table.empty())
            continue;
        const Row *row = find(change.table, change.row);
        if (!row || row->channel != cursor.channel) {
            batches.push_back(batchOf(BatchKind::Deletions, change.table, {}));
            batches.back().ids.push_back(change.row);
            batches.back().channels.push_back(cursor.channel);
        } else {
            const bool whole = change.field.empty();
            batches.push_back(batchOf(whole ? BatchKind::Rows : BatchKind::Fields, change.table,
                                      {columnIndex(*findTable(change.table), change.field)}));
            addRow(batches.back(), change.row, *row);
        }
    }
    if (!batches.empty())
        writer.frame(batches);
    if (static_cast<std::size_t>(cursor.cursor) < changes.size())
        writer.position({cursor.channel, static_cast<qint64>(changes.size()), {}});
    return false;
}

std::string FakeServer::answer(const std::string &body)
{
    ++requests;
    saidNothing = false;
    const auto request = decodeRequest(body);
    if (!request)
        return {};
    AnswerControl control{.serverTime = 1'791'187'200'000 + requests};
    AnswerWriter writer;
    if (request->replica != replica || request->lastSequence < highest) {
        adopt(*request, control);
        writer.control(control);
        writer.end({.more = true});
        return writer.take();
    }
    receive(*request, control);
    settledSeen.insert(settledSeen.end(), request->settled.begin(), request->settled.end());
    std::map<qint64, Cursor> cursors;
    for (const Cursor &cursor : request->cursors) {
        if (subscribed.contains(cursor.channel))
            cursors[cursor.channel] = cursor;
        else
            control.removed.push_back(cursor.channel);
    }
    for (const auto &[id, channel] : subscribed) {
        if (cursors.try_emplace(id, Cursor{id, 0, {}}).second)
            control.channels.push_back(channel);
    }
    writer.control(control);
    std::size_t budget = mostPerAnswer;
    bool more = false;
    const std::string head = writer.take();
    for (const auto &[id, cursor] : cursors)
        more = more || send(cursor, writer, budget);
    const std::string changes = writer.take();
    saidNothing = changes.empty() && !more && control == AnswerControl{.serverTime = control.serverTime};
    writer.end({.more = more});
    return head + changes + writer.take();
}

} // namespace turnus::tests
