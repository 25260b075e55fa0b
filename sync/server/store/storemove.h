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
/// afterwards; then notes in the one where the company went. Nobody may serve either of them. Errors: "not-empty" (the
/// target has a company), "differs" (nothing is kept), "not-noted" (all is there, but the one can still be served,
/// too), or an engine's.
[[nodiscard]] Result<QList<TableSum>> moveStore(Connection &from, Connection &to);
/// All tables in the order in which they refer to each other.
[[nodiscard]] Result<QList<TableSum>> sumStore(Connection &connection);

/// Where the company was moved to from here; empty: nowhere.
[[nodiscard]] Result<QString> movedTo(Connection &connection);
/// Error "moved" (input) says where to, and how to take the company back.
[[nodiscard]] Status refuseMoved(Connection &connection);
/// Inside write: what is in the database counts as here again; says where it had been moved to, empty: nowhere.
QString takeBackMoved(Connection &connection);
/// Takes the company back, as it was when it was moved; says from where. Error "not-moved".
[[nodiscard]] Result<QString> undoMove(Connection &connection);

} // namespace turnus::server
