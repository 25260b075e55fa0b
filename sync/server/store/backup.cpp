#include "sync/server/store/backup.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/limits.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

Status copyDatabase(Connection &connection, const QString &file)
{
    try {
        // Not inside a transaction: VACUUM takes its own view of the data.
        run(connection, u"VACUUM INTO ?"_s, file);
    } catch (const SqlError &error) {
        return fail(Domain::Storage, error.code, error.detail);
    }
    return {};
}

/// Runs one of PostgreSQL's own tools.
Status tool(const Database &database, const QString &program, const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!database.password().isEmpty())
        environment.insert(u"PGPASSWORD"_s, database.password());
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError()).simplified().left(1'000);
        return fail(Domain::Storage, u"backup",
                    u"%1 failed: %2"_s.arg(program, said.isEmpty() ? process.errorString() : said));
    }
    return {};
}

/// Everything of the company's schema that is there, as SQL that removes it. Tables a newer program made are not in the
/// dump, so that its own --clean would leave them.
Result<QString> emptying(Database &database)
{
    TURNUS_ASSIGN(connection, Connection::openAsItIs(database));
    QString sql;
    TURNUS_TRY(connection->read([&]() -> Status {
        const Value schema = one(*connection, u"SELECT current_schema()"_s);
        if (!database.schema().isEmpty()) {
            sql = u"DROP SCHEMA IF EXISTS \"%1\" CASCADE"_s.arg(QString(database.schema()).remove(u'"'));
            return {};
        }
        QStringList tables;
        Statement row(*connection, u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"_s);
        while (row.next())
            tables.append(u"\"%1\".\"%2\""_s.arg(textOf(schema), row.text(0)));
        sql = tables.isEmpty() ? u"SELECT 1"_s : u"DROP TABLE "_s + tables.join(u", "_s) + u" CASCADE"_s;
        return {};
    }));
    return sql;
}

} // namespace

Status backUp(Connection &connection, const ContentStore &content, const QString &file)
{
    if (QFile::exists(file))
        return fail(Domain::Input, u"file-exists", file + u": is there already"_s);
    // Under another name until it is whole.
    const QString part = file + u".part"_s;
    QFile::remove(part);
    TURNUS_TRY(connection.engine() == Engine::Sqlite ? copyDatabase(connection, part)
                                                     : dumpPostgres(connection.database(), part));
    QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    // Files are never changed, only added: those that the copied rows name are all here by now.
    const ContentStore copy(file + u".content"_s);
    for (const QString &name : content.names()) {
        const auto put = copy.put(content.path(name));
        if (!put)
            return tl::unexpected(put.error());
    }
    if (!QFile::rename(part, file))
        return fail(Domain::Storage, u"io", file + u": cannot be written"_s);
    return {};
}

Status foldLog(Connection &connection)
{
    try {
        connection.execute(u"PRAGMA journal_mode = DELETE"_s);
    } catch (const SqlError &error) {
        return fail(Domain::Storage, error.code, error.detail);
    }
    return {};
}

Status dumpPostgres(const Database &database, const QString &file)
{
    return tool(database, u"pg_dump"_s, database.dumpArguments() + QStringList{u"-Fc"_s, u"-f"_s, file});
}

Status loadPostgres(Database &database, const QString &file)
{
    const QTemporaryDir directory;
    const QString script = directory.filePath(u"company.sql"_s);
    TURNUS_TRY(tool(database, u"pg_restore"_s, {u"--no-owner"_s, u"--no-privileges"_s, u"-f"_s, script, file}));
    TURNUS_ASSIGN(sql, emptying(database));
    return tool(database, u"psql"_s,
                database.connectArguments() + QStringList{u"-X"_s, u"-q"_s, u"-1"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s,
                                                          u"-c"_s, sql, u"-f"_s, script});
}

Status refuseIfOthersAreConnected(Database &database)
{
    TURNUS_ASSIGN(connection, Connection::openAsItIs(database));
    qint64 others = 1;
    // PostgreSQL takes a moment to notice that a server has gone.
    for (int look = 0; look < limits::connectionLooks && others > 0; ++look) {
        if (look > 0)
            QThread::msleep(limits::connectionPause.count());
        TURNUS_TRY(connection->read([&]() -> Status {
            others = integerOf(one(*connection, u"SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                                "current_database() AND pid <> pg_backend_pid() AND backend_type = "
                                                "'client backend'"_s));
            return {};
        }));
    }
    if (others > 0) {
        return fail(Domain::Storage, u"in-use",
                    u"%1: %2 other connections; stop the servers first"_s.arg(database.name()).arg(others));
    }
    return {};
}

} // namespace turnus::server
