#pragma once

#include "sync/server/service/principal.h"

#include "core/support/result.h"

namespace turnus::server {

class Connection;

/// Whether a row in one of the person's channels names the file. Error "missing" (content) when none does, so that
/// nobody learns which files there are.
[[nodiscard]] Status mayRead(Connection &connection, const Principal &principal, const QString &sha256);

} // namespace turnus::server
