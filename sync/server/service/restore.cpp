#include "sync/server/service/restore.h"

#include "sync/server/store/backup.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/datadirectory.h"
#include "sync/server/store/health.h"
#include "sync/server/store/meta.h"

#include <QDir>
#include <QFile>
#include <cstdio>
#include <tuple>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr int toldFaults = 10;

Status rename(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    return fail(Domain::Storage, u"io", u"%1: cannot be renamed to %2"_s.arg(from, to));
}

/// With the files that belong to a database in use.
void removeDatabase(const QString &path)
{
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s})
        QFile::remove(path + ending);
}

/// A crashed server's log belongs to its database: the two move together, and the log never meets another one.
Status putAside(const QString &path, const QString &before)
{
    const bool there = QFile::exists(path);
    if (there)
        removeDatabase(before);
    if (QFile::exists(path + u"-wal"_s))
        TURNUS_TRY(rename(path + u"-wal"_s, before + u"-wal"_s));
    QFile::remove(path + u"-shm"_s);
    return there ? rename(path, before) : Status();
}

Status takeBack(const QString &before, const QString &path)
{
    for (const auto &ending : {u"-wal"_s, u""_s}) {
        if (QFile::exists(before + ending) && !QFile::exists(path + ending))
            TURNUS_TRY(rename(before + ending, path + ending));
    }
    return {};
}

} // namespace

Result<Restore::Report> Restore::run(const QString &file)
{
    if (!QFile::exists(file))
        return fail(Domain::Input, u"file-missing", file + u": is not there"_s);
    TURNUS_TRY(m_directory.lock());
    const bool postgres = m_directory.database().engine() == Engine::PostgreSql;
    return postgres ? restorePostgres(file) : restoreFile(file);
}

/// Files are only added: what the company has beside the backup's harms nothing.
Status Restore::takeContent(const QString &file) const
{
    const ContentStore from(file + u".content"_s);
    for (const QString &name : from.names()) {
        TURNUS_TRY(from.check(name));
        TURNUS_TRY(m_directory.content().put(from.path(name)));
    }
    return {};
}

Result<Restore::Report> Restore::settle(Database &database)
{
    Report report;
    TURNUS_ASSIGN(connection, Connection::open(database));
    TURNUS_ASSIGN(pages, quickCheck(*connection));
    if (pages != "ok"_L1)
        return fail(Domain::Storage, u"damaged", pages);
    TURNUS_TRY(connection->write([&]() -> Status {
        Meta meta(*connection);
        meta.noteRestored(m_generation);
        report.to = meta.restored().to;
        return {};
    }));
    TURNUS_ASSIGN(verification, Verifier(*connection, m_directory.content()).run());
    if (!verification.isSound()) {
        QStringList told = verification.faults.mid(0, toldFaults);
        if (verification.faults.size() > toldFaults)
            told.append(u"and %1 more"_s.arg(verification.faults.size() - toldFaults));
        return fail(Domain::Storage, u"not-sound", told.join(u'\n'));
    }
    report.verification = std::move(verification);
    if (database.engine() == Engine::Sqlite)
        TURNUS_TRY(foldLog(*connection));
    return report;
}

Result<Restore::Report> Restore::restoreFile(const QString &file)
{
    const QString path = m_directory.database().path();
    const QString fresh = path + u".restored"_s;
    const QString before = path + u".before-restore"_s;
    removeDatabase(fresh);
    Result<Report> report = [&]() -> Result<Report> {
        if (!QFile::copy(file, fresh))
            return fail(Domain::Storage, u"io", fresh + u": cannot be written"_s);
        QFile::setPermissions(fresh, QFile::ReadOwner | QFile::WriteOwner);
        TURNUS_TRY(takeContent(file));
        TURNUS_ASSIGN(copy, Database::at(fresh));
        return settle(*copy);
    }();
    Status placed = report ? putAside(path, before) : tl::unexpected(report.error());
    if (placed)
        placed = rename(fresh, path);
    if (report && !placed)
        std::ignore = takeBack(before, path); // the first reason is told
    removeDatabase(fresh);
    TURNUS_TRY(placed);
    if (QFile::exists(before))
        report->before = before;
    return report;
}

Result<Restore::Report> Restore::restorePostgres(const QString &file)
{
    Database &database = m_directory.database();
    const QString before = QDir(m_directory.path()).filePath(u"before-restore.dump"_s);
    TURNUS_TRY(refuseIfOthersAreConnected(database));
    QFile::remove(before);
    TURNUS_TRY(dumpPostgres(database, before));
    Result<Report> report = [&]() -> Result<Report> {
        TURNUS_TRY(takeContent(file));
        TURNUS_TRY(loadPostgres(database, file));
        auto settled = settle(database);
        if (!settled)
            TURNUS_TRY(loadPostgres(database, before));
        return settled;
    }();
    if (!report)
        QFile::remove(before);
    TURNUS_TRY(report);
    report->before = before;
    return report;
}

} // namespace turnus::server
