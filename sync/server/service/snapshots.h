#pragma once

#include "core/support/clock.h"
#include "core/support/result.h"
#include "sync/protocol/batch.h"
#include "sync/server/service/pieces.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/snapshotstore.h"

#include <functional>

namespace turnus::server {

/// Reads all rows of a channel in the order of snapshots, as batches of about a frame's size. Inside one transaction.
class ChannelRows
{
public:
    explicit ChannelRows(Connection &connection, const Pieces &pieces = {}) : m_connection(connection), m_pieces(pieces)
    {
    }

    void each(qint64 channel, const std::function<void(protocol::Batch)> &take);
    [[nodiscard]] protocol::RowSum sum(qint64 channel);

private:
    void each(const protocol::Table &table, qint64 channel, const std::function<void(protocol::Batch)> &take);

    Connection &m_connection;
    Pieces m_pieces;
};

/// Makes and renews the channels' snapshots, and proves what channels hold.
class Snapshots
{
public:
    Snapshots(Connection &connection, const Clock &clock, const Pieces &pieces = {})
        : m_connection(connection), m_clock(clock), m_pieces(pieces)
    {
    }

    /// Whether a device that begins the channel is best served by a new snapshot. Inside a transaction.
    [[nodiscard]] bool isStale(const Channel &channel);
    /// Encodes the channel from one consistent view and keeps the result. Outside transactions; one at a time, and
    /// when the channel was renewed meanwhile nothing is done. `exactly`: unless the snapshot is as new as the log.
    [[nodiscard]] Status renew(qint64 channel, bool exactly);
    /// What the channel holds at its head, computed unless the store knows it. Inside a transaction.
    [[nodiscard]] ChannelContent contentOf(const Channel &channel);

private:
    Connection &m_connection;
    const Clock &m_clock;
    Pieces m_pieces;
};

} // namespace turnus::server
