#include "sync/server/store/backup.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/contentstore.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>

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

Status dump(Database &database, const QString &file)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    if (!database.password().isEmpty()) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PGPASSWORD"_s, database.password());
        process.setProcessEnvironment(environment);
    }
    process.start(u"pg_dump"_s, database.dumpArguments() + QStringList{u"-Fc"_s, u"-f"_s, file});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        return fail(Domain::Storage, u"backup", u"pg_dump failed: "_s + process.errorString());
    return {};
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
                                                     : dump(connection.database(), part));
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

} // namespace turnus::server
