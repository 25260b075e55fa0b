#include "tests/simulation/oracle.h"

#include "core/storage/devicestate.h"
#include "sync/client/recovery.h"
#include "sync/client/sql.h"
#include "sync/server/service/values.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace turnus::simulation {

using protocol::Table;

namespace {

constexpr int refusedStatus = 4;

QString wordsOf(const protocol::Value &value)
{
    return server::toTagged(server::fromWire(value));
}

QString describe(const Edit &edit)
{
    const QString table = server::named(edit.table->name);
    if (edit.isInsert)
        return u"#%1 (device %2 inserts %3)"_s.arg(edit.number).arg(edit.device).arg(table);
    return u"#%1 (device %2 sets %3.%4 from %5 to %6)"_s.arg(edit.number)
        .arg(edit.device)
        .arg(table, QString::fromStdString(edit.column), wordsOf(edit.old), wordsOf(edit.now));
}

} // namespace

StoredTables tablesOf(server::Connection &connection)
{
    StoredTables tables;
    const Status read = connection.read([&]() -> Status {
        for (const Table &table : protocol::tables()) {
            QString sql = u"SELECT id, channel"_s;
            for (const protocol::Column &column : table.columns)
                sql += u", "_s + server::named(column.name);
            server::Statement row(connection, sql + u" FROM "_s + server::named(table.name));
            while (row.next()) {
                StoredRow &stored = tables[table.number][row.integer(0)];
                stored.channel = row.integer(1);
                for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
                    stored.values.push_back(server::toWire(row.value(i + 2)));
            }
        }
        return {};
    });
    if (!read)
        qFatal("%s", qPrintable(read.error().toString()));
    return tables;
}

StoredTables tablesOf(storage::Connection &connection)
{
    StoredTables tables;
    for (const Table &table : protocol::tables()) {
        std::string sql = "SELECT id, channel";
        for (const protocol::Column &column : table.columns)
            sql.append(", ").append(column.name);
        client::Sql row(connection.handle(), sql + " FROM " + std::string(table.name));
        while (row.step()) {
            StoredRow &stored = tables[table.number][row.integer(0)];
            stored.channel = row.integer(1);
            for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
                stored.values.push_back(row.value(i + 2));
        }
    }
    return tables;
}

Oracle::Oracle(SimulatedServer &server, const Journal &journal, bool restored)
    : m_server(server), m_journal(journal), m_restored(restored), m_tables(tablesOf(server.connection()))
{
    readServer();
    for (const Edit &edit : m_journal.edits) {
        if (!edit.isInsert)
            m_updates.emplace(std::pair(edit.row, edit.column), &edit);
    }
}

void Oracle::readServer()
{
    for (const Table &table : protocol::tables()) {
        const int marker = protocol::columnIndex(table, markerColumn(table));
        if (marker < 0)
            continue;
        for (const auto &[id, row] : m_tables[table.number]) {
            if (const int edit = numberIn(row.values[static_cast<std::size_t>(marker)]); edit && id >> idCounterBits)
                m_rowOf[{table.number, edit}].push_back(id);
        }
    }
    const Status read = m_server.connection().read([&]() -> Status {
        server::Statement outcome(m_server.connection(), u"SELECT tbl, status, payload FROM outcome"_s);
        while (outcome.next())
            m_listed.emplace(static_cast<int>(outcome.integer(0)),
                             Listed{static_cast<int>(outcome.integer(1)), outcome.text(2) + u'\n'});
        server::Statement conflict(m_server.connection(), u"SELECT row_id, column_name, mine, theirs FROM conflict"_s);
        while (conflict.next())
            m_conflicts.emplace(conflict.integer(0), std::array{conflict.text(1), conflict.text(2), conflict.text(3)});
        return {};
    });
    if (!read)
        say(read.error().toString());
}

void Oracle::server()
{
    const Status read = m_server.connection().read([&]() -> Status {
        server::Connection &database = m_server.connection();
        server::Statement broken(database, u"PRAGMA foreign_key_check"_s);
        while (broken.next())
            say(u"server: %1 %2 points at nothing"_s.arg(broken.text(0)).arg(broken.integer(1)));
        server::Statement channel(database, u"SELECT c.id, c.head, count(l.seq), ifnull(min(l.seq), 1), "
                                            "ifnull(max(l.seq), 0) FROM channel c LEFT JOIN change l ON l.channel = "
                                            "c.id GROUP BY c.id"_s);
        while (channel.next()) {
            if (channel.integer(1) != channel.integer(2) || channel.integer(3) != 1 ||
                channel.integer(4) != channel.integer(1))
                say(u"server: the log of channel %1 has gaps"_s.arg(channel.integer(0)));
        }
        const server::Value sound = server::one(database, u"PRAGMA integrity_check"_s);
        if (server::textOf(sound) != "ok"_L1)
            say(u"server: "_s + server::textOf(sound));
        return {};
    });
    if (!read)
        say(read.error().toString());
    for (const Table &table : protocol::tables()) {
        const int parent =
            table.channel == protocol::ChannelKind::Territory ? protocol::columnIndex(table, table.parent) : -1;
        for (const auto &[id, row] : m_tables[table.number]) {
            if (parent < 0)
                continue;
            const Table &up = *protocol::findTable(table.columns[static_cast<std::size_t>(parent)].refersTo);
            const auto *above = std::get_if<qint64>(&row.values[static_cast<std::size_t>(parent)]);
            if (above && m_tables[up.number].contains(*above) && m_tables[up.number][*above].channel != row.channel)
                say(u"server: %1 %2 is in another channel than its parent"_s.arg(server::named(table.name)).arg(id));
        }
    }
}

void Oracle::agreement(SimulatedDevice &device)
{
    std::vector<qint64> channels;
    const auto principal = m_server.principalOf(device.session);
    if (!principal)
        return say(device.name() + u": "_s + principal.error().toString());
    const Status read = m_server.connection().read([&]() -> Status {
        const auto access = server::Authorisation::of(m_server.connection(), *principal);
        for (const server::Channel &channel : access.channels())
            channels.push_back(channel.id);
        return {};
    });
    if (!read)
        return say(read.error().toString());
    std::ranges::sort(channels);
    sqlite3 *database = device.connection().handle();
    std::vector<qint64> held;
    client::Sql channel(database, "SELECT id FROM channel ORDER BY id");
    while (channel.step())
        held.push_back(channel.integer(0));
    if (held != channels)
        say(device.name() + u" has other channels than the server gives it"_s);
    const StoredTables tables = tablesOf(device.connection());
    for (const Table &table : protocol::tables())
        compareTable(device, table, tables, channels);
    client::Sql waiting(database, "SELECT seq, tbl FROM outbox WHERE state <> 2");
    while (waiting.step())
        say(u"%1: operation %2 on %3 is never receipted"_s.arg(device.name())
                .arg(waiting.integer(0))
                .arg(QString::fromStdString(std::string(waiting.bytes(1)))));
    client::Sql broken(database, "SELECT \"table\", rowid FROM pragma_foreign_key_check WHERE rowid NOT IN "
                                 "(SELECT row FROM outbox)");
    while (broken.step())
        say(u"%1: %2 %3 points at nothing"_s.arg(device.name(), QString::fromStdString(std::string(broken.bytes(0))))
                .arg(broken.integer(1)));
    client::Sql left(database, "SELECT row, name FROM held_value WHERE (row, name) NOT IN (SELECT o.row, f.name FROM "
                               "outbox o JOIN outbox_field f ON f.seq = o.seq)");
    while (left.step())
        say(u"%1: a held value of %2 is left behind"_s.arg(device.name()).arg(left.integer(0)));
}

/// A device that is told of less than was confirmed to it mends that by itself, as after a restore, and notes so.
void Oracle::promises(SimulatedDevice &device)
{
    if (storage::DeviceState(device.connection()).integer(client::Recovery::noticed))
        say(u"%1 knew of more than the server"_s.arg(device.name()));
}

void Oracle::conflicts(SimulatedDevice &device)
{
    using Place = std::pair<qint64, std::string>;
    std::set<Place> here;
    std::set<Place> open;
    client::Sql shown(device.connection().handle(), "SELECT row, name FROM conflict WHERE settled = 0");
    while (shown.step())
        here.emplace(shown.integer(0), shown.bytes(1));
    const auto principal = m_server.principalOf(device.session);
    const Status read = m_server.connection().read([&]() -> Status {
        server::Statement conflict(
            m_server.connection(),
            u"SELECT row_id, column_name FROM conflict WHERE replica = ? AND settled_at IS NULL"_s,
            principal ? principal->replica : 0);
        while (conflict.next())
            open.emplace(conflict.integer(0), conflict.text(1).toStdString());
        return {};
    });
    if (!read)
        return say(read.error().toString());
    const auto wordsFor = [](const std::set<Place> &places) {
        QStringList words;
        for (const auto &[row, field] : places)
            words.append(u"%1.%2"_s.arg(row).arg(QString::fromStdString(field)));
        return words.join(u' ');
    };
    if (here != open)
        say(u"%1 shows the conflicts [%2], the server keeps open for it [%3]"_s.arg(device.name(), wordsFor(here),
                                                                                    wordsFor(open)));
}

bool Oracle::isAtWork(SimulatedDevice &device, const Table &table, qint64 id, const StoredTables &tables)
{
    if (table.name == "customer") {
        client::Sql visit(device.connection().handle(),
                          "SELECT 1 FROM visit WHERE customer_id = ? AND status = 'under_way' AND technician_id = "
                          "(SELECT value FROM device WHERE key = 'staff_id')");
        visit.bind(1, id);
        return visit.step();
    }
    const auto rows = tables.find(table.number);
    const int parent = protocol::columnIndex(table, table.parent);
    if (parent < 0 || rows == tables.end() || !rows->second.contains(id))
        return false;
    const auto column = static_cast<std::size_t>(parent);
    const auto *above = std::get_if<qint64>(&rows->second.at(id).values[column]);
    return above && isAtWork(device, *protocol::findTable(table.columns[column].refersTo), *above, tables);
}

void Oracle::compareTable(SimulatedDevice &device, const Table &table, const StoredTables &tables,
                          const std::vector<qint64> &channels)
{
    const auto stored = tables.find(table.number);
    const StoredRows rows = stored == tables.end() ? StoredRows() : stored->second;
    std::map<qint64, std::vector<std::string>> covered; // rows with refused operations, and their fields
    client::Sql refused(device.connection().handle(),
                        "SELECT o.row, f.name FROM outbox o LEFT JOIN outbox_field f ON f.seq = o.seq WHERE o.tbl = ?");
    refused.bindText(1, table.name);
    while (refused.step())
        covered[refused.integer(0)].emplace_back(refused.bytes(1));
    const auto where = [&](qint64 id) { return u"%1: %2 %3"_s.arg(device.name(), server::named(table.name)).arg(id); };
    for (const auto &[id, row] : m_tables[table.number]) {
        if (!std::ranges::binary_search(channels, row.channel))
            continue;
        const auto mine = rows.find(id);
        if (mine == rows.end()) {
            say(where(id) + u" is missing"_s);
            continue;
        }
        if (mine->second.channel != row.channel)
            say(where(id) + u" is in another channel"_s);
        for (std::size_t i = 0; i < row.values.size(); ++i) {
            const std::string name(table.columns[i].name);
            if (mine->second.values[i] == row.values[i] ||
                (covered.contains(id) && std::ranges::find(covered[id], name) != covered[id].end()))
                continue;
            say(where(id) + u"."_s + QString::fromStdString(name) +
                u" is %1, the server has %2"_s.arg(wordsOf(mine->second.values[i]), wordsOf(row.values[i])));
        }
    }
    for (const auto &[id, row] : rows) {
        const auto theirs = m_tables[table.number].find(id);
        if (covered.contains(id))
            continue;
        // What left with a customer at work is told nothing any more, also not that it was removed.
        const bool kept = row.channel == 0 && isAtWork(device, table, id, tables);
        if (theirs == m_tables[table.number].end()) {
            if (!kept || table.fromDevice)
                say(where(id) + u" is on the device only"_s);
        } else if (!kept && !std::ranges::binary_search(channels, theirs->second.channel)) {
            say(where(id) + u" belongs to a foreign channel"_s);
        }
    }
}

void Oracle::edits(const std::vector<std::unique_ptr<SimulatedDevice>> &devices)
{
    for (const auto &device : devices) {
        client::Sql field(device->connection().handle(), "SELECT f.name, f.new FROM outbox o JOIN outbox_field f ON "
                                                         "f.seq = o.seq WHERE o.state = 2");
        while (field.step())
            m_quarantined[device->index].emplace_back(std::string(field.bytes(0)), field.value(1));
        for (const Table &table : protocol::tables()) {
            if (protocol::columnIndex(table, markerColumn(table)) < 0)
                continue;
            client::Sql row(device->connection().handle(),
                            std::string("SELECT ") + markerColumn(table) + " FROM " + std::string(table.name) +
                                " WHERE id IN (SELECT row FROM outbox WHERE state = 2 AND kind = 1)");
            while (row.step())
                m_quarantinedInserts[device->index].push_back(numberIn(row.value(0)));
        }
    }
    for (const Edit &edit : m_journal.edits) {
        if (m_journal.erased.contains(edit.customer))
            continue;
        if (edit.isInsert)
            inserted(edit);
        else if (edit.certain)
            updated(edit);
    }
}

bool Oracle::isListed(int table, const QString &field) const
{
    const auto [first, last] = m_listed.equal_range(table);
    return std::any_of(first, last, [&](const auto &entry) { return entry.second.payload.contains(field); });
}

void Oracle::inserted(const Edit &edit)
{
    const auto found = m_rowOf.find({edit.table->number, edit.number});
    const std::size_t count = found == m_rowOf.end() ? 0 : found->second.size();
    if (count > 1)
        return say(u"%1 is there %2 times"_s.arg(describe(edit)).arg(count));
    if (count == 0) {
        const auto &kept = m_quarantinedInserts[edit.device];
        const QString field = u'\n' + QLatin1StringView(markerColumn(*edit.table)) + u'=' +
                              wordsOf(markerOf(*edit.table, edit.number)) + u'\n';
        if (edit.certain && std::ranges::find(kept, edit.number) == kept.end() && !isListed(edit.table->number, field))
            say(describe(edit) + u" is lost"_s);
        return;
    }
    if (edit.table->kind != protocol::RowKind::Fact)
        return;
    const StoredRow &row = m_tables.at(edit.table->number).at(found->second.front());
    for (const auto &[name, value] : edit.values) {
        const auto column = static_cast<std::size_t>(protocol::columnIndex(*edit.table, name));
        if (edit.table->columns[column].type != protocol::ColumnType::Id && row.values[column] != value)
            say(u"%1: %2 has become %3"_s.arg(describe(edit), QString::fromStdString(name),
                                              wordsOf(row.values[column])));
    }
}

bool Oracle::isInConflict(const Edit &edit, qint64 row) const
{
    const auto [first, last] = m_conflicts.equal_range(row);
    return std::any_of(first, last, [&](const auto &entry) {
        const auto &[column, mine, theirs] = entry.second;
        return column.toStdString() == edit.column && (mine == wordsOf(edit.now) || theirs == wordsOf(edit.now));
    });
}

/// An edit is accounted for when its value stands, when somebody who had seen it put another one in its place, or when
/// it is listed with both values: as a conflict, as decided by the field's policy, or as refused.
void Oracle::updated(const Edit &edit)
{
    qint64 id = edit.row.id;
    if (edit.row.maker) {
        const auto made = m_rowOf.find({edit.table->number, edit.row.maker});
        if (made == m_rowOf.end())
            return; // the row itself was refused or had never to be there; that is looked at by its own edit
        id = made->second.front();
    }
    const auto column = static_cast<std::size_t>(protocol::columnIndex(*edit.table, edit.column));
    const auto row = m_tables[edit.table->number].find(id);
    if (row == m_tables[edit.table->number].end())
        return say(describe(edit) + u": its row is gone"_s);
    if ((edit.table->name == "appointment" && edit.column == "status") ||
        (edit.table->name == "complaint" && edit.column == "settled"))
        return; // the latest device wins, whatever it has seen
    if (row->second.values[column] == edit.now || isInConflict(edit, id))
        return;
    const auto [first, last] = m_updates.equal_range({edit.row, edit.column});
    if (std::any_of(first, last,
                    [&](const auto &entry) { return entry.second != &edit && entry.second->old == edit.now; }))
        return;
    // The conflict that the first of two edits met had been superseded by the second, and went with the server.
    if (m_restored && std::any_of(first, last, [&](const auto &entry) {
            return entry.second->device == edit.device && entry.second->number > edit.number && entry.second->certain;
        }))
        return;
    const auto &kept = m_quarantined[edit.device];
    if (std::ranges::find(kept, std::pair(edit.column, edit.now)) != kept.end())
        return;
    const QString field = u'\n' + QString::fromStdString(edit.column) + u'=' + wordsOf(edit.now);
    if (!isListed(edit.table->number, field + u'\n') && !isListed(edit.table->number, field + u" was "_s))
        say(u"%1 is lost: the server has %2"_s.arg(describe(edit), wordsOf(row->second.values[column])));
}

} // namespace turnus::simulation
