#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

namespace turnus::server {

class Connection;

// An SQLite database as a file that a restore (service/restore.h) puts in another's place.

/// Copies all that is committed in `from`, also what stands only in the log beside it, and leaves both untouched.
[[nodiscard]] Status copyDatabaseFile(const QString &from, const QString &to);
/// Takes the log into the file itself, which is then whole without it; "in-use" while others have it open.
[[nodiscard]] Status takeInLog(Connection &connection);
/// With the files that belong to a database in use.
void removeDatabaseFile(const QString &path);
/// `start`, the moment and `end`: what was there is kept under a name that no file has yet.
[[nodiscard]] QString keptName(const QString &start, Instant now, const QString &end = {});
/// Puts `fresh`, which has no log, in the place of `path`. What was there is then `before`, with its log in it;
/// whenever the process ends, the one or the other is whole at `path`. An error leaves `path` as it was.
[[nodiscard]] Status replaceDatabaseFile(const QString &fresh, const QString &path, const QString &before);

} // namespace turnus::server
