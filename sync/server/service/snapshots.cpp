#include "sync/server/service/snapshots.h"

#include "sync/protocol/codec.h"
#include "sync/server/service/limits.h"
#include "sync/server/service/values.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

/// Packs batches into frames of the target size.
class FramePacker
{
public:
    explicit FramePacker(std::size_t frameBytes) : m_frameBytes(frameBytes) {}

    void add(Batch batch)
    {
        const std::size_t weight = batch.weight();
        if (m_weight + weight > m_frameBytes)
            flush();
        m_weight += weight;
        m_batches.push_back(std::move(batch));
    }
    QList<SnapshotFrame> take()
    {
        flush();
        return std::move(m_frames);
    }

private:
    void flush()
    {
        if (m_batches.empty())
            return;
        const Batch &last = m_batches.back();
        const std::string payload = encodeFrame(m_batches, protocol::limits::snapshotCompressionLevel);
        qint64 rows = 0;
        for (const Batch &batch : m_batches)
            rows += static_cast<qint64>(batch.rows());
        m_frames.append({{last.table->number, last.ids.back()},
                         rows,
                         QByteArray(payload.data(), static_cast<qsizetype>(payload.size()))});
        m_batches.clear();
        m_weight = 0;
    }

    std::size_t m_frameBytes;
    std::vector<Batch> m_batches;
    std::size_t m_weight = 0;
    QList<SnapshotFrame> m_frames;
};

std::optional<Channel> channelOf(Connection &connection, qint64 id)
{
    const QList<Channel> all = ChannelStore(connection).all();
    const auto found = std::ranges::find(all, id, &Channel::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
}

} // namespace

void ChannelRows::each(qint64 channel, const std::function<void(Batch)> &take)
{
    for (const Table &table : tables())
        each(table, channel, take);
}

RowSum ChannelRows::sum(qint64 channel)
{
    RowSum sum;
    each(channel, [&](const Batch &batch) { sum.add(batch); });
    return sum;
}

void ChannelRows::each(const Table &table, qint64 channel, const std::function<void(Batch)> &take)
{
    QString sql = u"SELECT id"_s;
    for (const Column &column : table.columns)
        sql += u", "_s + named(column.name);
    sql += u" FROM "_s + named(table.name) + u" WHERE channel = ? ORDER BY id"_s;
    Batch batch = Batch::over(BatchKind::Rows, table);
    std::size_t bytes = 0;
    Statement row(m_connection, sql, channel);
    while (row.next()) {
        batch.ids.push_back(row.integer(0));
        batch.channels.push_back(channel);
        for (std::size_t i = 0; i < batch.values.size(); ++i)
            append(batch.values[i], row.value(1 + static_cast<int>(i)));
        // Weighing costs, so not for each row.
        if (batch.rows() % m_pieces.rowsPerWeighing == 0)
            bytes = batch.weight();
        if (bytes >= m_pieces.frameBytes || batch.rows() == protocol::limits::frameMaxRows) {
            take(std::exchange(batch, Batch::over(BatchKind::Rows, table)));
            bytes = 0;
        }
    }
    if (batch.rows() > 0)
        take(std::move(batch));
}

bool Snapshots::isStale(const Channel &channel)
{
    const std::optional<ChannelContent> there = SnapshotStore(m_connection).find(channel.id);
    if (!there)
        return true;
    const qint64 since = channel.head - there->seq;
    return since < 0 || since > std::max(m_pieces.snapshotLeastChanges, there->sum.rows / limits::snapshotShare);
}

Status Snapshots::renew(qint64 channel, bool exactly)
{
    // Many devices may begin a channel at once; whoever waits here finds it made.
    static std::mutex building;
    const std::lock_guard lock(building);
    bool needed = false;
    ChannelContent content;
    QList<SnapshotFrame> frames;
    TURNUS_TRY(m_connection.read([&]() -> Status {
        const std::optional<Channel> now = channelOf(m_connection, channel);
        const std::optional<ChannelContent> there = SnapshotStore(m_connection).find(channel);
        needed = now && (exactly ? !there || there->seq != now->head : isStale(*now));
        if (!needed)
            return {};
        content = {now->head, {}};
        FramePacker packer(m_pieces.frameBytes);
        ChannelRows(m_connection, m_pieces).each(channel, [&](Batch batch) {
            content.sum.add(batch);
            packer.add(std::move(batch));
        });
        frames = packer.take();
        return {};
    }));
    if (!needed)
        return {};
    return m_connection.write([&]() -> Status {
        SnapshotStore(m_connection).put(channel, content, frames, m_clock.now());
        return {};
    });
}

ChannelContent Snapshots::contentOf(const Channel &channel)
{
    const std::optional<ChannelContent> known = SnapshotStore(m_connection).sumOf(channel.id);
    if (known && known->seq == channel.head)
        return *known;
    return {channel.head, ChannelRows(m_connection).sum(channel.id)};
}

} // namespace turnus::server
