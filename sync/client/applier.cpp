#include "sync/client/applier.h"

#include "core/support/ids.h"
#include "sync/client/eraser.h"
#include "sync/client/limits.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace turnus::client {

namespace {

/// Rows whose channel is this one have left the device's channels and wait until nothing here needs them.
constexpr qint64 leftChannel = 0;
/// Say that there are such rows, so that looking for them costs nothing otherwise: not looked at yet, or kept for now.
constexpr const char *noteLeft = "INSERT OR REPLACE INTO device (key, value) VALUES ('left_rows', 1)";
constexpr const char *noteKept = "INSERT OR REPLACE INTO device (key, value) VALUES ('left_rows', 2)";
/// SQL that is true for a row of `table` that left together with one of these customers (ids, with commas between).
std::string isOfCustomer(const protocol::Table &table, const std::string &customers)
{
    if (table.name == "customer")
        return "id IN (" + customers + ")";
    const int parent = protocol::columnIndex(table, table.parent);
    if (parent < 0)
        return "false";
    const protocol::Column &column = table.columns[static_cast<std::size_t>(parent)];
    return "ifnull(" + std::string(column.name) + " IN (SELECT id FROM " + std::string(column.refersTo) +
           " WHERE channel = 0 AND " + isOfCustomer(*protocol::findTable(column.refersTo), customers) + "), false)";
}

std::string_view columnName(const protocol::Batch &batch, std::size_t index)
{
    return batch.table->columns[static_cast<std::size_t>(batch.columns[index])].name;
}

/// The rows of a batch by ascending id, as tables and the search's index like them best. Of one row that is named twice
/// the last counts.
std::vector<std::size_t> byId(const protocol::Batch &batch)
{
    std::vector<std::size_t> order(batch.rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return batch.ids[row]; });
    const auto isSame = [&](std::size_t a, std::size_t b) { return batch.ids[a] == batch.ids[b]; };
    order.erase(order.begin(), std::unique(order.rbegin(), order.rend(), isSame).base());
    return order;
}

/// For all rows of "received".
std::string upsertText(const protocol::Batch &batch)
{
    std::string names = "id, channel";
    std::string values = "c0, c1";
    std::string changes = "channel = excluded.channel";
    // What is the same already touches no index, no search and no view.
    const std::string table(batch.table->name);
    std::string differs = table + ".channel <> excluded.channel";
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        const std::string name(columnName(batch, i));
        names.append(", ").append(name);
        values.append(", c").append(std::to_string(i + 2));
        changes.append(", ").append(name).append(" = excluded.").append(name);
        differs.append(" OR ").append(table).append(".").append(name).append(" IS NOT excluded.").append(name);
    }
    return "INSERT INTO " + table + " (" + names + ") SELECT " + values +
           " FROM received WHERE true ON CONFLICT (id) DO UPDATE SET " + changes + " WHERE " + differs;
}

/// For all rows of "received".
std::string updateText(const protocol::Batch &batch)
{
    const std::string table(batch.table->name);
    std::string text = "UPDATE " + table + " SET ";
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        text.append(i == 0 ? "" : ", ").append(columnName(batch, i));
        text.append(" = received.c").append(std::to_string(i + 2));
    }
    return text + " FROM received WHERE " + table + ".id = received.c0";
}

/// Decides the channel of rows that are recorded here.
bool isParent(const protocol::Table &table)
{
    return std::ranges::any_of(protocol::tables(), [&](const protocol::Table &child) {
        const int column = protocol::columnIndex(child, child.parent);
        return column >= 0 && child.fromDevice &&
               child.columns[static_cast<std::size_t>(column)].refersTo == table.name;
    });
}

} // namespace

Applier::Applier(sqlite3 *database)
    : m_database(database), m_received(database), m_recovery(database), m_recovering(m_recovery.isUnderWay())
{
    Sql rows(m_database, "SELECT DISTINCT row FROM outbox");
    while (rows.step())
        m_pending.insert(rows.integer(0));
}

Sql &Applier::cached(const std::string &text)
{
    const auto found = m_statements.find(text);
    return found != m_statements.end() ? found->second
                                       : m_statements.emplace(text, Sql(m_database, text)).first->second;
}

void Applier::apply(const std::vector<protocol::Batch> &batches, const protocol::Position &position)
{
    bool complete = true;
    for (const protocol::Batch &batch : batches) {
        m_applied += batch.rows();
        m_files = m_files || batch.table->name == "brochure" || batch.table->name == "product";
        m_parents = m_parents || (batch.kind == protocol::BatchKind::Rows && isParent(*batch.table));
        switch (batch.kind) {
        case protocol::BatchKind::Rows:
            eraseCustomers(batch);
            upsert(batch);
            break;
        case protocol::BatchKind::Fields:
            update(batch, complete);
            break;
        case protocol::BatchKind::Deletions:
            remove(batch);
            break;
        default:
            break;
        }
    }
    Sql &move = cached("UPDATE channel SET cursor = ?, position = ? WHERE id = ?");
    move.bind(1, complete ? position.cursor : 0);
    move.bindText(2, complete ? std::string_view(position.position) : std::string_view());
    move.bind(3, position.channel);
    move.run();
    if (!complete)
        m_repaired.push_back(position.channel);
}

void Applier::eraseCustomers(const protocol::Batch &batch)
{
    if (batch.table->name != "erasure")
        return;
    const int customer = protocol::columnIndex(*batch.table, "customer");
    for (std::size_t i = 0; i < batch.columns.size(); ++i) {
        for (std::size_t row = 0; batch.columns[i] == customer && row < batch.rows(); ++row)
            Eraser(m_database).erase(batch.values[i].integer(row));
    }
}

void Applier::applySnapshot(const std::vector<protocol::Batch> &batches, const protocol::Position &position)
{
    Place to{std::numeric_limits<int>::max(), std::numeric_limits<qint64>::max()};
    const bool last = position.position.empty();
    if (!last && !batches.empty())
        to = {batches.back().table->number, batches.back().ids.back()};
    dropMissing(position.channel, snapshotPlace(position.channel), to, batches);
    apply(batches, position);
    noteSnapshotPlace(position.channel, last ? std::nullopt : std::optional(to));
}

Applier::Place Applier::snapshotPlace(qint64 channel)
{
    // A channel that is not in the middle of its snapshot begins it.
    Sql &under = cached("SELECT 1 FROM channel WHERE id = ? AND cursor = 0 AND position <> ''");
    under.bind(1, channel);
    const bool isUnderWay = under.step();
    under.reset();
    if (!isUnderWay)
        return {};
    Place place;
    Sql &read = cached("SELECT (SELECT value FROM device WHERE key = 'snapshot_table_' || ?1), "
                       "(SELECT value FROM device WHERE key = 'snapshot_row_' || ?1)");
    read.bind(1, channel);
    if (read.step())
        place = {static_cast<int>(read.integer(0)), read.integer(1)};
    read.reset();
    return place;
}

void Applier::noteSnapshotPlace(qint64 channel, const std::optional<Place> &place)
{
    if (!place) {
        Sql &forget = cached("DELETE FROM device WHERE key IN ('snapshot_table_' || ?1, 'snapshot_row_' || ?1)");
        forget.bind(1, channel);
        forget.run();
        return;
    }
    Sql &note = cached("INSERT OR REPLACE INTO device (key, value) VALUES ('snapshot_table_' || ?1, ?2), "
                       "('snapshot_row_' || ?1, ?3)");
    note.bind(1, channel);
    note.bind(2, qint64{place->table});
    note.bind(3, place->row);
    note.run();
}

bool Applier::isUnsent(qint64 row)
{
    Sql &made = cached("SELECT 1 FROM outbox WHERE row = ? AND kind = 1");
    made.bind(1, row);
    const bool found = made.step();
    made.reset();
    return found;
}

void Applier::dropMissing(qint64 channel, const Place &from, const Place &to,
                          const std::vector<protocol::Batch> &batches)
{
    for (const protocol::Table &table : protocol::tables()) {
        if (table.number < from.table || table.number > to.table)
            continue;
        Sql &here = cached("SELECT id FROM " + std::string(table.name) + " WHERE id > ? AND id <= ? AND channel = ?");
        here.bind(1, table.number == from.table ? from.row : 0);
        here.bind(2, table.number == to.table ? to.row : std::numeric_limits<qint64>::max());
        here.bind(3, channel);
        std::unordered_set<qint64> gone;
        while (here.step())
            gone.insert(here.integer(0));
        here.reset();
        if (gone.empty())
            continue;
        for (const protocol::Batch &batch : batches) {
            if (batch.table != &table)
                continue;
            for (const qint64 id : batch.ids)
                gone.erase(id);
        }
        protocol::Batch deletions = protocol::Batch::over(protocol::BatchKind::Deletions, table, {});
        for (const qint64 id : gone) {
            if (isPending(id) && isUnsent(id))
                continue;
            if (m_recovering && m_recovery.setAside(table, id))
                continue; // the log's tail may bring it yet
            deletions.ids.push_back(id);
            deletions.channels.push_back(channel);
        }
        remove(deletions);
    }
}

void Applier::emptyUnbegunChannels()
{
    std::vector<qint64> unbegun;
    Sql read(m_database, "SELECT id FROM channel WHERE cursor = 0 AND position = ''");
    while (read.step())
        unbegun.push_back(read.integer(0));
    read.reset();
    for (const qint64 channel : unbegun)
        applySnapshot({}, {channel, 0, {}});
}

void Applier::upsert(const protocol::Batch &batch)
{
    std::vector<std::size_t> rows = byId(batch);
    std::erase_if(rows, [&](std::size_t row) { return isPending(batch.ids[row]) && setUncovered(batch, row); });
    m_received.show(batch, std::move(rows));
    cached(upsertText(batch)).run();
}

void Applier::update(const protocol::Batch &batch, bool &complete)
{
    if (batch.columns.empty())
        return;
    std::vector<std::size_t> rows = byId(batch);
    std::erase_if(rows, [&](std::size_t row) {
        if (!isPending(batch.ids[row]))
            return false;
        complete = setUncovered(batch, row) && complete;
        return true;
    });
    const std::size_t expected = rows.size();
    m_received.show(batch, std::move(rows));
    complete = static_cast<std::size_t>(cached(updateText(batch)).run()) == expected && complete;
}

std::unordered_set<std::string> Applier::pendingFields(qint64 row)
{
    std::unordered_set<std::string> names;
    Sql &read = cached("SELECT f.name FROM outbox o JOIN outbox_field f ON f.seq = o.seq WHERE o.row = ?");
    read.bind(1, row);
    while (read.step())
        names.emplace(read.bytes(0));
    read.reset();
    return names;
}

void Applier::hold(const protocol::Batch &batch, std::size_t column, std::size_t row)
{
    Sql &statement = cached("INSERT INTO held_value (row, name, tbl, value) VALUES (?, ?, ?, ?) "
                            "ON CONFLICT (row, name) DO UPDATE SET value = excluded.value");
    statement.bind(1, batch.ids[row]);
    statement.bindText(2, columnName(batch, column));
    statement.bindText(3, batch.table->name);
    statement.bind(4, batch.values[column], row);
    statement.run();
}

bool Applier::setUncovered(const protocol::Batch &batch, std::size_t row)
{
    const std::string table(batch.table->name);
    Sql &exists = cached("SELECT 1 FROM " + table + " WHERE id = ?");
    exists.bind(1, batch.ids[row]);
    const bool found = exists.step();
    exists.reset();
    if (!found)
        return false;
    const auto covered = pendingFields(batch.ids[row]);
    for (std::size_t i = 0; i < batch.values.size(); ++i) {
        const std::string name(columnName(batch, i));
        if (covered.contains(name)) {
            hold(batch, i, row);
            continue;
        }
        Sql &set = cached(setText(table, name));
        set.bind(1, batch.values[i], row);
        set.bind(2, batch.ids[row]);
        set.run();
    }
    if (batch.kind == protocol::BatchKind::Rows) {
        Sql &move = cached("UPDATE " + table + " SET channel = ? WHERE id = ?");
        move.bind(1, batch.channels[row]);
        move.bind(2, batch.ids[row]);
        move.run();
    }
    return true;
}

void Applier::remove(const protocol::Batch &batch)
{
    const std::string table(batch.table->name);
    Sql &leave = cached("UPDATE " + table + " SET channel = 0 WHERE id = ? AND channel = ?");
    Sql &forget = cached("DELETE FROM conflict WHERE row = ?");
    for (std::size_t row = 0; row < batch.rows(); ++row) {
        leave.bind(1, batch.ids[row]);
        leave.bind(2, batch.channels[row]);
        if (leave.run() == 0)
            continue;
        markLeft();
        if (isPending(batch.ids[row]))
            continue;
        forget.bind(1, batch.ids[row]);
        forget.run();
    }
}

void Applier::addChannels(const std::vector<protocol::ChannelInfo> &channels)
{
    for (const protocol::ChannelInfo &channel : channels) {
        Sql &statement = cached("INSERT INTO channel (id, kind, subject_id, name) VALUES (?, ?, ?, ?) ON CONFLICT (id) "
                                "DO UPDATE SET kind = excluded.kind, subject_id = excluded.subject_id, "
                                "name = excluded.name");
        statement.bind(1, channel.id);
        statement.bind(2, static_cast<qint64>(channel.kind));
        statement.bind(3, channel.subject);
        statement.bindText(4, channel.name);
        statement.run();
    }
}

void Applier::removeChannels(const std::vector<qint64> &channels)
{
    for (const qint64 channel : channels) {
        for (const protocol::Table &table : protocol::tables()) {
            const std::string name(table.name);
            for (const std::string &text :
                 {"DELETE FROM conflict WHERE row IN (SELECT id FROM " + name + " WHERE channel = ?)",
                  "UPDATE " + name + " SET channel = 0 WHERE channel = ?"}) {
                Sql statement(m_database, text);
                statement.bind(1, channel);
                statement.run();
            }
        }
        markLeft();
        Sql &forget = cached("DELETE FROM channel WHERE id = ?");
        forget.bind(1, channel);
        forget.run();
    }
}

void Applier::markLeft()
{
    if (!m_left)
        execute(m_database, noteLeft);
    m_left = true;
}

bool Applier::mustSweep(sqlite3 *database)
{
    return Sql(database, "SELECT 1 FROM device WHERE key = 'left_rows' AND value = 1").step();
}

bool Applier::hasLeftRows()
{
    m_left = m_left || Sql(m_database, "SELECT 1 FROM device WHERE key = 'left_rows'").step();
    return m_left;
}

/// Those whom the person is visiting, or of whose visit a photo is on its way, whoever took it: nobody else has it.
std::string Applier::customersAtWork(Instant now)
{
    Sql read(m_database, "SELECT DISTINCT v.customer_id FROM visit v WHERE v.channel = ?1 AND ((v.technician_id = "
                         "(SELECT value FROM device WHERE key = 'staff_id') AND v.status = 'under_way' AND "
                         "v.started >= ?2) OR EXISTS (SELECT 1 FROM attachment a JOIN content_file f ON f.sha256 = "
                         "a.sha256 WHERE a.visit_id = v.id AND f.present = 1 AND f.held = 0 AND f.refused IS NULL))");
    read.bind(1, leftChannel);
    read.bind(2, toInteger(now - limits::movedCustomerKept));
    std::string ids;
    while (read.step())
        ids.append(ids.empty() ? "" : ", ").append(std::to_string(read.integer(0)));
    return ids;
}

void Applier::sweep(Instant now)
{
    if (!hasLeftRows())
        return;
    m_left = false;
    Eraser(m_database).noteCustomers();
    const std::string customers = customersAtWork(now);
    for (const protocol::Table &table : protocol::tables()) {
        const std::string name(table.name);
        const std::string gone =
            "channel = ? AND id NOT IN (SELECT row FROM outbox) AND NOT " + isOfCustomer(table, customers);
        std::string conflicts("DELETE FROM conflict WHERE row IN (SELECT id FROM ");
        conflicts.append(name).append(" WHERE ").append(gone).append(")");
        std::string rows("DELETE FROM ");
        rows.append(name).append(" WHERE ").append(gone);
        if (table.name == "attachment" || table.name == "signature") {
            std::string files("INSERT OR IGNORE INTO erased_file SELECT ");
            files.append(table.name == "attachment" ? "sha256" : "report_sha256").append(" FROM ").append(name);
            Sql note(m_database, files.append(" WHERE ").append(gone));
            note.bind(1, leftChannel);
            note.run();
        }
        for (const std::string &text : {conflicts, rows}) {
            Sql drop(m_database, text);
            drop.bind(1, leftChannel);
            drop.run();
        }
        Sql rest(m_database, "SELECT 1 FROM " + name + " WHERE channel = ? LIMIT 1");
        rest.bind(1, leftChannel);
        m_left = rest.step() || m_left;
    }
    Eraser(m_database).forgetFiles();
    execute(m_database, m_left ? noteKept : "DELETE FROM device WHERE key = 'left_rows'");
}

void Applier::followParents()
{
    const std::vector<qint64> replicas = m_recovery.ownReplicas();
    for (const protocol::Table &table : protocol::tables()) {
        const int parent = protocol::columnIndex(table, table.parent);
        if (parent < 0 || !table.fromDevice)
            continue;
        const protocol::Column &column = table.columns[static_cast<std::size_t>(parent)];
        Sql follow(m_database, "UPDATE " + std::string(table.name) + " AS row SET channel = up.channel FROM " +
                                   std::string(column.refersTo) + " AS up WHERE up.id = row." +
                                   std::string(column.name) +
                                   " AND row.channel <> up.channel AND row.id BETWEEN ?1 AND ?2");
        for (const qint64 replica : replicas) {
            follow.bind(1, idRangeStart(replica));
            follow.bind(2, idRangeStart(replica + 1) - 1);
            follow.run();
        }
    }
}

void Applier::noteFiles()
{
    if (!m_files)
        return;
    execute(m_database, "INSERT INTO content_file (sha256, size) SELECT sha256, max(size) FROM brochure WHERE true "
                        "GROUP BY sha256 ON CONFLICT (sha256) DO UPDATE SET size = excluded.size WHERE present = 0;"
                        "INSERT OR IGNORE INTO content_file (sha256, size) "
                        "SELECT image_sha256, 0 FROM product WHERE image_sha256 IS NOT NULL");
}

} // namespace turnus::client
