#pragma once

#include "core/support/result.h"

#include <memory>

namespace turnus::server {

class Connection;
class ContentStore;
class Database;

/// Writes a consistent copy of the database to `file`, while others read and write, and the content files to
/// `file`.content/. The file must not exist. PostgreSQL is copied by its own pg_dump, in its custom format.
[[nodiscard]] Status backUp(Connection &connection, const ContentStore &content, const QString &file);

// What a restore needs beside (service/restore.h).

/// "other-tables": names those in the company's schema that this program does not know, for a dump of the schema would
/// take them along.
[[nodiscard]] Status refuseOtherTables(Connection &connection);
[[nodiscard]] Status dumpPostgres(const Database &database, const QString &file);
/// Puts the dump in the place of the company's tables and runs `then` on it, in one transaction: as a whole or not at
/// all. `directory` is made for that time and holds the whole company as text (DataDirectory::unpacked).
[[nodiscard]] Status loadPostgres(Database &database, const QString &file, const QString &directory,
                                  const QString &then = {});
/// For loadPostgres: refuses ("no-company", "other-company") what is no company, or, unless `company` is empty, is
/// another one, and marks it as restored. A dump of an older schema has to be marked again once it is migrated.
[[nodiscard]] QString acceptingSql(const QString &company, qint64 generation);
/// Keeps servers and commands that open the PostgreSQL company from now on waiting until the result is gone. "in-use"
/// while one is connected; other programs may be.
[[nodiscard]] Result<std::unique_ptr<Connection>> holdPostgres(Database &database);

} // namespace turnus::server
