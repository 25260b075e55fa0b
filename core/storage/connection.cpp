#include "core/storage/connection.h"

#include "core/sqlite/setup.h"
#include "core/storage/limits.h"
#include "core/storage/migrations.h"
#include "core/support/clock.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::storage {

namespace {

void collectChange(void *changes, int /*operation*/, const char * /*database*/, const char *table, sqlite3_int64 row)
{
    static_cast<ChangeSet *>(changes)->add(QLatin1StringView(table), row);
}

/// Of SQLite's extended codes, the part that all of a kind share.
constexpr int primaryCode = 0xff;

QString codeOf(int code)
{
    switch (code & primaryCode) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return u"busy"_s;
    case SQLITE_FULL:
        return u"full"_s;
    case SQLITE_IOERR:
        return u"io"_s;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return u"damaged"_s;
    case SQLITE_CONSTRAINT:
        return u"constraint"_s;
    case SQLITE_READONLY:
        return u"read-only"_s;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return u"cannot-open"_s;
    default:
        return u"failed"_s;
    }
}

} // namespace

Error errorFrom(const SQLite::Exception &exception, const QString &path)
{
    return {Domain::Storage, codeOf(exception.getErrorCode()),
            u"%1: %2"_s.arg(path, QString::fromUtf8(exception.what()))};
}

Connection::Connection(OpenOptions options, const Clock &clock)
    : m_options(std::move(options)), m_clock(clock),
      m_logPages(m_options.notifier ? m_options.notifier->logPages() : m_ownLogPages)
{
}

Connection::~Connection()
{
    m_statements.clear();
}

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions &options, const Clock &clock)
{
    sqlite::setUp();
    std::unique_ptr<Connection> connection(new Connection(options, clock));
    try {
        connection->m_database = connection->connect();
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(errorFrom(exception, options.path));
    }
    TURNUS_TRY(connection->migrate());
    return connection;
}

std::unique_ptr<SQLite::Database> Connection::connect()
{
    const int flags = m_options.readOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    auto database =
        std::make_unique<SQLite::Database>(m_options.path.toStdString(), flags,
                                           static_cast<int>(limits::busyTimeout.count()), m_options.vfs.toStdString());
    if (!m_options.readOnly)
        database->exec("PRAGMA journal_mode = WAL");
    database->exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                   "PRAGMA cache_size = -8000; PRAGMA recursive_triggers = OFF;"
                   // A statement over many rows keeps what it would undo; as a file that takes longer than its work.
                   "PRAGMA temp_store = MEMORY");
    if (m_options.notifier)
        sqlite3_update_hook(database->getHandle(), collectChange, &m_changes);
    sqlite::watchLog(database->getHandle(), m_logPages);
    return database;
}

Status Connection::migrate()
{
    try {
        return migrations::apply(*m_database, m_options.path, m_options.readOnly);
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(errorFrom(exception, m_options.path));
    }
}

Error Connection::failure(const SQLite::Exception &exception)
{
    const int code = exception.getErrorCode() & primaryCode;
    m_failed = m_failed || code == SQLITE_IOERR || code == SQLITE_FULL || code == SQLITE_CORRUPT;
    return errorFrom(exception, m_options.path);
}

void Connection::renew()
{
    if (!m_failed || m_inTransaction)
        return;
    auto fresh = connect();
    m_statements.clear();
    m_database = std::move(fresh);
    m_failed = false;
}

sqlite3 *Connection::handle()
{
    try {
        renew();
    } catch (const SQLite::Exception &) {
        // The next transaction tries again, and tells.
    }
    return m_database->getHandle();
}

Status Connection::foldLog(int fromPages)
{
    if (m_inTransaction || m_logPages < fromPages)
        return {};
    const int code = sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY)
        return tl::unexpected(failure(SQLite::Exception(m_database->getHandle(), code)));
    m_logPages = 0;
    return {};
}

int Connection::changedRows() const
{
    return m_database->getChanges();
}

Statement Connection::prepared(std::string_view sql)
{
    const auto make = [this](const std::string &text) {
        return std::make_shared<Statement::Cached>(*m_database, text);
    };
    std::string key(sql);
    auto &cached = m_statements[key];
    if (!cached)
        cached = make(key);
    return Statement(cached->lent ? make(key) : cached);
}

void Connection::begin()
{
    renew();
    m_database->exec("BEGIN IMMEDIATE");
    m_inTransaction = true;
    m_changes = {};
}

void Connection::commit()
{
    m_database->exec("COMMIT");
    m_inTransaction = false;
    if (m_options.notifier)
        m_options.notifier->publish(std::exchange(m_changes, {}));
}

void Connection::rollback() noexcept
{
    if (m_database->getHandle() && !sqlite3_get_autocommit(m_database->getHandle()))
        m_database->tryExec("ROLLBACK");
    m_inTransaction = false;
    m_changes = {};
}

Connection::ReadScope::ReadScope(Connection &connection) : m_connection(connection)
{
    if (m_connection.m_inTransaction)
        return;
    m_connection.renew();
    m_connection.m_database->exec("BEGIN");
    m_connection.m_inTransaction = m_began = true;
}

Connection::ReadScope::~ReadScope()
{
    if (m_began)
        m_connection.rollback();
}

} // namespace turnus::storage
