#include "sync/client/completeness.h"

namespace turnus::client {

namespace {

using protocol::ColumnData;

void addValue(protocol::RowHash &hash, const protocol::Column &column, const protocol::Value &value)
{
    if (std::holds_alternative<std::monostate>(value))
        hash.addNull();
    else if (const auto *integer = std::get_if<qint64>(&value); integer && column.type == protocol::ColumnType::Real)
        hash.addReal(static_cast<double>(*integer));
    else if (integer)
        hash.addInteger(*integer);
    else if (const auto *real = std::get_if<double>(&value))
        hash.addReal(*real);
    else if (const auto *text = std::get_if<std::string>(&value))
        hash.addBytes(*text);
    else
        hash.addBytes(std::get<protocol::Blob>(value).bytes);
}

} // namespace

void addCell(protocol::RowHash &hash, const protocol::Column &column, const Sql &row, int index)
{
    if (row.isNull(index)) {
        hash.addNull();
        return;
    }
    switch (ColumnData::storageOf(column.type)) {
    case ColumnData::Storage::Integers:
        hash.addInteger(row.integer(index));
        break;
    case ColumnData::Storage::Reals:
        hash.addReal(row.real(index));
        break;
    case ColumnData::Storage::Bytes:
        hash.addBytes(row.bytes(index));
        break;
    }
}

Completeness::Covered Completeness::covered()
{
    Covered covered;
    // The oldest edit of a field knows the server's value, unless that has changed since.
    Sql edits(m_database, "SELECT o.row, o.kind, f.name, f.old FROM outbox o LEFT JOIN outbox_field f ON f.seq = o.seq "
                          "ORDER BY o.seq");
    while (edits.step()) {
        auto &fields = covered.try_emplace(edits.integer(0), std::map<std::string, protocol::Value>()).first->second;
        if (edits.integer(1) == 1)
            fields.reset();
        else if (fields && !edits.isNull(2))
            fields->try_emplace(std::string(edits.bytes(2)), edits.value(3));
    }
    Sql held(m_database, "SELECT row, name, value FROM held_value");
    while (held.step()) {
        const auto row = covered.find(held.integer(0));
        if (row != covered.end() && row->second)
            (*row->second)[std::string(held.bytes(1))] = held.value(2);
    }
    return covered;
}

void Completeness::add(const protocol::Table &table, const Covered &covered, std::map<qint64, protocol::RowSum> &into)
{
    std::string text = "SELECT id, channel";
    for (const protocol::Column &column : table.columns)
        text.append(", ").append(column.name);
    Sql row(m_database, text.append(" FROM ").append(table.name));
    protocol::RowHash hash;
    while (row.step()) {
        const qint64 id = row.integer(0);
        const auto edited = covered.empty() ? covered.end() : covered.find(id);
        if (edited != covered.end() && !edited->second)
            continue;
        hash.begin(table, id);
        int index = 2;
        for (const protocol::Column &column : table.columns) {
            if (edited != covered.end()) {
                const auto server = edited->second->find(std::string(column.name));
                if (server != edited->second->end()) {
                    addValue(hash, column, server->second);
                    ++index;
                    continue;
                }
            }
            addCell(hash, column, row, index++);
        }
        into[row.integer(1)].add(hash.value());
    }
}

std::map<qint64, protocol::RowSum> Completeness::sums()
{
    std::map<qint64, protocol::RowSum> sums;
    const Covered edits = covered();
    for (const protocol::Table &table : protocol::tables())
        add(table, edits, sums);
    return sums;
}

std::vector<protocol::ChannelSum> Completeness::differences(const std::vector<protocol::ChannelSum> &server)
{
    std::map<qint64, qint64> cursors;
    Sql channel(m_database, "SELECT id, cursor FROM channel WHERE position = ''");
    while (channel.step())
        cursors[channel.integer(0)] = channel.integer(1);
    std::map<qint64, protocol::RowSum> here = sums();
    std::vector<protocol::ChannelSum> differing;
    for (const protocol::ChannelSum &theirs : server) {
        const auto cursor = cursors.find(theirs.channel);
        if (cursor == cursors.end() || cursor->second != theirs.cursor)
            continue;
        const protocol::RowSum &mine = here[theirs.channel];
        if (mine != protocol::RowSum{theirs.rows, static_cast<quint64>(theirs.sum)})
            differing.push_back({theirs.channel, theirs.cursor, mine.rows, static_cast<qint64>(mine.sum)});
    }
    return differing;
}

} // namespace turnus::client
