#include "sync/server/store/migrations.h"

#include "sync/protocol/tables.h"
#include "sync/server/store/connection.h"

#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

// In the global namespace, as Q_INIT_RESOURCE demands: a static library's resources are not registered by themselves.
static void initialiseServerResources()
{
    Q_INIT_RESOURCE(turnus_sync_server_store_files);
}

namespace turnus::server::migrations {

namespace {

constexpr int latest = 19;
/// Key of PostgreSQL's advisory lock that keeps starting processes from migrating at the same time.
constexpr qint64 migrationLock = 0x5475726e7573;

QString step(int version, Engine engine)
{
    QFile file(u":/sync/server/store/migrations/%1.sql"_s.arg(version, 3, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("migration %d is not embedded", version);
    static const QRegularExpression comment(u"^--.*$"_s, QRegularExpression::MultilineOption);
    QString text = QString::fromUtf8(file.readAll()).remove(comment);
    const bool sqlite = engine == Engine::Sqlite;
    return text.replace(u"{integer}"_s, sqlite ? u"INTEGER"_s : u"BIGINT"_s)
        .replace(u"{real}"_s, sqlite ? u"REAL"_s : u"DOUBLE PRECISION"_s)
        .replace(u"{blob}"_s, sqlite ? u"BLOB"_s : u"BYTEA"_s)
        .replace(u"{strict}"_s, sqlite ? u"STRICT"_s : QString())
        .replace(u"{clustered}"_s, sqlite ? u"STRICT, WITHOUT ROWID"_s : QString());
}

/// Tables that are there; of those named, when any are.
qint64 count(Connection &connection, const QString &names = {})
{
    const bool sqlite = connection.engine() == Engine::Sqlite;
    QString sql = sqlite ? u"SELECT count(*) FROM sqlite_master WHERE type = 'table'"_s
                         : u"SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()"_s;
    if (!names.isEmpty())
        sql += (sqlite ? u" AND name IN ("_s : u" AND table_name IN ("_s) + names + u')';
    return integerOf(one(connection, sql));
}

/// 0 for an empty database, -1 for somebody else's.
qint64 version(Connection &connection)
{
    if (count(connection) == 0)
        return 0;
    if (count(connection, u"'meta', 'change', 'account'"_s) != 3)
        return -1;
    const Value schema = one(connection, u"SELECT value FROM meta WHERE key = 'schema'"_s);
    return isNull(schema) ? -1 : integerOf(schema);
}

/// Of the columns that synced tables have: sums and snapshots of others are worth nothing.
qint64 description()
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const protocol::Table &table : protocol::tables()) {
        hash.addData(u"\n%1"_s.arg(table.number).toUtf8());
        for (const protocol::Column &column : table.columns) {
            hash.addData(u" %1"_s.arg(static_cast<int>(column.type)).toUtf8());
            hash.addData(QByteArrayView(column.name.data(), static_cast<qsizetype>(column.name.size())));
        }
    }
    return qFromLittleEndian<qint64>(hash.result().constData());
}

bool isOfAnotherDescription(Connection &connection)
{
    const Value noted = one(connection, u"SELECT value FROM meta WHERE key = 'description'"_s);
    return isNull(noted) || integerOf(noted) != description();
}

/// Devices compare theirs with these, and would fetch every channel anew.
void dropSums(Connection &connection)
{
    for (const QString &table : {u"channel_sum"_s, u"snapshot_frame"_s, u"snapshot"_s, u"snapshot_content"_s})
        run(connection, u"DELETE FROM "_s + table);
    run(connection,
        u"INSERT INTO meta (key, value) VALUES ('description', ?) ON CONFLICT (key) DO UPDATE SET value = "
        "excluded.value"_s,
        description());
}

Status refuseForeign(Connection &connection, qint64 schema)
{
    const QString name = connection.database().name();
    if (schema < 0)
        return fail(Domain::Storage, u"not-turnus", u"%1: not a database of turnus-server"_s.arg(name));
    if (schema > latest) {
        return fail(
            Domain::Storage, u"file-newer",
            u"%1: written by a newer version (schema %2, this program knows %3)"_s.arg(name).arg(schema).arg(latest));
    }
    return {};
}

Status upgrade(Connection &connection)
{
    if (connection.engine() == Engine::PostgreSql)
        connection.execute(u"SELECT pg_advisory_xact_lock(%1)"_s.arg(migrationLock));
    const qint64 from = version(connection);
    TURNUS_TRY(refuseForeign(connection, from));
    static const QRegularExpression statementEnd(u";[ \\t]*\\n"_s);
    for (auto next = static_cast<int>(from) + 1; next <= latest; ++next) {
        for (const QString &statement : step(next, connection.engine()).split(statementEnd)) {
            if (!statement.trimmed().isEmpty())
                connection.execute(statement);
        }
        run(connection, u"UPDATE meta SET value = ? WHERE key = 'schema'"_s, next);
    }
    if (isOfAnotherDescription(connection))
        dropSums(connection);
    return {};
}

Status runOutside(Connection &connection, const QString &sql)
{
    try {
        connection.execute(sql);
    } catch (const SqlError &error) {
        return fail(Domain::Storage, error.code, error.detail);
    }
    return {};
}

} // namespace

int current()
{
    return latest;
}

QStringList tables()
{
    initialiseServerResources();
    static const QRegularExpression made(u"^CREATE TABLE (\\w+)"_s, QRegularExpression::MultilineOption);
    QStringList names;
    for (int version = 1; version <= latest; ++version) {
        auto table = made.globalMatch(step(version, Engine::PostgreSql));
        while (table.hasNext())
            names.append(table.next().captured(1));
    }
    names.removeDuplicates();
    return names;
}

Result<qint64> schemaOf(Connection &connection)
{
    qint64 schema = 0;
    TURNUS_TRY(connection.read([&]() -> Status {
        schema = version(connection);
        return {};
    }));
    return schema;
}

Status check(Connection &connection)
{
    TURNUS_ASSIGN(schema, schemaOf(connection));
    if (schema == 0)
        return fail(Domain::Input, u"no-company", connection.database().name() + u": no company in it"_s);
    return refuseForeign(connection, schema);
}

QString companyLock()
{
    return u"hashtextextended('turnus ' || current_schema(), %1)"_s.arg(migrationLock);
}

Status apply(Connection &connection)
{
    initialiseServerResources();
    // Whoever holds the company for himself is waited for outside a transaction, which would see what was there before.
    const bool waits = connection.engine() == Engine::PostgreSql && !connection.database().isHeld();
    if (waits)
        TURNUS_TRY(runOutside(connection, u"SELECT pg_advisory_lock_shared(%1)"_s.arg(companyLock())));
    bool behind = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        behind = version(connection) != latest || isOfAnotherDescription(connection);
        return {};
    }));
    if (behind)
        TURNUS_TRY(connection.write([&] { return upgrade(connection); }));
    return waits ? runOutside(connection, u"SELECT pg_advisory_unlock_shared(%1)"_s.arg(companyLock())) : Status();
}

} // namespace turnus::server::migrations
