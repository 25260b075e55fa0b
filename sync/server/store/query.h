#pragma once

#include "sync/server/store/value.h"

#include <QList>
#include <QSqlDatabase>
#include <memory>

struct sqlite3;

namespace turnus::server {

class Database;

/// SQLite's own, of an open connection.
[[nodiscard]] sqlite3 *sqliteHandle(const QSqlDatabase &connection);

/// A prepared statement of either engine: through Qt SQL on PostgreSQL, on SQLite through its own interface, for Qt
/// SQL takes as long to bind a row as SQLite to insert it. All but the destructor throw SqlError.
class Query
{
public:
    /// `handle` is the open connection to `database`; both outlive the query.
    [[nodiscard]] static std::unique_ptr<Query> prepare(const Database &database, const QSqlDatabase &handle,
                                                        const QString &sql);
    Query(const Query &) = delete;
    virtual ~Query() = default;

    /// Runs it as far as its first row, if it gives any.
    virtual void run(const QList<Value> &values) = 0;
    /// Goes to the first row, then to the one after; false when there is none.
    [[nodiscard]] virtual bool next() = 0;
    /// Gives up the rows that are left. It can be run again.
    virtual void finish() = 0;

    [[nodiscard]] virtual Value value(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    /// Rows that it wrote or removed.
    [[nodiscard]] virtual int changed() const = 0;

protected:
    Query() = default;
};

} // namespace turnus::server
