#pragma once

#include "sync/protocol/batch.h"

struct sqlite3;

namespace turnus::client {

/// Shows rows of one batch to SQLite as the table "received" (columns c0 = id, c1 = channel, c2 … = values), so that a
/// single statement takes decoded columns in. Beside its speed: SQLite's search index writes what it collected to the
/// file at each statement that might have to be undone. One at a time on a connection.
class ReceivedRows
{
public:
    explicit ReceivedRows(sqlite3 *database);
    ~ReceivedRows();
    ReceivedRows(const ReceivedRows &) = delete;
    ReceivedRows &operator=(const ReceivedRows &) = delete;

    /// What statements see from now on: these rows of the batch, in this order. The batch must live while they run.
    void show(const protocol::Batch &batch, std::vector<std::size_t> rows)
    {
        m_batch = &batch;
        m_rows = std::move(rows);
    }
    [[nodiscard]] const protocol::Batch &batch() const { return *m_batch; }
    [[nodiscard]] const std::vector<std::size_t> &rows() const { return m_rows; }

private:
    sqlite3 *m_database;
    const protocol::Batch *m_batch = nullptr;
    std::vector<std::size_t> m_rows;
};

} // namespace turnus::client
