#include "core/storage/migrations.h"

#include <QFile>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>

using namespace Qt::StringLiterals;

// In the global namespace, as Q_INIT_RESOURCE demands: a static library's resources are not registered by themselves.
static void initialiseResources()
{
    Q_INIT_RESOURCE(turnus_core_storage_files);
}

namespace turnus::storage::migrations {

namespace {

/// "Turn": marks the file as ours (PRAGMA application_id).
constexpr int applicationId = 0x5475726e;
constexpr int latest = 13;

std::string step(int version)
{
    QFile file(u":/core/storage/migrations/%1.sql"_s.arg(version, 3, 10, QLatin1Char('0')));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("migration %d is not embedded", version);
    return file.readAll().toStdString();
}

} // namespace

int current()
{
    return latest;
}

Status apply(SQLite::Database &database, const QString &path, bool readOnly)
{
    initialiseResources();
    const int version = database.execAndGet("PRAGMA user_version").getInt();
    const int application = database.execAndGet("PRAGMA application_id").getInt();
    const bool fresh = version == 0 && database.execAndGet("SELECT count(*) FROM sqlite_master").getInt() == 0;
    if (!fresh && application != applicationId)
        return fail(Domain::Storage, u"not-turnus", u"%1: not a Turnus database"_s.arg(path));
    if (version > latest) {
        return fail(
            Domain::Storage, u"file-newer",
            u"%1: written by a newer version (schema %2, this program knows %3)"_s.arg(path).arg(version).arg(latest));
    }
    if (version < latest && readOnly)
        return fail(Domain::Storage, u"file-older", u"%1: open it for writing once to bring it up to date"_s.arg(path));
    for (int next = version + 1; next <= latest; ++next) {
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        database.exec(step(next));
        database.exec("PRAGMA application_id = " + std::to_string(applicationId));
        database.exec("PRAGMA user_version = " + std::to_string(next));
        transaction.commit();
    }
    return {};
}

} // namespace turnus::storage::migrations
