#pragma once

#include "core/support/result.h"

#include <QStringList>

namespace turnus::server {
class Connection;
}

namespace turnus::server::migrations {

/// The schema that this program writes.
[[nodiscard]] int current();
/// All that this program makes, or has made.
[[nodiscard]] QStringList tables();
/// The schema that the database has: 0 for an empty one, -1 for somebody else's.
[[nodiscard]] Result<qint64> schemaOf(Connection &connection);
/// PostgreSQL's key of the lock that whoever opens the company shares for a moment, an SQL expression; a restore holds
/// it for itself.
[[nodiscard]] QString companyLock();
/// Refuses with "file-newer" what a newer program wrote, with "not-turnus" what is not ours, with "no-company" nothing.
[[nodiscard]] Status check(Connection &connection);
/// Brings the database up to date, each step in a transaction of its own; makes an empty one the company's. Refuses as
/// `check` what is newer or not ours. Sums and snapshots of channels go when the synced tables have other columns than
/// they were made of.
[[nodiscard]] Status apply(Connection &connection);

} // namespace turnus::server::migrations
