#pragma once

#include "core/support/time.h"
#include "sync/protocol/checksum.h"

#include <QByteArray>
#include <QList>
#include <functional>
#include <optional>

namespace turnus::server {

class Connection;

/// Place in the order of a snapshot: table number, then row id.
struct RowPlace
{
    int table = 0;
    qint64 row = 0;
    auto operator<=>(const RowPlace &) const = default;
};

struct SnapshotFrame
{
    RowPlace last;
    qint64 rows = 0;
    QByteArray payload;
};

/// What frames hold.
struct FrameLoad
{
    qint64 rows = 0;
    qint64 bytes = 0; ///< as they travel
};

/// What a channel holds at `seq` of its log.
struct ChannelContent
{
    qint64 seq = 0;
    protocol::RowSum sum;
};

/// Keeps the encoded snapshot of each channel, checksums, and what devices reported of theirs.
class SnapshotStore
{
public:
    explicit SnapshotStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::optional<ChannelContent> find(qint64 channel);
    /// Replaces the channel's snapshot unless a newer one is there.
    void put(qint64 channel, const ChannelContent &content, const QList<SnapshotFrame> &frames, Instant now);
    /// Forgets a channel's snapshot: it holds what has left the channel. One that was read before now is not kept.
    void drop(qint64 channel);
    /// Calls `take(frame, isLast)` for each frame that ends after `after`, until it returns false; true when all were
    /// taken.
    [[nodiscard]] bool frames(qint64 channel, const RowPlace &after,
                              const std::function<bool(const SnapshotFrame &, bool)> &take);

    /// Of the frames that end after `after`.
    [[nodiscard]] FrameLoad load(qint64 channel, const RowPlace &after);

    [[nodiscard]] std::optional<ChannelContent> sumOf(qint64 channel);
    void putSum(qint64 channel, const ChannelContent &content);
    void reportRepair(qint64 replica, qint64 channel, const ChannelContent &device, Instant now);

private:
    Connection &m_connection;
};

} // namespace turnus::server
