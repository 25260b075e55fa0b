#pragma once

#include "core/support/result.h"

#include <QList>
#include <QString>

namespace turnus::server {

class Connection;

/// What one table holds: how many rows, and the sum of their hashes, in whatever order they come.
struct TableSum
{
    QString table;
    qint64 rows = 0;
    quint64 sum = 0;
    bool operator==(const TableSum &) const = default;
};

/// Copies a whole company from one database to another, of either engine, in one transaction, and compares every table
/// afterwards. Nobody may serve either of them. Errors: "not-empty" (the target has a company), "differs" (nothing is
/// kept), or an engine's.
[[nodiscard]] Result<QList<TableSum>> moveStore(Connection &from, Connection &to);
/// All tables in the order in which they refer to each other.
[[nodiscard]] Result<QList<TableSum>> sumStore(Connection &connection);

} // namespace turnus::server
