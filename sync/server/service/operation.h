#pragma once

#include "core/support/time.h"
#include "sync/protocol/messages.h"

namespace turnus::server {

/// One operation of a request: a row of one of its batches.
struct Operation
{
    qint64 sequence = 0;
    Instant at;
    const protocol::Batch *batch = nullptr;
    std::size_t index = 0;

    [[nodiscard]] const protocol::Table &table() const { return *batch->table; }
    [[nodiscard]] qint64 row() const { return batch->ids[index]; }
    [[nodiscard]] bool isInsert() const { return batch->kind == protocol::BatchKind::Inserts; }
};

} // namespace turnus::server
