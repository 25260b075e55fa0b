#pragma once

#include "core/support/result.h"

#include <QMap>
#include <QStringList>
#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

class QUrlQuery;

namespace turnus::server {

enum class Engine { Sqlite, PostgreSql };

/// Where the company lives, and the one lock that keeps this process's writers in a row on SQLite. Shared by all
/// connections; outlives them.
class Database
{
public:
    /// "postgres://user:password@host:port/name?schema=s" (and host, sslmode, sslrootcert, sslcert, sslkey as libpq
    /// knows them), or the path of an SQLite file or its URI ("file:name?vfs=v").
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
    /// PostgreSQL's, where the company lies: as the location says, or else the server's default as the first connection
    /// found it.
    [[nodiscard]] QString schema() const;
    /// For SQL and for patterns of PostgreSQL's tools.
    [[nodiscard]] QString quotedSchema() const;
    /// On which PostgreSQL tells of the company's commits.
    [[nodiscard]] QString channel() const;
    /// What they find in their environment: the password, unless PostgreSQL's client library is to find it (PGPASSFILE,
    /// PGPASSWORD), and how the connection is secured.
    [[nodiscard]] QMap<QString, QString> toolEnvironment() const;
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
    [[nodiscard]] Status readQuery(const QUrlQuery &query);
    /// Qt's, for a connection.
    [[nodiscard]] QString connectOptions() const;
    /// Unless one is known.
    void keepSchema(const QString &schema);

    Engine m_engine = Engine::Sqlite;
    QString m_path;
    QString m_host;
    QString m_user;
    QString m_password;
    QString m_schema;             ///< guarded by m_schemaLock
    QMap<QString, QString> m_tls; ///< sslmode …, as the location says
    int m_port = 0;
    bool m_held = false;
    bool m_mayHaveMoved = false;
    std::atomic<int> m_logPages = 0; ///< in SQLite's write-ahead log after the last commit of this process
    mutable std::mutex m_schemaLock;
    std::mutex m_writer;
    std::function<void()> m_committed; ///< guarded by m_writer
};

} // namespace turnus::server
