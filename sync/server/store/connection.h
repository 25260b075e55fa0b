#pragma once

#include "core/support/result.h"
#include "sync/server/store/query.h"

#include <QHash>
#include <QMetaObject>
#include <QSqlDatabase>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace turnus::server {

enum class Engine { Sqlite, PostgreSql };

/// What an engine refused, while inside Connection::read or write, which turn it into an Error. `code` is that
/// Error's: "constraint", "busy", "full", "io", "damaged", "rights", "sql", "retry".
struct SqlError
{
    QString code;
    QString detail;
};

/// Where the company lives, and the one lock that keeps this process's writers in a row on SQLite. Shared by all
/// connections; outlives them.
class Database
{
public:
    /// "postgres://user:password@host:port/name?schema=s", or the path of an SQLite file or its URI
    /// ("file:name?vfs=v").
    [[nodiscard]] static Result<std::unique_ptr<Database>> at(const QString &location);

    [[nodiscard]] Engine engine() const { return m_engine; }
    [[nodiscard]] QString path() const { return m_path; }
    /// Without the password; for people.
    [[nodiscard]] QString name() const;
    /// What `at` finds it by from every directory, without the password.
    [[nodiscard]] QString location() const;
    /// What PostgreSQL's own tools want to know to reach it.
    [[nodiscard]] QStringList connectArguments() const;
    /// The same, and which part of it is the company's.
    [[nodiscard]] QStringList dumpArguments() const;
    /// PostgreSQL's; empty for the server's default.
    [[nodiscard]] const QString &schema() const { return m_schema; }
    /// Empty when PostgreSQL's client library is to find it (PGPASSFILE, PGPASSWORD).
    [[nodiscard]] const QString &password() const { return m_password; }
    /// What connections of turnus-server to this company call themselves in PostgreSQL.
    [[nodiscard]] QString program() const;
    /// Set while this process keeps all others off the company (backup.h): its own connections do not wait then.
    [[nodiscard]] bool isHeld() const { return m_held; }
    void setHeld(bool held) { m_held = held; }
    /// Set by who only reads: a company that was moved elsewhere (storemove.h) may be looked at.
    void setMayHaveMoved(bool may) { m_mayHaveMoved = may; }
    /// Called after a commit of this process that announced something, on the committing thread; only for SQLite.
    void setCommitted(std::function<void()> committed);

private:
    friend class Connection;
    Database() = default;

    Engine m_engine = Engine::Sqlite;
    QString m_path;
    QString m_host;
    QString m_user;
    QString m_password;
    QString m_schema;
    int m_port = 0;
    bool m_held = false;
    bool m_mayHaveMoved = false;
    std::atomic<int> m_logPages = 0; ///< in SQLite's write-ahead log after the last commit of this process
    std::mutex m_writer;
    std::function<void()> m_committed; ///< guarded by m_writer
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
