#pragma once

#include "sync/protocol/codec.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/service/pieces.h"

#include <map>

namespace turnus::server {

/// Streams what has happened in a device's channels since its cursors, in steps that the device commits one by one.
/// A channel that starts at 0 is sent whole by its snapshot, then by the log since. Runs inside one reading
/// transaction.
class ChangeReader
{
public:
    ChangeReader(Connection &connection, const Authorisation &access, protocol::AnswerWriter &writer,
                 const Pieces &pieces);

    /// Adds the channel's snapshot, which the device begins or is in the middle of.
    void addLoad(const Channel &channel, const protocol::Cursor &from, protocol::SnapshotLoad &load);
    /// From where the device is in the channel. False when the answer is full: there is more.
    [[nodiscard]] bool read(const Channel &channel, const protocol::Cursor &from);

private:
    struct Seen
    {
        bool entered = false;
        bool left = false;
        quint64 mask = 0;
    };
    using RowsOfTable = std::map<qint64, Seen>;

    /// The frames after `position`; where the log goes on, or nothing when the answer is full.
    [[nodiscard]] std::optional<qint64> readSnapshot(const Channel &channel, const std::string &position);
    /// The next step of the log; returns the cursor after it.
    qint64 gather(const Channel &channel, qint64 cursor, qint64 fullUntil, std::map<int, RowsOfTable> &into);
    void write(const Channel &channel, const std::map<int, RowsOfTable> &tables, bool afterSnapshot);
    void writeGone(const protocol::Table &table, const Channel &channel, const std::vector<qint64> &ids,
                   bool afterSnapshot);
    void writeRows(const protocol::Table &table, qint64 channel, quint64 mask, const std::vector<qint64> &ids,
                   bool whole);
    void add(protocol::Batch batch);
    void flush();

    Connection &m_connection;
    const Authorisation &m_access;
    protocol::AnswerWriter &m_writer;
    Pieces m_pieces;
    std::vector<protocol::Batch> m_frame;
    std::size_t m_frameWeight = 0;
    std::size_t m_answerWeight = 0;
};

} // namespace turnus::server
