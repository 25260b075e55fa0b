#pragma once

#include "sync/protocol/batch.h"

struct sqlite3;

namespace turnus::client {

/// Shows one batch of rows to SQLite as the table "received" (columns c0 = id, c1 = channel, c2 … = values), so that a
/// single INSERT … SELECT takes decoded columns in without a statement for each row. One at a time on a connection.
class ReceivedRows
{
public:
    explicit ReceivedRows(sqlite3 *database);
    ~ReceivedRows();
    ReceivedRows(const ReceivedRows &) = delete;
    ReceivedRows &operator=(const ReceivedRows &) = delete;

    /// The batch that statements see from now on; it must live while they run.
    void show(const protocol::Batch &batch) { m_batch = &batch; }
    [[nodiscard]] const protocol::Batch &batch() const { return *m_batch; }

private:
    sqlite3 *m_database;
    const protocol::Batch *m_batch = nullptr;
};

} // namespace turnus::client
