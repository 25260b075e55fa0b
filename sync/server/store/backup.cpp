#include "sync/server/store/backup.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QScopeGuard>
#include <QThread>
#include <csignal>
#include <sys/prctl.h>

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
    const auto own = database.toolEnvironment();
    for (auto word = own.cbegin(); word != own.cend(); ++word)
        environment.insert(word.key(), *word);
    // Else the list of all that a load removes would stand before the error.
    environment.insert(u"PGOPTIONS"_s, environment.value(u"PGOPTIONS"_s) + u" -c client_min_messages=warning"_s);
    process.setProcessEnvironment(environment);
    process.setStandardOutputFile(QProcess::nullDevice());
    // What this process does not live to see done is not done.
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    process.start(program, arguments);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        const QString said = QString::fromUtf8(process.readAllStandardError()).simplified().left(1'000);
        return fail(Domain::Storage, u"backup",
                    u"%1 failed: %2"_s.arg(program, said.isEmpty() ? process.errorString() : said));
    }
    return {};
}

/// Removes the company's tables. Those that came with a newer program are not in the dump, so that its own --clean
/// would leave them.
QString emptyingSql(const Database &database)
{
    QStringList tables = migrations::tables();
    for (QString &table : tables)
        table = database.quotedSchema() + u'.' + table;
    return u"DROP TABLE IF EXISTS %1 CASCADE"_s.arg(tables.join(u", "_s));
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

Status dumpPostgres(const Database &database, const QString &file)
{
    return tool(database, u"pg_dump"_s, database.dumpArguments() + QStringList{u"-Fc"_s, u"-f"_s, file});
}

Status loadPostgres(Database &database, const QString &file, const QString &directory, const QString &then)
{
    const auto clear = [&] { QDir(directory).removeRecursively(); };
    clear();
    const auto leave = qScopeGuard(clear);
    if (!QDir().mkpath(directory) ||
        !QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return fail(Domain::Storage, u"io", directory + u": cannot be made"_s);
    const QString script = QDir(directory).filePath(u"company.sql"_s);
    // What is in the company's schema alone, and not the schema itself: who may not make one can restore, too.
    TURNUS_TRY(tool(database, u"pg_restore"_s,
                    {u"--no-owner"_s, u"--no-privileges"_s, u"--clean"_s, u"--if-exists"_s, u"-n"_s, database.schema(),
                     u"-f"_s, script, file}));
    QStringList arguments = database.connectArguments();
    // Terse: an error does not show the row that it is about.
    arguments << u"-X"_s << u"-q"_s << u"-1"_s << u"-v"_s << u"ON_ERROR_STOP=1"_s << u"-v"_s << u"VERBOSITY=terse"_s
              << u"-c"_s << emptyingSql(database) << u"-f"_s << script;
    if (!then.isEmpty()) {
        // The script has left the session without a search path.
        arguments << u"-c"_s << u"SET search_path TO "_s + database.quotedSchema() << u"-c"_s << then;
    }
    Status loaded = tool(database, u"psql"_s, arguments);
    if (loaded)
        return loaded;
    const QString said = loaded.error().detail;
    if (said.contains("turnus: no-company"_L1))
        return fail(Domain::Input, u"no-company", file + u": holds no company in this schema"_s);
    if (said.contains("turnus: other-company"_L1))
        return fail(Domain::Input, u"other-company", file + u": is of another company than the one that is here"_s);
    return loaded;
}

Status refuseOtherTables(Connection &connection)
{
    const QStringList own = migrations::tables();
    QStringList others;
    TURNUS_TRY(connection.read([&]() -> Status {
        // An extension's are in no dump and stay.
        Statement row(connection, u"SELECT CAST(relname AS TEXT) FROM pg_class WHERE relkind IN ('r', 'p') AND "
                                  "relnamespace = quote_ident(current_schema())::regnamespace AND NOT EXISTS "
                                  "(SELECT 1 FROM pg_depend WHERE classid = 'pg_class'::regclass AND "
                                  "objid = pg_class.oid AND deptype = 'e') ORDER BY relname"_s);
        while (row.next()) {
            if (!own.contains(row.text(0)))
                others.append(row.text(0));
        }
        return {};
    }));
    if (others.isEmpty())
        return {};
    const Database &database = connection.database();
    return fail(Domain::Input, u"other-tables",
                u"%1: schema %2 has tables that are not the company's, or are of a newer turnus-server: %3; move them "
                "elsewhere, or remove them"_s.arg(database.name(), database.quotedSchema(), others.join(u", "_s)));
}

QString acceptingSql(const QString &company, qint64 generation)
{
    QString sql = u"DO $turnus$ DECLARE strange bigint; BEGIN "
                  "IF to_regclass('meta') IS NULL OR to_regclass('change') IS NULL OR to_regclass('account') IS NULL "
                  "THEN RAISE EXCEPTION 'turnus: no-company'; END IF; "_s;
    if (!company.isEmpty()) {
        sql += u"IF to_regclass('company') IS NOT NULL THEN "
               "EXECUTE 'SELECT count(*) FROM company WHERE id <> $1' INTO strange USING '%1'; "
               "IF strange > 0 THEN RAISE EXCEPTION 'turnus: other-company'; END IF; END IF; "_s.arg(
                   QString(company).remove(u'\''));
    }
    for (const QString &statement : Meta::restoredSql(generation))
        sql += statement + u"; "_s;
    return sql + u"BEGIN EXECUTE 'UPDATE replica SET set_back = %1'; EXCEPTION WHEN undefined_column THEN NULL; END; "
                 "END $turnus$"_s.arg(generation);
}

Result<std::unique_ptr<Connection>> holdPostgres(Database &database)
{
    TURNUS_ASSIGN(connection, Connection::openAsItIs(database));
    // Those of before programs named themselves have no name, but the same user.
    const QString others =
        u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
        "pid <> pg_backend_pid() AND backend_type = 'client backend' AND (application_name = "
        "current_setting('application_name') OR (application_name = '' AND usename = current_user))"_s;
    const QString lock =
        u"SELECT CASE WHEN pg_try_advisory_lock(%1) THEN 1 ELSE 0 END"_s.arg(migrations::companyLock());
    bool holds = false;
    qint64 connected = 1;
    // PostgreSQL takes a moment to notice that a server has gone.
    for (int look = 0; look < limits::connectionLooks && (!holds || connected > 0); ++look) {
        if (look > 0)
            QThread::msleep(limits::connectionPause.count());
        TURNUS_TRY(connection->read([&]() -> Status {
            holds = holds || integerOf(one(*connection, lock)) == 1;
            connected = integerOf(one(*connection, others));
            return {};
        }));
    }
    if (!holds || connected > 0) {
        return fail(
            Domain::Storage, u"in-use",
            u"%1: %2 connections of turnus-server; stop the servers first"_s.arg(database.name()).arg(connected));
    }
    return connection;
}

} // namespace turnus::server
