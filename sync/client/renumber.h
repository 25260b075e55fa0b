#pragma once

#include "core/support/result.h"

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::client {

/// Takes the new number that the server gave a database restored from a backup: rows that unsettled operations
/// insert get ids of the new range, wherever they are referred to, and all operations count as never sent.
Status renumber(storage::Connection &connection, storage::Writer &writer, qint64 replica);

} // namespace turnus::client
