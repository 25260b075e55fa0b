#include "sync/server/store/connection.h"

#include "core/sqlite/setup.h"
#include "core/sqlite/writeaheadlog.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/sqlerrors.h"
#include "sync/server/store/storemove.h"

#include <QAtomicInteger>
#include <QScopedValueRollback>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <optional>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

Status asStatus(const SqlError &error)
{
    return fail(Domain::Storage, error.code, error.detail);
}

} // namespace

Connection::Connection(Database &database) : m_database(database)
{
    static QAtomicInteger<int> number;
    m_name = u"turnus-server-%1"_s.arg(++number);
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    // SQLite waits for its statements; PostgreSQL's driver goes first, for it would tell a server that is gone of each
    // statement that it no longer needs.
    if (engine() == Engine::Sqlite)
        m_statements.clear();
    m_handle = {};
    QSqlDatabase::removeDatabase(m_name);
    m_statements.clear();
}

Result<std::unique_ptr<Connection>> Connection::open(Database &database)
{
    TURNUS_ASSIGN(connection, openAsItIs(database));
    TURNUS_TRY(connection->enter());
    connection->m_opensAgain = database.engine() == Engine::PostgreSql;
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::openAsItIs(Database &database)
{
    std::unique_ptr<Connection> connection(new Connection(database));
    TURNUS_TRY(connection->configure());
    return connection;
}

Status Connection::configure()
{
    const bool sqlite = engine() == Engine::Sqlite;
    sqlite::setUp();
    m_handle = QSqlDatabase::addDatabase(sqlite ? u"QSQLITE"_s : u"QPSQL"_s, m_name);
    if (!m_handle.isValid())
        return fail(Domain::Storage, u"driver-missing", sqlite ? u"libqt6sql6-sqlite"_s : u"libqt6sql6-psql"_s);
    m_handle.setDatabaseName(m_database.m_path);
    if (sqlite) {
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(limits::busyTimeout.count());
        if (m_database.m_path.startsWith("file:"_L1))
            options += u";QSQLITE_OPEN_URI"_s;
        m_handle.setConnectOptions(options);
    } else {
        m_handle.setHostName(m_database.m_host);
        m_handle.setPort(m_database.m_port);
        m_handle.setUserName(m_database.m_user);
        m_handle.setPassword(m_database.m_password);
        m_handle.setConnectOptions(m_database.connectOptions());
    }
    if (!m_handle.open())
        return tl::unexpected(cannotOpen(m_database, m_handle.lastError()));
    // The first that SQLite reads of the file.
    if (QSqlQuery first(m_handle); sqlite && !first.exec(u"PRAGMA journal_mode = WAL"_s))
        return tl::unexpected(cannotOpen(m_database, first.lastError()));
    try {
        if (sqlite) {
            execute(u"PRAGMA synchronous = FULL"_s);
            execute(u"PRAGMA foreign_keys = ON"_s);
            execute(u"PRAGMA cache_size = -32000"_s);
            // Statements go to the library that is linked here: Qt must use the same.
            QSqlQuery source(m_handle);
            if (!source.exec(u"SELECT sqlite_source_id()"_s) || !source.next() ||
                source.value(0).toString() != QLatin1StringView(sqlite3_sourceid()))
                return fail(Domain::Storage, u"driver-missing", u"Qt's SQLite is another than this program's"_s);
            sqlite::watchLog(sqliteHandle(m_handle), m_database.m_logPages);
        } else {
            execute(u"SET client_min_messages = warning"_s);
            enterSchema();
            execute(u"SET application_name = '%1'"_s.arg(m_database.program().remove(u'\'')));
        }
    } catch (const SqlError &error) {
        return asStatus(error);
    }
    return {};
}

/// The server's default is asked for once: nothing of the company may go elsewhere when it changes.
void Connection::enterSchema()
{
    const bool named = !m_database.schema().isEmpty();
    const auto goThere = [this] { execute(u"SET search_path TO "_s + m_database.quotedSchema()); };
    if (named)
        goThere();
    QSqlQuery query(m_handle);
    if (!query.exec(u"SELECT current_schema()"_s) || !query.next())
        refuse(m_database, query.lastError(), query.lastQuery());
    if (query.isNull(0))
        refuseSchema(m_database);
    if (!named) {
        m_database.keepSchema(query.value(0).toString());
        goThere();
    }
}

void Connection::execute(const QString &sql)
{
    QSqlQuery query(m_handle);
    if (!query.exec(sql))
        refuse(m_database, query.lastError(), sql);
}

void Connection::executeOften(const QString &sql)
{
    if (engine() == Engine::Sqlite)
        Statement(*this, sql);
    else
        execute(sql);
}

Status Connection::enter()
{
    TURNUS_TRY(migrations::apply(*this));
    // A statement over many rows keeps what it would undo; as a file that takes longer than its work. Not for a
    // migration, which may sort a whole table.
    if (engine() == Engine::Sqlite)
        QSqlQuery(m_handle).exec(u"PRAGMA temp_store = MEMORY"_s);
    return m_database.m_mayHaveMoved ? Status() : refuseMoved(*this);
}

Status Connection::reopen()
{
    close();
    TURNUS_TRY(configure());
    m_lost = false;
    const QScopedValueRollback once(m_opensAgain, false);
    return enter();
}

Status Connection::begin(const QString &sql)
{
    const auto begun = [&]() -> Status {
        try {
            executeOften(sql);
        } catch (const SqlError &error) {
            m_lost = engine() == Engine::PostgreSql;
            return asStatus(error);
        }
        return {};
    };
    if (!m_opensAgain)
        return begun();
    if (!m_lost && begun())
        return {};
    // PostgreSQL may have been started anew. It knows nothing of this transaction yet, so that it can begin again.
    if (const Status opened = reopen(); !opened) {
        m_lost = true;
        return fail(Domain::Storage, u"busy", opened.error().detail);
    }
    return begun();
}

Status Connection::attempt(const QString &sql, const std::function<Status()> &work)
{
    TURNUS_TRY(begin(sql));
    Status done;
    m_announced = false;
    try {
        done = work();
        if (done) {
            executeOften(u"COMMIT"_s);
            return done;
        }
    } catch (const SqlError &error) {
        done = asStatus(error);
    }
    // PostgreSQL says "busy" of a server that is gone or going.
    m_lost = engine() == Engine::PostgreSql && done.error().domain == Domain::Storage && done.error().code == "busy"_L1;
    QSqlQuery(m_handle).exec(u"ROLLBACK"_s);
    return done;
}

Status Connection::read(const std::function<Status()> &work)
{
    if (m_reading) {
        try {
            return work();
        } catch (const SqlError &error) {
            return asStatus(error);
        }
    }
    return attempt(engine() == Engine::Sqlite ? u"BEGIN"_s : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s, [&] {
        const QScopedValueRollback reading(m_reading, true);
        return work();
    });
}

Status Connection::write(const std::function<Status()> &work)
{
    if (engine() == Engine::Sqlite) {
        // Waiting here is fair and cheap; SQLite's own waiting is neither.
        const std::lock_guard writer(m_database.m_writer);
        Status done = attempt(u"BEGIN IMMEDIATE"_s, work);
        if (done && m_announced && m_database.m_committed)
            m_database.m_committed();
        return done;
    }
    Status done;
    for (int turn = 0; turn < limits::transactionTries; ++turn) {
        done = attempt(u"BEGIN"_s, work);
        if (done || done.error().code != "retry"_L1)
            return done;
    }
    return fail(Domain::Storage, u"busy", done.error().detail);
}

Result<bool> Connection::maintain(const std::function<bool()> &work)
{
    const std::lock_guard writer(m_database.m_writer);
    try {
        return work();
    } catch (const SqlError &error) {
        return tl::unexpected(asStatus(error).error());
    }
}

Status Connection::foldLog()
{
    if (engine() != Engine::Sqlite || m_database.m_logPages < sqlite::logPagesToFold)
        return {};
    const auto fold = [this]() -> Status {
        QSqlQuery query(m_handle);
        if (query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s))
            return {};
        return fail(Domain::Storage, u"io", m_database.name() + u": "_s + query.lastError().text());
    };
    TURNUS_TRY(fold());
    // Little has come meanwhile. Once all is folded in, the next writer begins the log anew.
    const std::lock_guard writer(m_database.m_writer);
    TURNUS_TRY(fold());
    m_database.m_logPages = 0;
    return {};
}

void Connection::announce()
{
    if (std::exchange(m_announced, true) || engine() == Engine::Sqlite)
        return;
    // Delivered by PostgreSQL when, and only when, this transaction commits.
    run(*this, u"SELECT pg_notify(?, '')"_s, m_database.channel());
}

qint64 Connection::dataVersion()
{
    QSqlQuery query(m_handle);
    return query.exec(u"PRAGMA data_version"_s) && query.next() ? query.value(0).toLongLong() : 0;
}

QMetaObject::Connection Connection::listen(const std::function<void()> &heard)
{
    const QString channel = m_database.channel();
    QSqlDriver *driver = m_handle.driver();
    if (!m_handle.isOpen() ||
        (!driver->subscribedToNotifications().contains(channel) && !driver->subscribeToNotification(channel)))
        m_lost = true;
    return QObject::connect(driver, &QSqlDriver::notification, driver, [heard] { heard(); });
}

Status Connection::nested(const std::function<Status()> &work)
{
    const QString name = u"level%1"_s.arg(++m_nested);
    execute(u"SAVEPOINT "_s + name);
    Status done;
    std::optional<SqlError> thrown;
    try {
        done = work();
    } catch (const SqlError &error) {
        thrown = error;
        done = asStatus(error);
    }
    --m_nested;
    if (thrown && thrown->code != "constraint"_L1 && thrown->code != "sql"_L1)
        throw SqlError(*thrown);
    execute((done ? u"RELEASE SAVEPOINT "_s : u"ROLLBACK TO SAVEPOINT "_s) + name);
    return done;
}

std::unique_ptr<Query> Connection::take(const QString &sql)
{
    auto cached = m_statements.extract(sql);
    return cached ? std::move(cached.mapped()) : Query::prepare(m_database, m_handle, sql);
}

void Connection::giveBack(const QString &sql, std::unique_ptr<Query> query)
{
    query->finish();
    if (m_statements.size() >= limits::cachedStatements)
        m_statements.clear();
    m_statements.insert_or_assign(sql, std::move(query));
}

Statement::Statement(Connection &connection, QString sql, const QList<Value> &values)
    : m_connection(connection), m_sql(std::move(sql)), m_query(connection.take(m_sql))
{
    try {
        m_query->run(values);
    } catch (const SqlError &) {
        // Kept, for PostgreSQL cannot free it while the transaction is spoilt.
        connection.giveBack(m_sql, std::move(m_query));
        throw;
    }
}

Statement::~Statement()
{
    m_connection.giveBack(m_sql, std::move(m_query));
}

bool Statement::next()
{
    return m_query->next();
}

Value Statement::value(int column) const
{
    return m_query->value(column);
}

qint64 Statement::integer(int column) const
{
    return m_query->integer(column);
}

QString Statement::text(int column) const
{
    return m_query->text(column);
}

QByteArray Statement::bytes(int column) const
{
    return m_query->bytes(column);
}

bool Statement::isNull(int column) const
{
    return m_query->isNull(column);
}

int Statement::changed() const
{
    return m_query->changed();
}

} // namespace turnus::server
