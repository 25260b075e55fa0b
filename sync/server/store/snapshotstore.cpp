#include "sync/server/store/snapshotstore.h"

#include "sync/server/store/connection.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

std::optional<ChannelContent> contentFrom(Statement &row)
{
    if (!row.next())
        return {};
    return ChannelContent{row.integer(0), {row.integer(1), static_cast<quint64>(row.integer(2))}};
}

} // namespace

std::optional<ChannelContent> SnapshotStore::find(qint64 channel)
{
    Statement row(m_connection, u"SELECT seq, row_count, checksum FROM snapshot WHERE channel = ?"_s, channel);
    return contentFrom(row);
}

void SnapshotStore::put(qint64 channel, const ChannelContent &content, const QList<SnapshotFrame> &frames, Instant now)
{
    const std::optional<ChannelContent> there = find(channel);
    if (there && there->seq >= content.seq)
        return;
    // Under the lock that an erasure takes: one that was read before it still holds what was erased.
    QString from = u"SELECT snapshot_from FROM channel WHERE id = ?"_s;
    if (m_connection.engine() == Engine::PostgreSql)
        from += u" FOR UPDATE"_s;
    if (content.seq < integerOf(one(m_connection, from, channel)))
        return;
    run(m_connection,
        u"INSERT INTO snapshot (channel, seq, row_count, checksum, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (channel) "
        "DO UPDATE SET seq = excluded.seq, row_count = excluded.row_count, checksum = excluded.checksum, "
        "at = excluded.at"_s,
        channel, content.seq, content.sum.rows, static_cast<qint64>(content.sum.sum), toInteger(now));
    run(m_connection, u"DELETE FROM snapshot_frame WHERE channel = ?"_s, channel);
    qint64 number = 0;
    for (const SnapshotFrame &frame : frames) {
        const QByteArray sha256 = QCryptographicHash::hash(frame.payload, QCryptographicHash::Sha256);
        run(m_connection, u"INSERT INTO snapshot_content (sha256, payload) VALUES (?, ?) ON CONFLICT DO NOTHING"_s,
            sha256, frame.payload);
        run(m_connection,
            u"INSERT INTO snapshot_frame (channel, number, last_tbl, last_row, sha256, row_count) "
            "VALUES (?, ?, ?, ?, ?, ?)"_s,
            channel, number++, frame.last.table, frame.last.row, sha256, frame.rows);
    }
    run(m_connection, u"DELETE FROM snapshot_content WHERE NOT EXISTS (SELECT 1 FROM snapshot_frame f WHERE "
                      "f.sha256 = snapshot_content.sha256)"_s);
    putSum(channel, content);
}

void SnapshotStore::drop(qint64 channel)
{
    run(m_connection, u"DELETE FROM snapshot_frame WHERE channel = ?"_s, channel);
    run(m_connection, u"DELETE FROM snapshot WHERE channel = ?"_s, channel);
    run(m_connection, u"DELETE FROM snapshot_content WHERE NOT EXISTS (SELECT 1 FROM snapshot_frame f WHERE "
                      "f.sha256 = snapshot_content.sha256)"_s);
    run(m_connection, u"UPDATE channel SET snapshot_from = head WHERE id = ?"_s, channel);
}

bool SnapshotStore::frames(qint64 channel, const RowPlace &after,
                           const std::function<bool(const SnapshotFrame &, bool)> &take)
{
    const qint64 count =
        integerOf(one(m_connection, u"SELECT count(*) FROM snapshot_frame WHERE channel = ?"_s, channel));
    Statement row(m_connection,
                  u"SELECT f.number, f.last_tbl, f.last_row, f.row_count, c.payload FROM snapshot_frame f JOIN "
                  u"snapshot_content c ON "
                  "c.sha256 = f.sha256 WHERE f.channel = ? AND (f.last_tbl > ? OR (f.last_tbl = ? AND f.last_row > ?)) "
                  "ORDER BY f.number"_s,
                  channel, after.table, after.table, after.row);
    while (row.next()) {
        const SnapshotFrame frame{{static_cast<int>(row.integer(1)), row.integer(2)}, row.integer(3), row.bytes(4)};
        if (!take(frame, row.integer(0) == count - 1))
            return false;
    }
    return true;
}

FrameLoad SnapshotStore::load(qint64 channel, const RowPlace &after)
{
    Statement row(
        m_connection,
        u"SELECT CAST(coalesce(sum(f.row_count), 0) AS BIGINT), "
        "CAST(coalesce(sum(length(c.payload)), 0) AS BIGINT) FROM snapshot_frame f JOIN snapshot_content c ON "
        "c.sha256 = f.sha256 WHERE f.channel = ? AND (f.last_tbl > ? OR (f.last_tbl = ? AND f.last_row > ?))"_s,
        channel, after.table, after.table, after.row);
    return row.next() ? FrameLoad{row.integer(0), row.integer(1)} : FrameLoad();
}

std::optional<ChannelContent> SnapshotStore::sumOf(qint64 channel)
{
    Statement row(m_connection, u"SELECT seq, row_count, checksum FROM channel_sum WHERE channel = ?"_s, channel);
    return contentFrom(row);
}

void SnapshotStore::putSum(qint64 channel, const ChannelContent &content)
{
    run(m_connection,
        u"INSERT INTO channel_sum (channel, seq, row_count, checksum) VALUES (?, ?, ?, ?) ON CONFLICT (channel) DO "
        "UPDATE SET seq = excluded.seq, row_count = excluded.row_count, checksum = excluded.checksum "
        "WHERE channel_sum.seq < excluded.seq"_s,
        channel, content.seq, content.sum.rows, static_cast<qint64>(content.sum.sum));
}

void SnapshotStore::reportRepair(qint64 replica, qint64 channel, const ChannelContent &device, Instant now)
{
    run(m_connection,
        u"INSERT INTO repair_report (replica, channel, seq, device_rows, device_checksum, at) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
        replica, channel, device.seq, device.sum.rows, static_cast<qint64>(device.sum.sum), toInteger(now));
}

} // namespace turnus::server
