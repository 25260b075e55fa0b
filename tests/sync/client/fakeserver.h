#pragma once

#include "sync/protocol/codec.h"

#include <map>
#include <set>

namespace turnus::tests {

/// A server in memory that speaks the protocol: rows, one log for each channel, three-way merge, idempotence.
/// Its clock is a counter. Tests look into it and change it directly.
class FakeServer
{
public:
    struct Row
    {
        qint64 channel = 0;
        std::map<std::string, protocol::Value> fields;
    };

    /// The whole answer to a request; an empty one when the request cannot be read.
    std::string answer(const std::string &request);

    void put(const std::string &table, qint64 id, qint64 channel, std::map<std::string, protocol::Value> fields);
    void set(const std::string &table, qint64 id, const std::string &field, protocol::Value value);
    void remove(const std::string &table, qint64 id);
    [[nodiscard]] const Row *find(const std::string &table, qint64 id) const;
    [[nodiscard]] std::size_t count(const std::string &table) const;

    std::map<qint64, protocol::ChannelInfo> subscribed;
    std::map<std::string, std::map<qint64, Row>> tables;
    std::set<qint64> refuse; ///< operations on these rows are refused
    std::size_t rowsPerFrame = 100;
    std::size_t mostPerAnswer = 100'000; ///< rows; then "more"
    int requests = 0;
    bool saidNothing = false; ///< in the latest answer, but that it is the end
    std::vector<protocol::Settled> settledSeen;
    std::size_t lastOperations = 0; ///< in the latest request
    qint64 replica = 7;
    qint64 highest = 0; ///< operation number seen of the replica
    qint64 nextReplica = 90;

private:
    struct Change
    {
        std::string table;
        qint64 row;
        std::string field; ///< empty: the whole row, or gone
        qint64 origin;
    };
    struct Operation
    {
        const protocol::Batch *batch;
        std::size_t row;
    };

    void log(qint64 channel, Change change);
    void receive(const protocol::SyncRequest &request, protocol::AnswerControl &control);
    bool applyInsert(const Operation &operation);
    protocol::Receipt applyUpdate(const Operation &operation);
    protocol::Receipt apply(const Operation &operation);
    void adopt(const protocol::SyncRequest &request, protocol::AnswerControl &control);
    bool send(const protocol::Cursor &cursor, protocol::AnswerWriter &writer, std::size_t &budget);
    bool sendWhole(const protocol::Cursor &cursor, protocol::AnswerWriter &writer, std::size_t &budget);
    protocol::Batch batchOf(protocol::BatchKind kind, const std::string &table, std::vector<int> columns) const;
    void addRow(protocol::Batch &batch, qint64 id, const Row &row) const;

    std::map<qint64, std::vector<Change>> m_log;
    std::map<std::pair<qint64, qint64>, protocol::Receipt> m_receipts; ///< by replica and number
};

} // namespace turnus::tests
