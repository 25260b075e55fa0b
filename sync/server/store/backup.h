#pragma once

#include "core/support/result.h"

namespace turnus::server {

class Connection;
class ContentStore;

/// Writes a consistent copy of the database to `file`, while others read and write, and the content files to
/// `file`.content/. The file must not exist. PostgreSQL is copied by its own pg_dump, in its custom format.
[[nodiscard]] Status backUp(Connection &connection, const ContentStore &content, const QString &file);

} // namespace turnus::server
