#pragma once

#include "core/support/result.h"

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::client {

/// Takes the new number that the server gave a database restored from a backup: rows that unsettled operations
/// insert get ids of the new range, wherever they are referred to, and all operations count as never sent.
/// `certificate`: of the new number.
Status renumber(storage::Connection &connection, storage::Writer &writer, qint64 replica, const QString &certificate);

/// A server that was restored from a backup may not know a former number of this database, and refuses rows that have
/// ids of it as foreign: they get new ids and are sent again. Whether there were any.
Result<bool> renumberRefused(storage::Connection &connection, storage::Writer &writer);

} // namespace turnus::client
