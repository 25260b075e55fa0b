#include "app/turnus-server/commands.h"
#include "assets/demo/demo.h"
#include "core/support/clock.h"
#include "sync/server/exchange/exporter.h"
#include "sync/server/exchange/importer.h"
#include "sync/server/exchange/territory.h"
#include "sync/server/jobs/forecastjob.h"
#include "sync/server/service/erasure.h"
#include "sync/server/service/receiptservice.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/backup.h"
#include "sync/server/store/databasefile.h"
#include "sync/server/store/migrations.h"
#include "sync/server/store/storemove.h"

#include <QDir>
#include <QTemporaryDir>
#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;

namespace turnus::app {

namespace {

constexpr quint64 demoSeed = 1;

void print(const QList<server::ImportCount> &counts, QTextStream &out)
{
    for (const server::ImportCount &count : counts) {
        if (count.added + count.changed + count.unchanged > 0)
            out << count.file << ": " << count.added << " added, " << count.changed << " changed, " << count.unchanged
                << " unchanged\n";
    }
}

Result<QList<server::ImportCount>> importDemo(server::Connection &connection, const server::ContentStore &content,
                                              quint64 seed)
{
    const SystemClock clock;
    const QTemporaryDir written;
    if (!written.isValid())
        return fail(Domain::Storage, u"io", written.errorString());
    TURNUS_TRY(demo::writeCompany(written.path(), seed, clock.today()));
    return server::Importer(connection, content, clock).run(written.path());
}

/// The demo company has been forecasting for two years.
Status forecastDemo(server::Connection &connection, QTextStream &out)
{
    const SystemClock clock;
    jobs::ForecastJob::Options how;
    how.threads = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 8U));
    how.replayYears = 2;
    TURNUS_ASSIGN(report, jobs::ForecastJob(connection, clock).run(how));
    if (report)
        out << report->inWords() << "\n";
    return {};
}

/// The company signs from its first day on.
Status makeSigningKey(server::Connection &connection, const server::ContentStore &content)
{
    const SystemClock clock;
    return server::ReceiptService(clock, content).keys(connection).map([](const auto &) {});
}

/// Whether tables of a company are in the PostgreSQL database already.
Result<bool> holdsCompany(server::Database &database)
{
    TURNUS_ASSIGN(connection, server::Connection::openAsItIs(database));
    TURNUS_ASSIGN(schema, server::migrations::schemaOf(*connection));
    return schema > 0;
}

/// Makes the company under another name, so that a failure leaves what was there, and keeps that even then.
Status makeSqlite(const server::DataDirectory &directory, const QString &path, const jobs::Options &options,
                  quint64 seed, QTextStream &out)
{
    const QString fresh = path + u".new"_s;
    server::removeDatabaseFile(fresh);
    {
        TURNUS_ASSIGN(database, server::Database::at(fresh));
        TURNUS_ASSIGN(connection, server::Connection::open(*database));
        TURNUS_TRY(makeSigningKey(*connection, directory.content()));
        if (options.has(u"demo"_s)) {
            TURNUS_ASSIGN(counts, importDemo(*connection, directory.content(), seed));
            print(counts, out);
            TURNUS_TRY(forecastDemo(*connection, out));
        }
        TURNUS_TRY(server::takeInLog(*connection));
    }
    const QString before = server::keptName(path + u".before-init-"_s, SystemClock().now());
    const bool there = QFile::exists(path);
    TURNUS_TRY(server::replaceDatabaseFile(fresh, path, before));
    if (there)
        out << "the company that was here is now " << before << "\n";
    return {};
}

Status initialise(const jobs::Options &options, QTextStream &out)
{
    TURNUS_ASSIGN(seed, options.number(u"seed"_s, demoSeed));
    TURNUS_ASSIGN(directory,
                  server::DataDirectory::make(options.value(u"data"_s, server::DataDirectory::standardPath()),
                                              options.value(u"database"_s, qEnvironmentVariable("TURNUS_DATABASE"))));
    TURNUS_TRY(directory->lock());
    server::Database &database = directory->database();
    if (database.engine() == server::Engine::PostgreSql) {
        TURNUS_ASSIGN(occupied, holdsCompany(database));
        if (occupied) {
            return fail(Domain::Input, u"company-exists",
                        database.name() + u": there is a company; take an empty database or another ?schema="_s);
        }
        TURNUS_ASSIGN(connection, server::Connection::open(database));
        TURNUS_TRY(makeSigningKey(*connection, directory->content()));
        if (options.has(u"demo"_s)) {
            TURNUS_ASSIGN(counts, importDemo(*connection, directory->content(), static_cast<quint64>(seed)));
            print(counts, out);
            TURNUS_TRY(forecastDemo(*connection, out));
        }
    } else {
        if (directory->exists() && !options.has(u"force"_s)) {
            return fail(Domain::Input, u"company-exists",
                        database.path() + u": there is a company; --force replaces it"_s);
        }
        TURNUS_TRY(makeSqlite(*directory, database.path(), options, static_cast<quint64>(seed), out));
    }
    out << "company in " << database.name() << "\n";
    if (options.has(u"demo"_s))
        out << "sign in as jana.muster (technician) or birgit.berger (supervisor), password demo-turnus\n";
    return {};
}

Status moveTo(const QString &where, const Company &company, QTextStream &out)
{
    TURNUS_ASSIGN(target, server::Database::at(where));
    TURNUS_ASSIGN(connection, server::Connection::open(*target));
    TURNUS_ASSIGN(moved, server::moveStore(*company.connection, *connection));
    qint64 rows = 0;
    for (const server::TableSum &table : std::as_const(moved))
        rows += table.rows;
    out << moved.size() << " tables, " << rows << " rows copied to " << target->name()
        << " and compared; serve with --database\n";
    return {};
}

Status takeBack(const Company &company, QTextStream &out)
{
    TURNUS_ASSIGN(target, server::undoMove(*company.connection));
    out << "the company is here again, without what " << target << " has taken since\n";
    return {};
}

} // namespace

int runInit(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parse(args, {u"seed"_s}, {u"demo"_s, u"force"_s}, 0);
    const Status done = options ? initialise(*options, out) : tl::unexpected(options.error());
    return done ? 0 : report(done.error(), err);
}

int runImport(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto options = parse(args, {}, {u"describe"_s}, args.contains(u"--describe"_s) ? 0 : 1);
    if (options && options->has(u"describe"_s)) {
        out << server::csvFormAsText();
        return 0;
    }
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(parsed, options);
        TURNUS_ASSIGN(company, openCompany(parsed));
        const SystemClock clock;
        server::Importer importer(*company.connection, company.directory->content(), clock);
        QString directory = parsed.words().first();
        const QTemporaryDir converted;
        if (server::isTerritory(directory)) {
            if (!converted.isValid())
                return fail(Domain::Storage, u"io", converted.errorString());
            TURNUS_TRY(server::writeTerritory(directory, converted.path()));
            directory = converted.path();
        }
        TURNUS_ASSIGN(counts, importer.run(directory));
        print(counts, out);
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runExport(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {}, {}, 1));
        TURNUS_ASSIGN(company, openToRead(options));
        TURNUS_ASSIGN(written,
                      server::Exporter(*company.connection, company.directory->content()).run(options.words().first()));
        if (written.awaited > 0)
            out << "note  left out, because handhelds have not sent the files yet: " << written.awaited
                << " rows of attachment.csv\n";
        out << "exported to " << options.words().first() << "\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runBackup(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {}, {}, 1));
        TURNUS_ASSIGN(directory, jobs::findCompany(options));
        TURNUS_ASSIGN(company, jobs::openCompanyAsItIs(std::move(directory)));
        const QString file = QDir::current().absoluteFilePath(options.words().first());
        TURNUS_TRY(server::backUp(*company.connection, company.directory->content(), file));
        out << "backed up to " << file << " and " << file << ".content\n";
        return {};
    }();
    return done ? 0 : report(done.error(), err);
}

int runVerify(const QStringList &args, QTextStream &out, QTextStream &err)
{
    bool sound = true;
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {}, {}, 0));
        TURNUS_ASSIGN(company, openToRead(options));
        TURNUS_ASSIGN(result, server::Verifier(*company.connection, company.directory->content()).run());
        const SystemClock clock;
        const server::Erasure erasure(clock, company.directory->content(), company.directory->uploads());
        TURNUS_ASSIGN(back, erasure.undone(*company.connection));
        for (const auto &entry : std::as_const(back)) {
            result.faults.append(
                u"customer %1 was erased and is there again, or may come from a handheld: turnus-server erase again"_s
                    .arg(entry.customer));
        }
        for (const QString &fault : std::as_const(result.faults))
            out << "FAULT " << fault << "\n";
        for (const QString &note : std::as_const(result.notes))
            out << "note  " << note << "\n";
        out << result.rows << " rows, " << result.changes << " changes, " << result.postings << " bonus postings, "
            << result.files << " files: " << (result.isSound() ? "sound" : "NOT SOUND") << "\n";
        sound = result.isSound();
        return {};
    }();
    if (!done)
        return report(done.error(), err);
    return sound ? 0 : 1;
}

int runMigrateStore(const QStringList &args, QTextStream &out, QTextStream &err)
{
    const auto done = [&]() -> Status {
        TURNUS_ASSIGN(options, parse(args, {u"to"_s}, {u"undo"_s}, 0));
        if (options.value(u"to"_s).isEmpty() != options.has(u"undo"_s))
            return fail(Domain::Input, u"usage", u"--to: a path or postgres://…; or --undo"_s);
        TURNUS_ASSIGN(directory, jobs::findCompany(options));
        directory->database().setMayHaveMoved(options.has(u"undo"_s));
        // What a server took meanwhile would stay behind.
        TURNUS_ASSIGN(company, jobs::openCompanyAlone(std::move(directory)));
        return options.has(u"undo"_s) ? takeBack(company, out) : moveTo(options.value(u"to"_s), company, out);
    }();
    return done ? 0 : report(done.error(), err);
}

} // namespace turnus::app
