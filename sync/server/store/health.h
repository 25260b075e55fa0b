#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

namespace turnus::server {

class Connection;

/// "ok", or what SQLite finds wrong with the file's pages; PostgreSQL looks after its own.
[[nodiscard]] Result<QString> quickCheck(Connection &connection);
/// When the newest change of the company was made.
[[nodiscard]] Result<Instant> newestChange(Connection &connection);

} // namespace turnus::server
