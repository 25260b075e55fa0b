#pragma once

#include "sync/protocol/codec.h"
#include "sync/server/service/authorisation.h"

#include <map>

namespace turnus::server {

/// Streams what has happened in a device's channels since its cursors, in steps that the device commits one by one.
/// A channel that starts at 0 is sent whole, by its log. Runs inside one reading transaction.
class ChangeReader
{
public:
    ChangeReader(Connection &connection, qint64 replica, protocol::AnswerWriter &writer);

    /// From `cursor` of the channel on. False when the answer is full: there is more.
    [[nodiscard]] bool read(const Channel &channel, qint64 cursor);

private:
    struct Seen
    {
        bool entered = false;
        bool left = false;
        quint64 mask = 0;
    };
    using RowsOfTable = std::map<qint64, Seen>;

    /// The next step of the log; returns the cursor after it.
    qint64 gather(const Channel &channel, qint64 cursor, qint64 fullUntil, std::map<int, RowsOfTable> &into);
    void write(const Channel &channel, const std::map<int, RowsOfTable> &tables);
    void writeRows(const protocol::Table &table, qint64 channel, quint64 mask, const std::vector<qint64> &ids,
                   bool whole);
    void add(protocol::Batch batch);
    void flush();

    Connection &m_connection;
    qint64 m_replica;
    protocol::AnswerWriter &m_writer;
    std::vector<protocol::Batch> m_frame;
    std::size_t m_frameWeight = 0;
    std::size_t m_answerWeight = 0;
};

} // namespace turnus::server
