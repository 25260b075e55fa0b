#include "sync/server/store/databasefile.h"

#include "sync/server/store/connection.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QUrl>
#include <cstdio>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <sqlite3.h>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

struct Close
{
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

Status refused(const QString &file, int code)
{
    const bool damaged = (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
    return fail(Domain::Storage, damaged ? u"damaged"_s : u"io"_s,
                file + u": "_s + QString::fromUtf8(sqlite3_errstr(code)));
}

Handle openFile(const QString &uri, int flags, int &code)
{
    sqlite3 *handle = nullptr;
    code = sqlite3_open_v2(uri.toUtf8().constData(), &handle, flags | SQLITE_OPEN_URI, nullptr);
    return Handle(handle);
}

QString uriOf(const QString &file)
{
    return QString::fromUtf8(QUrl::fromLocalFile(QFileInfo(file).absoluteFilePath()).toEncoded());
}

Status rename(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    return fail(Domain::Storage, u"io", u"%1: cannot be renamed to %2"_s.arg(from, to));
}

Status sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0)
        ::close(file);
    return synced ? Status() : fail(Domain::Storage, u"io", path + u": cannot be synced"_s);
}

/// A second name for a file; a copy where the disk knows no such thing.
Status keepAs(const QString &path, const QString &before)
{
    std::error_code error;
    std::filesystem::create_hard_link(QFile::encodeName(path).toStdString(), QFile::encodeName(before).toStdString(),
                                      error);
    if (error) {
        const QString part = before + u".part"_s;
        QFile::remove(part);
        if (!QFile::copy(path, part))
            return fail(Domain::Storage, u"io", before + u": cannot be written"_s);
        TURNUS_TRY(sync(part));
        TURNUS_TRY(rename(part, before));
    }
    return sync(QFileInfo(before).path());
}

Status takeInLogOf(const QString &path)
{
    TURNUS_ASSIGN(database, Database::at(path));
    TURNUS_ASSIGN(connection, Connection::openAsItIs(*database));
    return takeInLog(*connection);
}

} // namespace

Status copyDatabaseFile(const QString &from, const QString &to)
{
    // Without a log nothing is written beside it, so that it may lie where nothing can be written.
    const bool alone = !QFile::exists(from + u"-wal"_s) && !QFile::exists(from + u"-journal"_s);
    int code = SQLITE_OK;
    const Handle source =
        openFile(uriOf(from) + (alone ? u"?immutable=1"_s : u"?mode=ro"_s), SQLITE_OPEN_READONLY, code);
    if (code != SQLITE_OK)
        return refused(from, code);
    QFile made(to);
    if (!made.open(QIODevice::WriteOnly) || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return fail(Domain::Storage, u"io", to + u": cannot be written"_s);
    made.close();
    const Handle target = openFile(uriOf(to), SQLITE_OPEN_READWRITE, code);
    if (code != SQLITE_OK)
        return refused(to, code);
    sqlite3_backup *backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
    if (!backup)
        return refused(to, sqlite3_errcode(target.get()));
    code = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE || finished != SQLITE_OK)
        return refused(from, finished != SQLITE_OK ? finished : code);
    return {};
}

Status takeInLog(Connection &connection)
{
    try {
        if (textOf(one(connection, u"PRAGMA journal_mode = DELETE"_s)) == "delete"_L1)
            return {};
    } catch (const SqlError &error) {
        if (error.code != "busy"_L1)
            return fail(Domain::Storage, error.code, error.detail);
    }
    return fail(Domain::Storage, u"in-use", connection.database().path() + u": another program has it open"_s);
}

void removeDatabaseFile(const QString &path)
{
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + ending);
}

QString keptName(const QString &start, Instant now, const QString &end)
{
    const QString name =
        start + QDateTime::fromMSecsSinceEpoch(toInteger(now), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString free = name + end;
    for (int next = 2; QFile::exists(free) || QFile::exists(free + u"-wal"_s); ++next)
        free = u"%1-%2%3"_s.arg(name).arg(next).arg(end);
    return free;
}

Status replaceDatabaseFile(const QString &fresh, const QString &path, const QString &before)
{
    const QString directory = QFileInfo(path).path();
    const bool there = QFile::exists(path);
    // What is damaged may have a log that cannot be taken in.
    if (Status folded = there ? takeInLogOf(path) : Status(); !folded && folded.error().code != "damaged"_L1)
        return folded;
    const bool log = QFile::exists(path + u"-wal"_s);
    if (log)
        TURNUS_TRY(rename(path + u"-wal"_s, before + u"-wal"_s));
    QFile::remove(path + u"-shm"_s);
    Status placed = [&]() -> Status {
        if (there)
            TURNUS_TRY(keepAs(path, before));
        return rename(fresh, path);
    }();
    if (!placed) {
        QFile::remove(before);
        if (log)
            std::ignore = rename(before + u"-wal"_s, path + u"-wal"_s); // the first reason is told
        return placed;
    }
    // It is in place now: an error here would have the files of the restored rows removed. Should the power be cut
    // before the directory is on the disk, the one that was there before is back, whole.
    std::ignore = sync(directory);
    return {};
}

} // namespace turnus::server
