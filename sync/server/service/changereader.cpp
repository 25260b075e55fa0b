#include "sync/server/service/changereader.h"

#include "sync/protocol/limits.h"
#include "sync/server/service/limits.h"
#include "sync/server/service/values.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/operationstore.h"

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

std::vector<int> columnsOf(const Table &table, quint64 mask)
{
    std::vector<int> columns;
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i) {
        if (mask & (quint64{1} << i))
            columns.push_back(i);
    }
    return columns;
}

QString selectOf(const Table &table, const std::vector<int> &columns)
{
    QString sql = u"SELECT id, channel"_s;
    for (const int column : columns)
        sql += u", "_s + named(table.columns[static_cast<std::size_t>(column)].name);
    return sql + u" FROM "_s + named(table.name) + u" WHERE id IN (?"_s +
           QString(u", ?"_s).repeated(limits::rowsPerStatement - 1) + u")"_s;
}

} // namespace

ChangeReader::ChangeReader(Connection &connection, qint64 replica, AnswerWriter &writer)
    : m_connection(connection), m_replica(replica), m_writer(writer)
{
}

bool ChangeReader::read(const Channel &channel, qint64 cursor)
{
    if (cursor >= channel.head)
        return true;
    const qint64 fullUntil = OperationStore(m_connection).fullUntil(m_replica, channel.id);
    while (cursor < channel.head) {
        if (m_answerWeight >= limits::answerBytes)
            return false;
        std::map<int, RowsOfTable> tables;
        cursor = gather(channel, cursor, fullUntil, tables);
        write(channel, tables);
        flush();
        m_writer.position({channel.id, cursor, {}});
    }
    return true;
}

qint64 ChangeReader::gather(const Channel &channel, qint64 cursor, qint64 fullUntil, std::map<int, RowsOfTable> &into)
{
    Statement change(m_connection,
                     u"SELECT seq, tbl, row_id, op, mask, replica FROM change WHERE channel = ? AND seq > ? ORDER BY "
                     "seq LIMIT ?"_s,
                     channel.id, cursor, limits::changesPerStep);
    while (change.next()) {
        cursor = change.integer(0);
        // A device has its own edits, unless it began this channel from nothing.
        if (change.integer(5) == m_replica && cursor > fullUntil)
            continue;
        Seen &seen = into[static_cast<int>(change.integer(1))][change.integer(2)];
        switch (static_cast<ChangeKind>(change.integer(3))) {
        case ChangeKind::Entered:
            seen.entered = true;
            seen.left = false;
            break;
        case ChangeKind::Updated:
            seen.mask |= static_cast<quint64>(change.integer(4));
            break;
        case ChangeKind::Left:
            seen = {false, true, 0};
            break;
        }
    }
    return cursor;
}

void ChangeReader::write(const Channel &channel, const std::map<int, RowsOfTable> &tables)
{
    // By table number: parents come before children within the step.
    for (const auto &[number, rows] : tables) {
        const Table &table = *findTable(number);
        std::vector<qint64> whole;
        std::map<quint64, std::vector<qint64>> updates;
        Batch gone = Batch::over(BatchKind::Deletions, table, {});
        for (const auto &[id, seen] : rows) {
            if (seen.left) {
                gone.ids.push_back(id);
                gone.channels.push_back(channel.id);
            } else if (seen.entered) {
                whole.push_back(id);
            } else {
                updates[seen.mask].push_back(id);
            }
        }
        writeRows(table, channel.id, allColumns(table), whole, true);
        for (const auto &[mask, ids] : updates)
            writeRows(table, channel.id, mask, ids, false);
        if (gone.rows() > 0)
            add(std::move(gone));
    }
}

void ChangeReader::writeRows(const Table &table, qint64 channel, quint64 mask, const std::vector<qint64> &ids,
                             bool whole)
{
    const std::vector<int> columns = columnsOf(table, mask);
    const QString sql = selectOf(table, columns);
    const auto empty = [&] { return Batch::over(whole ? BatchKind::Rows : BatchKind::Fields, table, columns); };
    Batch batch = empty();
    for (std::size_t from = 0; from < ids.size(); from += limits::rowsPerStatement) {
        QList<Value> parameters;
        for (std::size_t i = 0; i < limits::rowsPerStatement; ++i)
            parameters.append(ids[std::min(from + i, ids.size() - 1)]);
        Statement row(m_connection, sql, parameters);
        while (row.next()) {
            // The log says further on that this row has left the channel.
            if (row.integer(1) != channel)
                continue;
            batch.ids.push_back(row.integer(0));
            if (whole)
                batch.channels.push_back(channel);
            for (std::size_t i = 0; i < columns.size(); ++i)
                append(batch.values[i], row.value(2 + static_cast<int>(i)));
        }
        if (batch.weight() >= protocol::limits::frameTargetBytes)
            add(std::exchange(batch, empty()));
    }
    if (batch.rows() > 0)
        add(std::move(batch));
}

void ChangeReader::add(Batch batch)
{
    const std::size_t weight = batch.weight();
    if (m_frameWeight + weight > protocol::limits::frameTargetBytes)
        flush();
    m_frameWeight += weight;
    m_frame.push_back(std::move(batch));
}

void ChangeReader::flush()
{
    if (m_frame.empty())
        return;
    m_writer.frame(m_frame);
    m_answerWeight += m_frameWeight;
    m_frameWeight = 0;
    m_frame.clear();
}

} // namespace turnus::server
