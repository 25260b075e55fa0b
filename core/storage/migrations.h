#pragma once

#include "core/support/result.h"

namespace SQLite {
class Database;
}

namespace turnus::storage::migrations {

/// The schema version that this program writes.
int current();
/// Brings the file to current(), one transaction per step. Throws SQLite::Exception.
/// Errors: "file-newer" (untouched), "not-turnus" (another program's file), "file-older" (opened read-only).
Status apply(SQLite::Database &database, const QString &path, bool readOnly);

} // namespace turnus::storage::migrations
