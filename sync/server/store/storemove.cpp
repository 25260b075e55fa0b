#include "sync/server/store/storemove.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

QStringList names(Connection &connection, const QString &sql)
{
    QStringList found;
    Statement row(connection, sql);
    while (row.next())
        found.append(row.text(0));
    return found;
}

/// In the order of their creation, which is that of their references.
QStringList tablesOf(Connection &connection)
{
    if (connection.engine() == Engine::Sqlite)
        return names(connection, u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                                 "ORDER BY rowid"_s);
    return names(connection, u"SELECT CAST(relname AS TEXT) FROM pg_class WHERE relkind = 'r' AND "
                             "relnamespace = quote_ident(current_schema())::regnamespace ORDER BY oid"_s);
}

QStringList columnsOf(Connection &connection, const QString &table)
{
    if (connection.engine() == Engine::Sqlite)
        return names(connection, u"SELECT name FROM pragma_table_info('%1') ORDER BY name"_s.arg(table));
    return names(connection,
                 u"SELECT CAST(column_name AS TEXT) FROM information_schema.columns WHERE table_name = '%1' "
                 "AND table_schema = current_schema() ORDER BY column_name COLLATE \"C\""_s.arg(table));
}

/// A row as both engines give it has one text.
quint64 hashOf(const QList<Value> &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Value &value : row) {
        hash.addData(toTagged(value).toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return qFromLittleEndian<quint64>(hash.result().constData());
}

/// Calls `take` with each row of the table.
template <class Take>
TableSum readTable(Connection &connection, const QString &table, const QStringList &columns, Take &&take)
{
    TableSum sum{table, 0, 0};
    Statement row(connection, u"SELECT %1 FROM %2"_s.arg(columns.join(u", "_s), table));
    while (row.next()) {
        QList<Value> values;
        values.reserve(columns.size());
        for (int i = 0; i < columns.size(); ++i)
            values.append(row.value(i));
        ++sum.rows;
        sum.sum += hashOf(values);
        take(std::move(values));
    }
    return sum;
}

class TableWriter
{
public:
    TableWriter(Connection &connection, const QString &table, const QStringList &columns)
        : m_connection(connection), m_head(u"INSERT INTO %1 (%2) VALUES "_s.arg(table, columns.join(u", "_s))),
          m_row(u'(' + QStringList(columns.size(), u"?"_s).join(u", "_s) + u')')
    {
    }

    void add(QList<Value> row)
    {
        m_values.append(std::move(row));
        if (++m_rows == limits::rowsPerStatement)
            flush();
    }
    void flush()
    {
        if (m_rows == 0)
            return;
        run(m_connection, m_head + QStringList(m_rows, m_row).join(u", "_s), m_values);
        m_rows = 0;
        m_values.clear();
    }

private:
    Connection &m_connection;
    QString m_head;
    QString m_row;
    int m_rows = 0;
    QList<Value> m_values;
};

Status noteMove(Connection &from, const Database &to)
{
    return from.write([&]() -> Status {
        run(from, u"INSERT INTO moved (target) VALUES (?)"_s, to.location());
        return {};
    });
}

Status refuseCompany(Connection &to)
{
    for (const QString &table : {u"account"_s, u"change"_s, u"replica"_s}) {
        if (integerOf(one(to, u"SELECT count(*) FROM "_s + table)) > 0)
            return fail(Domain::Input, u"not-empty", to.database().name() + u": there is a company already"_s);
    }
    return {};
}

} // namespace

Result<QList<TableSum>> sumStore(Connection &connection)
{
    QList<TableSum> sums;
    TURNUS_TRY(connection.read([&]() -> Status {
        for (const QString &table : tablesOf(connection))
            sums.append(readTable(connection, table, columnsOf(connection, table), [](const QList<Value> &) {}));
        return {};
    }));
    return sums;
}

Result<QList<TableSum>> moveStore(Connection &from, Connection &to)
{
    QList<TableSum> sums;
    const Status moved = from.read([&]() -> Status {
        const QStringList tables = tablesOf(from);
        return to.write([&]() -> Status {
            sums.clear();
            TURNUS_TRY(refuseCompany(to));
            // What a fresh schema begins with.
            for (auto table = tables.crbegin(); table != tables.crend(); ++table)
                run(to, u"DELETE FROM "_s + *table);
            for (const QString &table : tables) {
                const QStringList columns = columnsOf(from, table);
                if (columns != columnsOf(to, table))
                    return fail(Domain::Storage, u"differs", table + u": not the same columns in both"_s);
                TableWriter writer(to, table, columns);
                sums.append(readTable(from, table, columns, [&](QList<Value> row) { writer.add(std::move(row)); }));
                writer.flush();
            }
            for (const TableSum &sum : std::as_const(sums)) {
                const TableSum there = readTable(to, sum.table, columnsOf(to, sum.table), [](const QList<Value> &) {});
                if (there != sum)
                    return fail(
                        Domain::Storage, u"differs",
                        u"%1: %2 rows here, %3 there, or other values"_s.arg(sum.table).arg(sum.rows).arg(there.rows));
            }
            return {};
        });
    });
    TURNUS_TRY(moved);
    if (const Status noted = noteMove(from, to.database()); !noted) {
        return fail(Domain::Storage, u"not-noted",
                    u"all is in %1, but %2 does not know it (%3): serve it no more"_s.arg(
                        to.database().name(), from.database().name(), noted.error().detail));
    }
    return sums;
}

Result<QString> movedTo(Connection &connection)
{
    QString target;
    TURNUS_TRY(connection.read([&]() -> Status {
        const Value noted = one(connection, u"SELECT target FROM moved"_s);
        target = isNull(noted) ? QString() : textOf(noted);
        return {};
    }));
    return target;
}

Status refuseMoved(Connection &connection)
{
    TURNUS_ASSIGN(target, movedTo(connection));
    if (target.isEmpty())
        return {};
    return fail(
        Domain::Input, u"moved",
        u"%1: the company was moved to %2, name that with --database; turnus-server migrate-store --undo takes it "
        "back"_s.arg(connection.database().name(), target));
}

QString takeBackMoved(Connection &connection)
{
    const Value noted = one(connection, u"SELECT target FROM moved"_s);
    if (isNull(noted))
        return {};
    run(connection, u"DELETE FROM moved"_s);
    return textOf(noted);
}

Result<QString> undoMove(Connection &connection)
{
    QString target;
    TURNUS_TRY(connection.write([&]() -> Status {
        target = takeBackMoved(connection);
        return {};
    }));
    if (target.isEmpty())
        return fail(Domain::Input, u"not-moved", connection.database().name() + u": the company is here"_s);
    return target;
}

} // namespace turnus::server
