#include "sync/server/service/changereader.h"

#include "sync/server/service/values.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/operationstore.h"
#include "sync/server/store/snapshotstore.h"

#include <algorithm>
#include <array>
#include <limits>

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

/// Where a device is inside a snapshot, and the log's cursor at which that was made. On the wire "seq:table:row".
struct SnapshotPlace
{
    qint64 seq = 0;
    RowPlace after;
};

std::string textOf(const SnapshotPlace &place)
{
    return u"%1:%2:%3"_s.arg(place.seq).arg(place.after.table).arg(place.after.row).toStdString();
}

/// Nothing when the text is none, or from before the server was restored from a backup.
std::optional<SnapshotPlace> placeFrom(const std::string &text, qint64 head)
{
    const QStringList parts = QString::fromStdString(text).split(u':');
    std::array<qint64, 3> numbers{};
    if (parts.size() != static_cast<qsizetype>(numbers.size()))
        return {};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        bool isNumber = false;
        numbers[i] = parts.at(static_cast<qsizetype>(i)).toLongLong(&isNumber);
        if (!isNumber || numbers[i] < 0)
            return {};
    }
    if (numbers[0] < 1 || numbers[0] > head || numbers[1] > std::numeric_limits<int>::max())
        return {};
    return SnapshotPlace{numbers[0], {static_cast<int>(numbers[1]), numbers[2]}};
}

QString channelOf(const Table &table)
{
    return u"SELECT channel FROM "_s + named(table.name) + u" WHERE id = ?"_s;
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

ChangeReader::ChangeReader(Connection &connection, const Authorisation &access, AnswerWriter &writer,
                           const Pieces &pieces)
    : m_connection(connection), m_access(access), m_writer(writer), m_pieces(pieces)
{
}

bool ChangeReader::read(const Channel &channel, const Cursor &from)
{
    qint64 cursor = from.cursor;
    if (cursor >= channel.head)
        return true;
    if (cursor == 0) {
        const std::optional<qint64> end = readSnapshot(channel, from.position);
        if (!end)
            return false;
        cursor = *end;
    }
    const qint64 fullUntil = OperationStore(m_connection).fullUntil(m_access.principal().replica, channel.id);
    while (cursor < channel.head) {
        if (m_answerWeight >= m_pieces.answerBytes)
            return false;
        std::map<int, RowsOfTable> tables;
        const bool afterSnapshot = cursor <= fullUntil;
        cursor = gather(channel, cursor, fullUntil, tables);
        write(channel, tables, afterSnapshot);
        flush();
        m_writer.position({channel.id, cursor, {}});
    }
    return true;
}

void ChangeReader::addLoad(const Channel &channel, const Cursor &from, SnapshotLoad &load)
{
    SnapshotStore store(m_connection);
    const RowPlace after = placeFrom(from.position, channel.head).value_or(SnapshotPlace()).after;
    const FrameLoad all = store.load(channel.id, {});
    const FrameLoad left = store.load(channel.id, after);
    load.rows += all.rows;
    load.bytes += all.bytes;
    load.rowsThere += all.rows - left.rows;
    load.bytesThere += all.bytes - left.bytes;
}

std::optional<qint64> ChangeReader::readSnapshot(const Channel &channel, const std::string &position)
{
    SnapshotStore store(m_connection);
    const std::optional<ChannelContent> snapshot = store.find(channel.id);
    if (!snapshot)
        throw SqlError{u"busy"_s, u"the snapshot of channel %1 is being made"_s.arg(channel.id)};
    // When the snapshot was renewed since the device began, what it has is older than what follows: the log goes on
    // from the older one, and brings the rest up to date.
    SnapshotPlace place = placeFrom(position, channel.head).value_or(SnapshotPlace{snapshot->seq, {}});
    place.seq = std::min(place.seq, snapshot->seq);
    bool ended = false;
    const bool all = store.frames(channel.id, place.after, [&](const SnapshotFrame &frame, bool isLast) {
        if (m_answerWeight >= m_pieces.answerBytes)
            return false;
        m_answerWeight += static_cast<std::size_t>(frame.payload.size());
        m_writer.encodedFrame({frame.payload.constData(), static_cast<std::size_t>(frame.payload.size())});
        place.after = frame.last;
        ended = isLast;
        m_writer.position({channel.id, isLast ? place.seq : 0, isLast ? std::string() : textOf(place)});
        return true;
    });
    if (!all)
        return {};
    if (!ended)
        m_writer.position({channel.id, place.seq, {}});
    return place.seq;
}

qint64 ChangeReader::gather(const Channel &channel, qint64 cursor, qint64 fullUntil, std::map<int, RowsOfTable> &into)
{
    Statement change(m_connection,
                     u"SELECT seq, tbl, row_id, op, mask, replica FROM change WHERE channel = ? AND seq > ? ORDER BY "
                     "seq LIMIT ?"_s,
                     channel.id, cursor, m_pieces.changesPerStep);
    while (change.next()) {
        cursor = change.integer(0);
        // A device has its own edits, unless it began this channel from nothing.
        if (change.integer(5) == m_access.principal().replica && cursor > fullUntil)
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

void ChangeReader::write(const Channel &channel, const std::map<int, RowsOfTable> &tables, bool afterSnapshot)
{
    // By table number: parents come before children within the step.
    for (const auto &[number, rows] : tables) {
        const Table &table = *findTable(number);
        std::vector<qint64> whole;
        std::map<quint64, std::vector<qint64>> updates;
        std::vector<qint64> gone;
        for (const auto &[id, seen] : rows) {
            if (seen.left) {
                gone.push_back(id);
            } else if (seen.entered) {
                whole.push_back(id);
            } else {
                updates[seen.mask].push_back(id);
            }
        }
        writeRows(table, channel.id, allColumns(table), whole, true);
        for (const auto &[mask, ids] : updates)
            writeRows(table, channel.id, mask, ids, false);
        writeGone(table, channel, gone, afterSnapshot);
    }
}

void ChangeReader::writeGone(const Table &table, const Channel &channel, const std::vector<qint64> &ids,
                             bool afterSnapshot)
{
    Batch gone = Batch::over(BatchKind::Deletions, table, {});
    std::map<qint64, std::vector<qint64>> elsewhere;
    for (const qint64 id : ids) {
        // The snapshot, older than the log, may have put a row back that the device has by its new channel already.
        const Value now = afterSnapshot ? one(m_connection, channelOf(table), id) : Value();
        if (!isNull(now) && integerOf(now) != channel.id && m_access.mayRead(integerOf(now))) {
            elsewhere[integerOf(now)].push_back(id);
            continue;
        }
        gone.ids.push_back(id);
        gone.channels.push_back(channel.id);
    }
    if (gone.rows() > 0)
        add(std::move(gone));
    for (const auto &[to, moved] : elsewhere)
        writeRows(table, to, allColumns(table), moved, true);
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
        if (batch.weight() >= m_pieces.frameBytes)
            add(std::exchange(batch, empty()));
    }
    if (batch.rows() > 0)
        add(std::move(batch));
}

void ChangeReader::add(Batch batch)
{
    const std::size_t weight = batch.weight();
    if (m_frameWeight + weight > m_pieces.frameBytes)
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
