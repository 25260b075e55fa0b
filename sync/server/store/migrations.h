#pragma once

#include "core/support/result.h"

namespace turnus::server {
class Connection;
}

namespace turnus::server::migrations {

/// The schema that this program writes.
[[nodiscard]] int current();
/// Brings the database up to date, each step in a transaction of its own. Refuses with "file-newer" what a newer
/// program wrote and with "not-turnus" what is not ours.
[[nodiscard]] Status apply(Connection &connection);

} // namespace turnus::server::migrations
