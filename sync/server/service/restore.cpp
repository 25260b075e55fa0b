#include "sync/server/service/restore.h"

#include "sync/server/store/backup.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/databasefile.h"
#include "sync/server/store/datadirectory.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/health.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/signingkeystore.h"
#include "sync/server/store/storemove.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <filesystem>
#include <tuple>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

constexpr int toldFaults = 10;

/// Also by another name.
bool isSameFile(const QString &one, const QString &other)
{
    std::error_code error;
    return std::filesystem::equivalent(QFile::encodeName(one).toStdString(), QFile::encodeName(other).toStdString(),
                                       error);
}

} // namespace

Result<Restore::Report> Restore::run(const QString &file)
{
    if (!QFileInfo(file).isFile())
        return fail(Domain::Input, u"file-missing", file + u": is not there"_s);
    TURNUS_TRY(m_directory.lock());
    const bool postgres = m_directory.database().engine() == Engine::PostgreSql;
    auto report = postgres ? restorePostgres(file) : restoreFile(file);
    if (!report)
        removeTaken();
    return report;
}

Status Restore::look()
{
    const auto opened = Connection::openAsItIs(m_directory.database());
    if (!opened)
        return {};
    Connection &connection = **opened;
    // It may be damaged, or older than these tables: what cannot be read is not known.
    const Status company = connection.read([&]() -> Status {
        const Value some = one(connection, u"SELECT 1 FROM account UNION ALL SELECT 1 FROM customer LIMIT 1"_s);
        if (!isNull(some))
            m_company = SigningKeyStore(connection).company();
        return {};
    });
    const Status erased = connection.read([&]() -> Status {
        m_erased = ErasureStore(connection).erasures();
        return {};
    });
    const Status keys = connection.read([&]() -> Status {
        if (!m_company.isEmpty())
            m_replicaKeys = ReplicaKeyStore(connection).all();
        return {};
    });
    std::ignore = company;
    std::ignore = erased;
    std::ignore = keys;
    const Status here = refuseMoved(connection);
    return !here && here.error().code == "moved"_L1 ? here : Status();
}

/// Those whom the list lacks because a process ended first are known to the database only, which is put aside now.
Status Restore::noteErased() const
{
    return ErasedList(m_directory.path()).complete(m_company, m_erased);
}

/// Only files that restored rows name; of those whom `serve` erases again, none.
Status Restore::takeContent(Connection &connection, const QString &file)
{
    TURNUS_ASSIGN(company, companyOf(connection));
    TURNUS_ASSIGN(listed, ErasedList(m_directory.path()).entries(company));
    QSet<qint64> erased;
    for (const ErasedList::Entry &entry : listed + m_erased)
        erased.insert(entry.customer);
    QStringList names;
    TURNUS_TRY(connection.read([&]() -> Status {
        names = ErasureStore(connection).filesWithout(erased);
        return {};
    }));
    const ContentStore from(file + u".content"_s);
    const ContentStore &to = m_directory.content();
    for (const QString &name : std::as_const(names)) {
        if (!from.has(name) || to.check(name))
            continue;
        TURNUS_TRY(from.check(name));
        const bool fresh = !to.has(name);
        TURNUS_TRY(to.remove(name)); // a damaged one
        TURNUS_TRY(to.put(from.path(name)));
        if (fresh)
            m_taken.append(name);
    }
    return {};
}

void Restore::removeTaken()
{
    for (const QString &name : std::as_const(m_taken))
        std::ignore = m_directory.content().remove(name); // names nothing now, and harms nothing
    m_taken.clear();
}

Status Restore::refuseOthers(Connection &connection, const QString &file) const
{
    TURNUS_ASSIGN(schema, migrations::schemaOf(connection));
    if (schema <= 0)
        return fail(Domain::Input, u"no-company", file + u": holds no company"_s);
    TURNUS_TRY(migrations::apply(connection));
    TURNUS_ASSIGN(company, companyOf(connection));
    if (m_company.isEmpty() || company.isEmpty() || company == m_company)
        return {};
    return fail(
        Domain::Input, u"other-company",
        u"%1: is of company %2, here is %3; restore it to another --data directory"_s.arg(file, company, m_company));
}

Result<Restore::Report> Restore::settle(Database &database, const QString &file)
{
    Report report;
    TURNUS_ASSIGN(connection, Connection::openAsItIs(database));
    TURNUS_ASSIGN(pages, quickCheck(*connection));
    if (pages != "ok"_L1)
        return fail(Domain::Storage, u"damaged", pages);
    TURNUS_TRY(refuseOthers(*connection, file));
    TURNUS_TRY(connection->write([&]() -> Status {
        Meta meta(*connection);
        meta.noteRestored(m_generation);
        ReplicaKeyStore(*connection).keep(m_replicaKeys);
        report.moved = takeBackMoved(*connection);
        report.to = meta.restored().to;
        return {};
    }));
    const QString files = file + u".content"_s;
    const ContentStore brought(files);
    TURNUS_ASSIGN(verification, Verifier(*connection, m_directory.content(), &brought).run());
    if (!verification.isSound()) {
        QStringList told = verification.faults.mid(0, toldFaults);
        if (verification.faults.size() > toldFaults)
            told.append(u"and %1 more"_s.arg(verification.faults.size() - toldFaults));
        return fail(Domain::Storage, u"not-sound", told.join(u'\n'));
    }
    if (verification.lostFiles > 0 && !QFileInfo(files).isDir())
        verification.notes.append(files + u": is not there"_s);
    report.verification = std::move(verification);
    TURNUS_TRY(takeContent(*connection, file));
    if (database.engine() == Engine::Sqlite)
        TURNUS_TRY(takeInLog(*connection));
    return report;
}

Result<Restore::Report> Restore::restoreFile(const QString &file)
{
    const QString named = m_directory.database().path();
    const bool there = QFile::exists(named);
    // A link to it stays one.
    const QString path = there ? QFileInfo(named).canonicalFilePath() : named;
    const QString fresh = path + u".restored"_s;
    for (const QString &own : {path, fresh}) {
        if (isSameFile(file, own))
            return fail(Domain::Input, u"own-file", file + u": is the company's own database, no backup"_s);
    }
    removeDatabaseFile(fresh);
    const auto leave = qScopeGuard([&] { removeDatabaseFile(fresh); });
    TURNUS_TRY(copyDatabaseFile(file, fresh));
    if (there)
        TURNUS_TRY(look());
    TURNUS_ASSIGN(copy, Database::at(fresh));
    TURNUS_ASSIGN(report, settle(*copy, file));
    TURNUS_TRY(noteErased());
    const QString before = keptName(path + u".before-restore-"_s, m_now);
    TURNUS_TRY(replaceDatabaseFile(fresh, path, before));
    if (there)
        report.before = before;
    return report;
}

bool Restore::mayBeLoaded()
{
    bool loaded = true;
    const auto connection = Connection::openAsItIs(m_directory.database());
    if (!connection)
        return loaded;
    const Status read = (*connection)->read([&]() -> Status {
        loaded = Meta(**connection).restored().generation == m_generation;
        return {};
    });
    return !read || loaded;
}

Error Restore::goBack(const Error &why, const QString &before)
{
    if (const Status back = loadPostgres(m_directory.database(), before, m_directory.unpacked()); !back) {
        return {why.domain, why.code,
                u"%1\nwhat was there before could not be put back (%2): it is in %3, restore that"_s.arg(
                    why.detail, back.error().toString(), before)};
    }
    QFile::remove(before);
    return why;
}

Result<Restore::Report> Restore::restorePostgres(const QString &file)
{
    Database &database = m_directory.database();
    TURNUS_ASSIGN(hold, holdPostgres(database));
    database.setHeld(true);
    const auto release = qScopeGuard([&] { database.setHeld(false); });
    TURNUS_TRY(refuseOtherTables(*hold));
    TURNUS_TRY(look());
    if (!QDir().mkpath(m_directory.path()))
        return fail(Domain::Storage, u"io", m_directory.path() + u": cannot be made"_s);
    const QString before = keptName(QDir(m_directory.path()).filePath(u"before-restore-"_s), m_now, u".dump"_s);
    TURNUS_TRY(dumpPostgres(database, before));
    QFile::setPermissions(before, QFile::ReadOwner | QFile::WriteOwner);
    TURNUS_TRY(noteErased());
    if (Status loaded = loadPostgres(database, file, m_directory.unpacked(), acceptingSql(m_company, m_generation));
        !loaded) {
        if (mayBeLoaded())
            loaded.error().detail += u"\nwhat was there before is in "_s + before;
        else
            QFile::remove(before);
        return tl::unexpected(loaded.error());
    }
    auto report = settle(database, file);
    if (!report)
        return tl::unexpected(goBack(report.error(), before));
    report->before = before;
    return report;
}

} // namespace turnus::server
