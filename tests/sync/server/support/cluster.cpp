#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::tests {

Cluster &Cluster::instance()
{
    static Cluster cluster;
    return cluster;
}

Cluster::Cluster()
{
    const QStringList versions = QDir(u"/usr/lib/postgresql"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    if (versions.isEmpty() || !m_directory.isValid())
        qFatal("PostgreSQL is not installed: run app/install.sh test");
    m_programs = u"/usr/lib/postgresql/"_s + versions.last() + u"/bin/"_s;
    const QString data = m_directory.filePath(u"data"_s);
    if (geteuid() == 0) {
        // PostgreSQL refuses to run as root.
        m_asUser = {u"runuser"_s, u"-u"_s, u"postgres"_s, u"--"_s};
        if (QProcess::execute(u"chown"_s, {u"postgres"_s, m_directory.path()}) != 0)
            qFatal("cannot hand the directory to postgres");
    }
    tool(u"initdb"_s, {u"-D"_s, data, u"-U"_s, u"turnus"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--no-sync"_s,
                       u"--locale=C.UTF-8"_s});
    start();
}

void Cluster::start()
{
    tool(u"pg_ctl"_s,
         {u"-D"_s, m_directory.filePath(u"data"_s), u"-w"_s, u"-l"_s, m_directory.filePath(u"log"_s), u"-o"_s,
          u"-c listen_addresses= -c fsync=off -c unix_socket_directories=%1"_s.arg(m_directory.path()), u"start"_s});
}

void Cluster::stop()
{
    tool(u"pg_ctl"_s, {u"-D"_s, m_directory.filePath(u"data"_s), u"-m"_s, u"immediate"_s, u"stop"_s});
}

Cluster::~Cluster()
{
    stop();
    if (!m_asUser.isEmpty())
        QProcess::execute(u"chown"_s, {u"-R"_s, u"root"_s, m_directory.path()});
}

void Cluster::tool(const QString &program, const QStringList &arguments)
{
    QStringList words = m_asUser;
    words.append(m_programs + program);
    words.append(arguments);
    QProcess process;
    process.setWorkingDirectory(m_directory.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    // The server that pg_ctl leaves behind must not hold a pipe of ours open.
    process.setStandardOutputFile(m_directory.filePath(u"output"_s));
    process.start(words.first(), words.mid(1));
    if (!process.waitForFinished(60'000) || process.exitCode() != 0) {
        QFile output(m_directory.filePath(u"output"_s));
        if (!output.open(QIODevice::ReadOnly))
            qFatal("%s failed", qPrintable(program));
        qFatal("%s failed: %s", qPrintable(program), output.readAll().constData());
    }
}

void Cluster::run(const QString &sql)
{
    const auto name = u"cluster"_s;
    {
        QSqlDatabase admin = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
        admin.setHostName(m_directory.path());
        admin.setUserName(u"turnus"_s);
        admin.setDatabaseName(u"postgres"_s);
        if (!admin.open())
            qFatal("cannot reach PostgreSQL: %s", qPrintable(admin.lastError().text()));
        QSqlQuery query(admin);
        if (!query.exec(sql))
            qFatal("%s", qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(name);
}

QString Cluster::freshLocation()
{
    const QString schema = u"s%1"_s.arg(++m_schemas);
    run(u"CREATE SCHEMA "_s + schema);
    return u"postgres://turnus@/postgres?host=%1&schema=%2"_s.arg(m_directory.path(), schema);
}

QString Cluster::freshUser()
{
    const QString user = u"u%1"_s.arg(++m_schemas);
    run(u"CREATE ROLE %1 LOGIN"_s.arg(user));
    return user;
}

QString Cluster::foreignLocation()
{
    const QString user = freshUser();
    return freshLocation().replace(u"turnus@"_s, user + u'@');
}

QString Cluster::ownSchemaLocation()
{
    const QString user = freshUser();
    run(u"CREATE SCHEMA AUTHORIZATION "_s + user);
    return u"postgres://%1@/postgres?host=%2"_s.arg(user, m_directory.path());
}

QString Cluster::publicLocation()
{
    const QString database = u"d%1"_s.arg(++m_schemas);
    run(u"CREATE DATABASE "_s + database);
    return u"postgres://turnus@/%1?host=%2"_s.arg(database, m_directory.path());
}

QString Cluster::schemalessLocation()
{
    const QString user = freshUser();
    run(u"ALTER ROLE %1 SET search_path TO nowhere"_s.arg(user));
    return u"postgres://%1@/postgres?host=%2"_s.arg(user, m_directory.path());
}

} // namespace turnus::tests
