#include "core/storage/connection.h"

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

QString codeOf(int code)
{
    switch (code & 0xff) {
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

Connection::Connection(QString path, const Clock &clock, ChangeNotifier *notifier)
    : m_path(std::move(path)), m_clock(clock), m_notifier(notifier)
{
}

Connection::~Connection()
{
    m_statements.clear();
}

Result<std::unique_ptr<Connection>> Connection::open(const OpenOptions &options, const Clock &clock)
{
    std::unique_ptr<Connection> connection(new Connection(options.path, clock, options.notifier));
    try {
        const int flags = options.readOnly ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
        connection->m_database = std::make_unique<SQLite::Database>(options.path.toStdString(), flags,
                                                                    static_cast<int>(limits::busyTimeout.count()),
                                                                    options.vfs.toStdString());
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(errorFrom(exception, options.path));
    }
    TURNUS_TRY(connection->configure(options.readOnly));
    TURNUS_TRY(connection->migrate(options.readOnly));
    if (options.notifier)
        sqlite3_update_hook(connection->handle(), collectChange, &connection->m_changes);
    return connection;
}

Status Connection::configure(bool readOnly)
{
    try {
        if (!readOnly)
            m_database->exec("PRAGMA journal_mode = WAL");
        m_database->exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                         "PRAGMA cache_size = -8000; PRAGMA recursive_triggers = OFF");
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(errorFrom(exception, m_path));
    }
    return {};
}

Status Connection::migrate(bool readOnly)
{
    try {
        return migrations::apply(*m_database, m_path, readOnly);
    } catch (const SQLite::Exception &exception) {
        return tl::unexpected(errorFrom(exception, m_path));
    }
}

sqlite3 *Connection::handle() const
{
    return m_database->getHandle();
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
    m_database->exec("BEGIN IMMEDIATE");
    m_inTransaction = true;
    m_changes = {};
}

void Connection::commit()
{
    m_database->exec("COMMIT");
    m_inTransaction = false;
    if (m_notifier)
        m_notifier->publish(std::exchange(m_changes, {}));
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
    m_connection.m_database->exec("BEGIN");
    m_connection.m_inTransaction = m_began = true;
}

Connection::ReadScope::~ReadScope()
{
    if (m_began)
        m_connection.rollback();
}

} // namespace turnus::storage
