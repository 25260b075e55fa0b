#pragma once

#include "core/support/result.h"

namespace turnus::server {

class Connection;
class ContentStore;
class Database;

/// Writes a consistent copy of the database to `file`, while others read and write, and the content files to
/// `file`.content/. The file must not exist. PostgreSQL is copied by its own pg_dump, in its custom format.
[[nodiscard]] Status backUp(Connection &connection, const ContentStore &content, const QString &file);

// What a restore needs beside (service/restore.h).

/// Takes SQLite's log into the file itself, which is then whole without it.
[[nodiscard]] Status foldLog(Connection &connection);
[[nodiscard]] Status dumpPostgres(const Database &database, const QString &file);
/// Puts the dump in the place of all that the schema holds, in one transaction: as a whole or not at all.
[[nodiscard]] Status loadPostgres(Database &database, const QString &file);
/// "in-use" while another program is connected to the PostgreSQL database.
[[nodiscard]] Status refuseIfOthersAreConnected(Database &database);

} // namespace turnus::server
