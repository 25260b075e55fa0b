#pragma once

#include "sync/server/store/database.h"
#include "sync/server/store/query.h"

#include <QHash>
#include <QMetaObject>
#include <QSqlDatabase>
#include <functional>
#include <memory>
#include <unordered_map>

namespace turnus::server {

/// What an engine refused, while inside Connection::read or write, which turn it into an Error. `code` is that
/// Error's: "constraint", "busy", "full", "io", "damaged", "rights", "sql", "retry".
struct SqlError
{
    QString code;
    QString detail;
};

/// One connection, used by the thread that opened it. All SQL of the server runs inside read() or write(), which
/// commit as a whole or not at all.
class Connection
{
public:
    /// Opens and brings the schema up to date; refuses a database that a newer program wrote ("file-newer") or
    /// that the company was moved from ("moved"). To a PostgreSQL that was started anew the next read or write connects
    /// again, when it can: nobody notices who was in none.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(Database &database);
    /// Without touching the schema. What is lost stays lost, with what the session held.
    [[nodiscard]] static Result<std::unique_ptr<Connection>> openAsItIs(Database &database);
    ~Connection();
    Connection(const Connection &) = delete;

    /// One consistent view of the data; inside another read, its view. Throws nothing; an engine's refusal is the
    /// result.
    [[nodiscard]] Status read(const std::function<Status()> &work);
    /// Commits when `work` returns a value, rolls back otherwise. `work` runs again when the engine asks for it, so
    /// it must only change what is in the database or what it resets at its beginning.
    [[nodiscard]] Status write(const std::function<Status()> &work);
    /// Outside transactions: work on the database as a whole, while no other writer of this process is at it.
    [[nodiscard]] Result<bool> maintain(const std::function<bool()> &work);
    /// SQLite: folds the write-ahead log into the file when it has grown, beside all readers and as far as it goes
    /// beside writers. For a thread that nobody waits for.
    [[nodiscard]] Status foldLog();
    /// Inside write: undoes what `work` did when it fails, and goes on.
    [[nodiscard]] Status nested(const std::function<Status()> &work);

    /// True when the engine cannot be reached any more: open another.
    [[nodiscard]] bool isLost() const { return m_lost; }
    [[nodiscard]] Engine engine() const { return m_database.engine(); }
    [[nodiscard]] Database &database() { return m_database; }

    /// Inside write: tells ChangeSignal of every process once this is committed.
    void announce();
    /// SQLite: differs when another connection has committed since.
    [[nodiscard]] qint64 dataVersion();
    /// PostgreSQL: calls `heard` from this thread's event loop for each announcement until the link is disconnected.
    [[nodiscard]] QMetaObject::Connection listen(const std::function<void()> &heard);
    /// Runs text without parameters.
    void execute(const QString &sql);

private:
    friend class Statement;
    explicit Connection(Database &database);
    void close();
    [[nodiscard]] Status configure();
    void enterSchema();
    [[nodiscard]] Status enter();
    [[nodiscard]] Status reopen();
    [[nodiscard]] Status begin(const QString &sql);
    [[nodiscard]] Status attempt(const QString &sql, const std::function<Status()> &work);
    /// SQLite prepares it once.
    void executeOften(const QString &sql);
    [[nodiscard]] std::unique_ptr<Query> take(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<Query> query);

    Database &m_database;
    QString m_name;
    QSqlDatabase m_handle;
    std::unordered_map<QString, std::unique_ptr<Query>> m_statements;
    int m_nested = 0;
    bool m_reading = false;
    bool m_announced = false;
    bool m_lost = false;
    bool m_opensAgain = false;
};

/// A prepared statement; returns to its connection's cache when it goes. Throws SqlError.
class Statement
{
public:
    template <class... Args>
    Statement(Connection &connection, QString sql, const Args &...args)
        : Statement(connection, std::move(sql), QList<Value>{toValue(args)...})
    {
    }
    Statement(Connection &connection, QString sql, const QList<Value> &values);
    ~Statement();
    Statement(const Statement &) = delete;

    [[nodiscard]] bool next();
    [[nodiscard]] Value value(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int changed() const;

private:
    static Value toValue(const Value &v) { return v; }
    static Value toValue(qint64 v) { return v; }
    static Value toValue(int v) { return qint64{v}; }
    static Value toValue(bool v) { return qint64{v}; }
    static Value toValue(double v) { return v; }
    static Value toValue(const QString &v) { return v; }
    static Value toValue(const QByteArray &v) { return v; }

    Connection &m_connection;
    QString m_sql;
    std::unique_ptr<Query> m_query;
};

/// Runs a statement for its effect; says how many rows it touched.
template <class... Args>
int run(Connection &connection, QString sql, const Args &...args)
{
    Statement statement(connection, std::move(sql), args...);
    return statement.changed();
}

/// First column of the first row; nothing when there is none.
template <class... Args>
Value one(Connection &connection, QString sql, const Args &...args)
{
    Statement statement(connection, std::move(sql), args...);
    return statement.next() ? statement.value(0) : Value{};
}

} // namespace turnus::server
