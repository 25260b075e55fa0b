#include "sync/server/store/query.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/sqlerrors.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

class SqliteQuery final : public Query
{
public:
    SqliteQuery(const Database &database, sqlite3 *handle, const QString &sql)
        : m_database(database), m_handle(handle), m_sql(sql)
    {
        const QByteArray text = sql.toUtf8();
        const char *rest = nullptr;
        if (sqlite3_prepare_v3(handle, text.constData(), static_cast<int>(text.size()) + 1, SQLITE_PREPARE_PERSISTENT,
                               &m_statement, &rest) != SQLITE_OK)
            fail();
        if (!QByteArray(rest).trimmed().isEmpty()) {
            sqlite3_finalize(m_statement);
            throw SqlError{u"sql"_s, u"more than one statement: %1"_s.arg(sql)};
        }
    }
    ~SqliteQuery() override { sqlite3_finalize(m_statement); }

    void run(const QList<Value> &values) override
    {
        if (sqlite3_bind_parameter_count(m_statement) != values.size())
            throw SqlError{u"sql"_s, u"%1 values for: %2"_s.arg(values.size()).arg(m_sql)};
        m_values = values;
        for (int i = 0; i < m_values.size(); ++i)
            bind(i + 1, m_values.at(i));
        m_isAtFirst = step();
    }

    bool next() override { return std::exchange(m_isAtFirst, false) || (m_hasRow && step()); }

    void finish() override
    {
        sqlite3_reset(m_statement);
        m_isAtFirst = m_hasRow = false;
        m_values.clear();
    }

    [[nodiscard]] Value value(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_INTEGER:
            return qint64{sqlite3_column_int64(m_statement, column)};
        case SQLITE_FLOAT:
            return sqlite3_column_double(m_statement, column);
        case SQLITE_TEXT:
            return text(column);
        case SQLITE_BLOB:
            return bytes(column);
        default:
            return {};
        }
    }
    [[nodiscard]] qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    [[nodiscard]] QString text(int column) const override
    {
        const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(utf8, sqlite3_column_bytes(m_statement, column));
    }
    [[nodiscard]] QByteArray bytes(int column) const override
    {
        const auto *blob = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
        return {blob, sqlite3_column_bytes(m_statement, column)};
    }
    [[nodiscard]] bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    [[nodiscard]] int changed() const override { return sqlite3_changes(m_handle); }

private:
    void bind(int place, const Value &value)
    {
        int code = SQLITE_OK;
        // Texts and bytes are kept in m_values until the statement is finished.
        if (const auto *integer = std::get_if<qint64>(&value))
            code = sqlite3_bind_int64(m_statement, place, *integer);
        else if (const auto *real = std::get_if<double>(&value))
            code = sqlite3_bind_double(m_statement, place, *real);
        else if (const auto *text = std::get_if<QString>(&value))
            code = sqlite3_bind_text16(m_statement, place, text->utf16(), static_cast<int>(text->size() * 2),
                                       SQLITE_STATIC);
        else if (const auto *bytes = std::get_if<QByteArray>(&value))
            code = sqlite3_bind_blob(m_statement, place, bytes->constData(), static_cast<int>(bytes->size()),
                                     SQLITE_STATIC);
        else
            code = sqlite3_bind_null(m_statement, place);
        if (code != SQLITE_OK)
            fail();
    }

    bool step()
    {
        const int code = sqlite3_step(m_statement);
        m_hasRow = code == SQLITE_ROW;
        if (code != SQLITE_ROW && code != SQLITE_DONE)
            fail();
        return m_hasRow;
    }

    [[noreturn]] void fail()
    {
        const QSqlError error({}, QString::fromUtf8(sqlite3_errmsg(m_handle)), QSqlError::StatementError,
                              QString::number(sqlite3_extended_errcode(m_handle)));
        finish();
        refuse(m_database, error, m_sql);
    }

    const Database &m_database;
    sqlite3 *m_handle;
    QString m_sql;
    sqlite3_stmt *m_statement = nullptr;
    QList<Value> m_values;
    bool m_isAtFirst = false; ///< run, its first row not yet asked for
    bool m_hasRow = false;
};

class QtQuery final : public Query
{
public:
    QtQuery(const Database &database, const QSqlDatabase &handle, const QString &sql)
        : m_database(database), m_query(handle)
    {
        if (!m_query.prepare(sql))
            refuse(m_database, m_query.lastError(), sql);
    }

    void run(const QList<Value> &values) override
    {
        for (int i = 0; i < values.size(); ++i)
            m_query.bindValue(i, toVariant(values.at(i)));
        if (!m_query.exec())
            refuse(m_database, m_query.lastError(), m_query.lastQuery());
    }

    bool next() override
    {
        if (m_query.next())
            return true;
        if (m_query.lastError().isValid())
            refuse(m_database, m_query.lastError(), m_query.lastQuery());
        return false;
    }

    void finish() override { m_query.finish(); }
    [[nodiscard]] Value value(int column) const override { return fromVariant(m_query.value(column)); }
    [[nodiscard]] qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const override { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const override { return m_query.isNull(column); }
    [[nodiscard]] int changed() const override { return m_query.numRowsAffected(); }

private:
    const Database &m_database;
    QSqlQuery m_query; ///< not forward-only: it would lose its rows when the next one starts
};

} // namespace

sqlite3 *sqliteHandle(const QSqlDatabase &connection)
{
    const QVariant handle = connection.driver()->handle();
    return *static_cast<sqlite3 *const *>(handle.constData());
}

std::unique_ptr<Query> Query::prepare(const Database &database, const QSqlDatabase &handle, const QString &sql)
{
    if (database.engine() == Engine::PostgreSql)
        return std::make_unique<QtQuery>(database, handle, sql);
    return std::make_unique<SqliteQuery>(database, sqliteHandle(handle), sql);
}

} // namespace turnus::server
