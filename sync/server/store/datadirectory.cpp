#include "sync/server/store/datadirectory.h"

#include "core/support/lockfile.h"

#include <QDir>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace turnus::server {

DataDirectory::DataDirectory(const QString &path) : m_path(path), m_content(QDir(path).filePath(u"content"_s)) {}

QString DataDirectory::standardPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)).filePath(u"turnus-server"_s);
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::open(const QString &path, const QString &database)
{
    std::unique_ptr<DataDirectory> directory(new DataDirectory(QDir::cleanPath(QDir(path).absolutePath())));
    const bool elsewhere = database.startsWith("postgres"_L1);
    if (!elsewhere && !QFileInfo(directory->m_path).isDir())
        return fail(Domain::Input, u"no-company", directory->m_path + u": there is no such directory"_s);
    const QString own = QDir(directory->m_path).filePath(u"turnus-server.db"_s);
    TURNUS_ASSIGN(opened, Database::at(database.isEmpty() ? own : database));
    directory->m_database = std::move(opened);
    return directory;
}

Result<std::unique_ptr<DataDirectory>> DataDirectory::make(const QString &path, const QString &database)
{
    if (!QDir().mkpath(path))
        return fail(Domain::Storage, u"io", path + u": cannot be made"_s);
    // Customers' data and password hashes are for the server's user alone.
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return open(path, database);
}

QString DataDirectory::uploads() const
{
    return QDir(m_path).filePath(u"uploads"_s);
}

QString DataDirectory::unpacked() const
{
    return QDir(m_path).filePath(u"unpacked"_s);
}

bool DataDirectory::exists() const
{
    return m_database->engine() == Engine::PostgreSql || QFile::exists(m_database->path());
}

Status DataDirectory::lock()
{
    if (m_database->engine() == Engine::PostgreSql)
        return {};
    // Links to one database lead to one lock; what is not made yet has no links.
    const QString real = QFileInfo(m_database->path()).canonicalFilePath();
    const QString file = real.isEmpty() ? m_database->location() : real;
    m_lock = std::make_unique<QLockFile>(file + u".lock"_s);
    if (takeLock(*m_lock))
        return {};
    qint64 process = 0;
    QString host;
    QString program;
    m_lock->getLockInfo(&process, &host, &program);
    return fail(Domain::Storage, u"in-use",
                u"%1: another turnus-server (process %2) is using this company"_s.arg(file).arg(process));
}

} // namespace turnus::server
