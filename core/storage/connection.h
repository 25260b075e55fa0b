#pragma once

#include "core/sqlite/writeaheadlog.h"
#include "core/storage/changes.h"
#include "core/storage/limits.h"
#include "core/storage/statement.h"
#include "core/support/result.h"

#include <SQLiteCpp/Exception.h>
#include <atomic>
#include <memory>
#include <string>
#include <type_traits>
#include <unordered_map>

struct sqlite3;
namespace SQLite {
class Database;
}

namespace turnus {
class Clock;
}

namespace turnus::storage {

class Writer;

struct OpenOptions
{
    QString path;
    bool readOnly = false;
    QString vfs;                        ///< named SQLite VFS, for fault injection; empty for the platform's
    ChangeNotifier *notifier = nullptr; ///< told of every commit of this connection
};

/// Maps an SQLite failure to an error: busy, full, io, damaged, constraint …
Error errorFrom(const SQLite::Exception &exception, const QString &path);

/// One SQLite connection to the handheld's database, for one thread. WAL, foreign keys on, synchronous FULL.
/// Statements are made inside read() and write() only. After a failure of the disk the file is opened anew for the next
/// transaction: SQLite undoes what was written, but its search index may remember what was not, and would call a sound
/// file damaged from then on.
class Connection
{
public:
    /// Opens and migrates; refuses files of a newer program ("file-newer") and damaged ones ("damaged") untouched.
    static Result<std::unique_ptr<Connection>> open(const OpenOptions &options, const Clock &clock);
    ~Connection();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    /// `query("SELECT name FROM customer WHERE id = ?", id)`: prepared once, bound, not yet stepped.
    template <class... Args>
    Statement query(std::string_view sql, const Args &...args)
    {
        Statement statement = prepared(sql);
        int index = 0;
        (statement.bind(++index, Value(args)), ...);
        return statement;
    }
    /// Runs a statement that returns no rows; for tables that are not synced. Returns the rows changed.
    template <class... Args>
    int execute(std::string_view sql, const Args &...args)
    {
        Statement statement = query(sql, args...);
        statement.step();
        return changedRows();
    }

    /// Runs `body()` and returns its value, or the error of what SQLite threw. All reads in it see one state.
    template <class Body>
    auto read(Body &&body) -> Result<std::invoke_result_t<Body>>
    {
        try {
            const ReadScope scope(*this);
            if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
                body();
                return {};
            } else {
                return body();
            }
        } catch (const SQLite::Exception &exception) {
            return tl::unexpected(failure(exception));
        }
    }

    /// Runs `body(Writer &)`, which returns a Result or Status, in one immediate transaction: committed when it
    /// succeeds, rolled back with nothing changed when it fails or throws.
    template <class Body>
    auto write(Body &&body) -> std::invoke_result_t<Body, Writer &>;

    /// Folds the write-ahead log into the database when it has grown, beside all readers and writers. For a quiet
    /// moment of a thread that nobody waits for: a commit would take tens of milliseconds longer.
    Status foldLog(int fromPages = sqlite::logPagesToFold);

    /// Another one after a failure of the disk; the same while a transaction is open.
    [[nodiscard]] sqlite3 *handle();
    [[nodiscard]] const QString &path() const { return m_options.path; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }

private:
    friend class Writer;
    class ReadScope
    {
    public:
        explicit ReadScope(Connection &connection);
        ~ReadScope();
        ReadScope(const ReadScope &) = delete;
        ReadScope &operator=(const ReadScope &) = delete;

    private:
        Connection &m_connection;
        bool m_began = false;
    };

    Connection(OpenOptions options, const Clock &clock);
    [[nodiscard]] std::unique_ptr<SQLite::Database> connect();
    Status migrate();
    Error failure(const SQLite::Exception &exception);
    /// Opens the file anew where that is due.
    void renew();
    Statement prepared(std::string_view sql);
    [[nodiscard]] int changedRows() const;
    void begin();
    void commit();
    void rollback() noexcept;

    OpenOptions m_options;
    const Clock &m_clock;
    ChangeSet m_changes;
    std::atomic<int> m_ownLogPages = 0; ///< in the write-ahead log, where no notifier counts them for all connections
    std::atomic<int> &m_logPages;
    std::unique_ptr<SQLite::Database> m_database;
    std::unordered_map<std::string, std::shared_ptr<Statement::Cached>> m_statements;
    bool m_inTransaction = false;
    bool m_failed = false; ///< the disk has, since the file was opened
};

} // namespace turnus::storage

#include "core/storage/writer.h"

template <class Body>
auto turnus::storage::Connection::write(Body &&body) -> std::invoke_result_t<Body, turnus::storage::Writer &>
{
    try {
        begin();
        Writer writer(*this);
        auto result = body(writer);
        if (!result) {
            rollback();
            return result;
        }
        writer.finish();
        commit();
        return result;
    } catch (const SQLite::Exception &exception) {
        rollback();
        return tl::unexpected(failure(exception));
    }
}
