#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/storage/writer.h"
#include "sync/server/store/connection.h"
#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QTest>
#include <tuple>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

/// The company that is set back, with a look at what its server holds and has put aside.
class World : public ProcessWorld
{
public:
    explicit World(bool postgres) : ProcessWorld(postgres ? Cluster::instance().freshLocation() : QString())
    {
        makeCompany();
    }
    /// A number from the server's database, past its program; or changes it there.
    [[nodiscard]] qint64 inServer(const QString &sql) const
    {
        auto database = server::Database::at(location());
        auto connection = server::Connection::openAsItIs(**database);
        qint64 number = 0;
        const Status read = (*connection)->write([&]() -> Status {
            number = server::integerOf(server::one(**connection, sql));
            return {};
        });
        if (!read)
            qFatal("%s", qPrintable(read.error().toString()));
        return number;
    }
    /// Serves, with Jana's handheld signed in and at the server's state.
    void begin(const QStringList &options = {})
    {
        serve(options);
        signIn(u"jana"_s);
        sync(u"jana"_s);
    }
    /// For Jana's latest visit.
    void takePhoto() const
    {
        const QString file = path(u"photo.jpg"_s);
        QImage image(40, 30, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        if (!image.save(file))
            qFatal("no photo");
        const QString visit = QString::number(number(u"jana"_s, "SELECT max(id) FROM visit"));
        done(device(u"jana"_s, {u"visit"_s, u"photo"_s, visit, file}));
    }
    /// What a restore put aside.
    [[nodiscard]] QStringList kept() const
    {
        QStringList names = QDir(path(u"server"_s)).entryList({u"*before-restore-*"_s}, QDir::Files, QDir::Name);
        for (QString &name : names)
            name = path(u"server/"_s + name);
        return names;
    }
};

qint64 idOf(storage::Connection &connection, const char *table)
{
    auto row = connection.query("SELECT max(id) FROM " + std::string(table));
    return row.step() ? row.integer(0) : 0;
}

void startVisit(storage::Connection &connection, storage::Writer &writer)
{
    const qint64 asset = idOf(connection, "asset");
    writer.insertRow("visit", writer.next().value(), writer.channelOf("asset", asset),
                     {{"customer_id", idOf(connection, "customer")},
                      {"site_id", idOf(connection, "site")},
                      {"asset_id", asset},
                      {"technician_id", storage::DeviceState(connection).integer("staff_id").value_or(0)},
                      {"kind", u"repair"_s},
                      {"status", u"under_way"_s},
                      {"started", writer.now()}});
}

void find(storage::Connection &connection, storage::Writer &writer, const char *what)
{
    const qint64 asset = idOf(connection, "asset");
    writer.insertRow("finding", writer.next().value(), writer.channelOf("asset", asset),
                     {{"asset_id", asset},
                      {"visit_id", idOf(connection, "visit")},
                      {"what", QString::fromUtf8(what)},
                      {"at", writer.now()}});
}

constexpr auto findings = "SELECT group_concat(what, ', ') FROM (SELECT what FROM finding ORDER BY what)";

} // namespace

/// A backup is put back after work was confirmed: nobody's work is lost, and everybody hears of it. Real programs.
class TestRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasConfirmedSinceTheBackupComesBack_data() { engines(); }
    void whatWasConfirmedSinceTheBackupComesBack();
    void aRestoreThatFailsLeavesTheCompany_data() { engines(); }
    void aRestoreThatFailsLeavesTheCompany();
    void whatIsNoBackupOfThisCompanyIsRefused_data() { engines(); }
    void whatIsNoBackupOfThisCompanyIsRefused();
    void whatWasPutAsideCanBeRestored_data() { engines(); }
    void whatWasPutAsideCanBeRestored();
    void aKillLeavesTheOldOrTheNewCompany();
    void whatCannotBePutBackIsKept();
    void aMonitorIsNoServer();
    void filesOfWhomWasErasedStayAway();
    void aPhotoThatIsLostIsMissedAndComesAgain();
    void theDatabaseIsFoundAsByOtherCommands();
    void anExportLeavesOutAPhotoThatHasNotCome();
    void aQuotaHoldsFilesBackUntilThereIsRoom();

private:
    static void engines()
    {
        QTest::addColumn<bool>("postgres");
        QTest::newRow("sqlite") << false;
        QTest::newRow("postgres") << true;
    }
    static void workBefore(const World &world);
    static void workAfter(const World &world);
};

void TestRestore::workBefore(const World &world)
{
    world.edit(u"jana"_s, [](storage::Connection &connection, storage::Writer &writer) {
        startVisit(connection, writer);
        find(connection, writer, "before");
    });
    world.sync(u"jana"_s);
}

/// All of it is confirmed by the server, and unknown to the backup.
void TestRestore::workAfter(const World &world)
{
    world.edit(u"jana"_s, [](storage::Connection &connection, storage::Writer &writer) {
        writer.updateRow("visit", idOf(connection, "visit"), {{"summary", u"Mahlscheiben stumpf"_s}});
        writer.updateRow("customer", idOf(connection, "customer"), {{"phone", u"040 17"_s}});
        find(connection, writer, "after");
        startVisit(connection, writer);
        find(connection, writer, "another visit");
    });
    world.takePhoto();
    world.sync(u"jana"_s);
    world.edit(u"uwe"_s, [](storage::Connection &connection, storage::Writer &writer) {
        startVisit(connection, writer);
        find(connection, writer, "uwe's");
    });
    world.sync(u"uwe"_s);
}

void TestRestore::whatWasConfirmedSinceTheBackupComesBack()
{
    QFETCH(bool, postgres);
    World world(postgres);
    world.begin();
    workBefore(world);
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    const qint64 number = world.signIn(u"uwe"_s, u"uwe"_s); // a number that the backup does not know
    world.sync(u"uwe"_s);
    workAfter(world);

    const Ended refused = world.server({u"restore"_s, world.path(u"copy"_s)});
    QVERIFY2(refused.code == 1 && refused.err.contains("in-use"), refused.err.constData());
    world.kill(); // its log stays behind
    QDir(world.path(u"server/content"_s)).removeRecursively();
    const Ended restored = done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QVERIFY2(restored.out.contains("sound"), restored.out.constData());
    world.serve();

    // Another handheld comes first: it must not get the number that Uwe's has.
    QVERIFY(world.signIn(u"new"_s, u"uwe"_s) != number);
    // Jana goes on where she is.
    const QJsonObject again = world.sync(u"jana"_s);
    QVERIFY2(again[u"sent_again"_s].toInt() >= 4, QJsonDocument(again).toJson().constData());
    QCOMPARE(again[u"files_sent"_s].toInt(), 1);
    const QJsonObject told = done(world.device(u"jana"_s, {u"status"_s})).json();
    QVERIFY(told[u"server_set_back"_s].toObject().contains(u"to"_s));
    QCOMPARE(told[u"server_set_back"_s].toObject()[u"sent_again"_s], again[u"sent_again"_s]);
    QCOMPARE(told[u"pending"_s].toInt() + told[u"sent"_s].toInt() + told[u"quarantined"_s].toInt(), 0);
    // Whose record it is, decides his own value; on the customer's a person has to choose.
    QCOMPARE(told[u"conflicts"_s].toInt(), 1);
    // The backup does not know of Uwe's session either.
    QVERIFY(world.device(u"uwe"_s, {u"sync"_s}).code != 0);
    QCOMPARE(world.signIn(u"uwe"_s, u"uwe"_s), number);
    world.sync(u"uwe"_s);

    const Ended verified = done(world.server({u"verify"_s}));
    QVERIFY2(!verified.out.contains("not sent yet"), verified.out.constData());
    const QString all = u"after, another visit, before, uwe's"_s;
    for (const QString &device : {u"jana"_s, u"uwe"_s, u"new"_s}) {
        const QJsonObject synced = world.sync(device, {u"--check"_s});
        QCOMPARE(synced[u"differing_channels"_s].toInt(), 0);
        QCOMPARE(synced[u"sent_again"_s].toInt(), 0);
        QCOMPARE(world.text(device, findings), all);
        QCOMPARE(world.number(device, "SELECT count(*) FROM visit"), 3);
        QCOMPARE(world.text(device, "SELECT group_concat(summary) FROM visit"), u"Mahlscheiben stumpf"_s);
        QCOMPARE(world.number(device, "SELECT count(*) FROM attachment"), 1);
    }
}

void TestRestore::aRestoreThatFailsLeavesTheCompany()
{
    QFETCH(bool, postgres);
    World world(postgres);
    world.begin();
    workBefore(world);
    world.kill();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    QFile copy(world.path(u"copy"_s));
    QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(4'096));
    QVERIFY(copy.write(QByteArray(int(copy.size()) - 4'096, 'x')) > 0);
    copy.close();
    const Ended refused = world.server({u"restore"_s, copy.fileName()});
    QCOMPARE(refused.code, 1);
    QVERIFY(!refused.err.isEmpty());
    const Ended none = world.server({u"restore"_s, world.path(u"nothing"_s)});
    QVERIFY2(none.code == 1 && none.err.contains("file-missing"), none.err.constData());
    done(world.server({u"verify"_s}));
    world.serve();
    QCOMPARE(world.sync(u"jana"_s, {u"--check"_s})[u"sent_again"_s].toInt(), 0);
    QCOMPARE(world.text(u"jana"_s, findings), u"before"_s);
}

void TestRestore::whatIsNoBackupOfThisCompanyIsRefused()
{
    QFETCH(bool, postgres);
    World world(postgres);
    const auto refused = [&](const QString &file, const QByteArray &why) {
        const Ended ended = world.server({u"restore"_s, file});
        if (ended.code != 1 || !ended.err.contains(why))
            qWarning("%s: %s", why.constData(), ended.err.constData());
        return ended.code == 1 && ended.err.contains(why);
    };
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    QFile empty(world.path(u"empty"_s));
    QVERIFY(empty.open(QIODevice::WriteOnly));
    empty.close();
    QVERIFY(refused(empty.fileName(), postgres ? "pg_restore" : "no-company"));
    if (postgres) {
        const World other(true); // in another schema
        done(other.server({u"backup"_s, other.path(u"copy"_s)}));
        const auto database = server::Database::at(other.location());
        const QString drop = u"DROP SCHEMA %1 CASCADE"_s.arg((*database)->schema());
        QCOMPARE(
            QProcess::execute(u"psql"_s, (*database)->connectArguments() +
                                             QStringList{u"-qXc"_s, u"SET client_min_messages = warning; "_s + drop}),
            0);
        QVERIFY(refused(other.path(u"copy"_s), "no-company"));
    } else {
        QVERIFY(refused(world.location(), "own-file"));
        QVERIFY(QFile::link(world.location(), world.path(u"link"_s)));
        QVERIFY(refused(world.path(u"link"_s), "own-file"));
    }
    std::ignore = world.inServer(u"UPDATE company SET id = 'another' RETURNING 1"_s);
    QVERIFY(refused(world.path(u"copy"_s), "other-company"));
    QCOMPARE(world.inServer(u"SELECT count(*) FROM company WHERE id = 'another'"_s), 1);
    QCOMPARE(world.inServer(u"SELECT count(*) FROM meta WHERE key = 'generation' AND value <> 0"_s), 0);
    QCOMPARE(world.kept(), QStringList());
    done(world.server({u"verify"_s}));
}

void TestRestore::whatWasPutAsideCanBeRestored()
{
    QFETCH(bool, postgres);
    const QString rows = u"SELECT count(*) FROM finding"_s;
    World world(postgres);
    world.begin();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    workBefore(world);
    world.kill(); // what was confirmed stands in its log
    if (!postgres) {
        QVERIFY(QFile::exists(world.location() + u"-wal"_s));
        for (const auto &ending : {u""_s, u"-wal"_s})
            QVERIFY(QFile::copy(world.location() + ending, world.path(u"crashed"_s) + ending));
    }
    const Ended first = done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QCOMPARE(world.kept().size(), 1);
    const QString original = world.kept().constFirst();
    QVERIFY2(first.out.contains(original.toUtf8()), first.out.constData());
    QCOMPARE(world.inServer(rows), 0);
    done(world.server({u"restore"_s, original}));
    QCOMPARE(world.inServer(rows), 1);
    QCOMPARE(world.kept().size(), 2);
    QVERIFY(world.kept().contains(original));
    done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QCOMPARE(world.inServer(rows), 0);
    if (!postgres) {
        done(world.server({u"restore"_s, world.path(u"crashed"_s)}));
        QCOMPARE(world.inServer(rows), 1);
        QVERIFY(QFile::exists(world.path(u"crashed-wal"_s)));
    }
    done(world.server({u"verify"_s}));
}

/// The process ends at each of its calls that name, unname or sync a file, one after the other.
void TestRestore::aKillLeavesTheOldOrTheNewCompany()
{
    const QString rows = u"SELECT count(*) FROM finding"_s;
    World world(false);
    world.begin();
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    workBefore(world);
    world.kill();
    const QString crashed = world.path(u"crashed"_s);
    for (const auto &ending : {u""_s, u"-wal"_s})
        QVERIFY(QFile::copy(world.location() + ending, crashed + ending));
    int oldOnes = 0;
    int newOnes = 0;
    for (int at = 1;; ++at) {
        for (const auto &ending :
             {u""_s, u"-wal"_s, u"-shm"_s, u".restored"_s, u".restored-wal"_s, u".restored-shm"_s}) {
            QFile::remove(world.location() + ending);
            if (QFile::exists(crashed + ending) && !ending.endsWith("-shm"_L1))
                QVERIFY(QFile::copy(crashed + ending, world.location() + ending));
        }
        const Ended ended = world.server({u"restore"_s, world.path(u"copy"_s)}, {},
                                         Environment{{u"LD_PRELOAD"_s, QStringLiteral(TURNUS_KILLED_AT)},
                                                     {u"ASAN_OPTIONS"_s, u"verify_asan_link_order=0"_s},
                                                     {u"TURNUS_KILLED_AT"_s, QString::number(at)}});
        done(world.server({u"verify"_s}));
        const bool isNew = world.inServer(u"SELECT count(*) FROM meta WHERE key = 'generation' AND value <> 0"_s) > 0;
        QCOMPARE(world.inServer(rows), isNew ? 0 : 1);
        ++(isNew ? newOnes : oldOnes);
        if (ended.code == 0)
            break;
        QVERIFY2(at < 500, ended.err.constData());
    }
    QVERIFY2(oldOnes > 10 && newOnes > 1, qPrintable(u"%1 old, %2 new"_s.arg(oldOnes).arg(newOnes)));
}

void TestRestore::whatCannotBePutBackIsKept()
{
    World world(true);
    std::ignore = world.inServer(u"DELETE FROM change WHERE row_id = (SELECT max(id) FROM asset) RETURNING 1"_s);
    done(world.server({u"backup"_s, world.path(u"unsound"_s)}));
    const Ended refused = world.server({u"restore"_s, world.path(u"unsound"_s)});
    QVERIFY2(refused.code == 1 && refused.err.contains("not-sound"), refused.err.constData());
    QCOMPARE(world.kept(), QStringList());
    // A psql that works once.
    QVERIFY(QDir().mkpath(world.path(u"bin"_s)));
    QFile shim(world.path(u"bin/psql"_s));
    QVERIFY(shim.open(QIODevice::WriteOnly));
    shim.write(u"#!/bin/sh\nmkdir '%1' || exit 3\nexec /usr/bin/psql \"$@\"\n"_s.arg(world.path(u"once"_s)).toUtf8());
    shim.close();
    QVERIFY(shim.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    const QString path = world.path(u"bin"_s) + u':' + qEnvironmentVariable("PATH");
    const Ended stuck = world.server({u"restore"_s, world.path(u"unsound"_s)}, {}, Environment{{u"PATH"_s, path}});
    QCOMPARE(world.kept().size(), 1);
    QVERIFY2(stuck.code == 1 && stuck.err.contains(world.kept().constFirst().toUtf8()), stuck.err.constData());
}

void TestRestore::aMonitorIsNoServer()
{
    World world(true);
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    const auto database = server::Database::at(world.location());
    QProcess monitor;
    monitor.start(u"psql"_s, (*database)->connectArguments() + QStringList{u"-X"_s});
    monitor.write("SELECT 1;\n");
    QVERIFY(monitor.waitForReadyRead(patienceMs));
    done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    {
        const auto server = server::Connection::openAsItIs(**database);
        const Ended refused = world.server({u"restore"_s, world.path(u"copy"_s)});
        QVERIFY2(refused.code == 1 && refused.err.contains("in-use"), refused.err.constData());
    }
    monitor.closeWriteChannel();
    QVERIFY(monitor.waitForFinished(patienceMs));
}

void TestRestore::filesOfWhomWasErasedStayAway()
{
    World world(false);
    const QDir content(world.path(u"server/content"_s));
    world.write(u"csv/brochure.csv"_s,
                "key,title,language,file,size,pages,version,valid_from\nb,B,de,b.pdf,5,1,1,2026-01-01\n");
    world.write(u"csv/b.pdf"_s, "hello");
    world.importCsv();
    world.begin();
    workBefore(world);
    world.takePhoto();
    world.sync(u"jana"_s);
    QCOMPARE(content.entryList(QDir::Files).size(), 2);
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    world.kill();
    done(world.server({u"erase"_s, u"customer"_s, u"C"_s, u"--reason"_s, u"request"_s}));
    const QStringList left = content.entryList(QDir::Files);
    QCOMPARE(left.size(), 1);
    QDir(content).removeRecursively();
    // A file that nothing names is not taken either.
    QVERIFY(QFile::copy(world.path(u"csv/site.csv"_s), world.path(u"copy.content/"_s) + QString(64, u'a')));
    // One that fails takes nothing.
    QVERIFY(QFile::rename(world.path(u"copy.content/"_s) + left.constFirst(), world.path(u"away"_s)));
    QVERIFY(world.server({u"restore"_s, world.path(u"copy"_s)}).err.contains("not-sound"));
    QCOMPARE(content.entryList(QDir::Files), QStringList());
    QVERIFY(QFile::rename(world.path(u"away"_s), world.path(u"copy.content/"_s) + left.constFirst()));
    done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QCOMPARE(content.entryList(QDir::Files), left);
    QCOMPARE(world.inServer(u"SELECT count(*) FROM attachment"_s), 1);
    world.serve();
    QCOMPARE(world.inServer(u"SELECT count(*) FROM attachment"_s), 0);
    QCOMPARE(content.entryList(QDir::Files), left);
    done(world.server({u"verify"_s}));
}

void TestRestore::aPhotoThatIsLostIsMissedAndComesAgain()
{
    World world(false);
    world.begin();
    workBefore(world);
    world.takePhoto();
    world.sync(u"jana"_s);
    done(world.server({u"backup"_s, world.path(u"copy"_s)}));
    done(world.server({u"verify"_s}));
    world.kill();
    for (const auto &files : {u"server/content"_s, u"copy.content"_s})
        QVERIFY(QDir(world.path(files)).removeRecursively());
    const Ended missed = world.server({u"verify"_s});
    QVERIFY2(missed.code != 0 && missed.out.contains("FAULT content/file-lost"), missed.out.constData());
    const Ended restored = done(world.server({u"restore"_s, world.path(u"copy"_s)}));
    QVERIFY2(restored.out.contains("in the backup: 1;"), restored.out.constData());
    QVERIFY2(restored.out.contains("copy.content: is not there"), restored.out.constData());
    world.serve();
    QCOMPARE(world.sync(u"jana"_s)[u"files_sent"_s].toInt(), 1);
    done(world.server({u"verify"_s}));
}

void TestRestore::theDatabaseIsFoundAsByOtherCommands()
{
    const World world(false);
    const QString elsewhere = world.path(u"elsewhere.db"_s);
    QVERIFY(QFile::copy(world.location(), elsewhere));
    const QStringList data{u"--data"_s, world.path(u"server"_s)};
    const Environment environment{{u"TURNUS_DATABASE"_s, elsewhere}};
    done(call("turnus-server", QStringList{u"backup"_s, world.path(u"copy"_s)} + data, {}, environment));
    const Ended restored =
        done(call("turnus-server", QStringList{u"restore"_s, world.path(u"copy"_s)} + data, {}, environment));
    QVERIFY2(restored.out.contains("to " + elsewhere.toUtf8()), restored.out.constData());
    QCOMPARE(world.inServer(u"SELECT count(*) FROM meta WHERE key = 'generation' AND value <> 0"_s), 0);
}

void TestRestore::anExportLeavesOutAPhotoThatHasNotCome()
{
    World world(false);
    world.begin();
    workBefore(world);
    world.takePhoto();
    world.sync(u"jana"_s, {u"--no-content"_s});

    const Ended exported = done(world.server({u"export"_s, world.path(u"out"_s)}));
    QVERIFY2(exported.out.contains("1 rows of attachment.csv"), exported.out.constData());
    done(call("turnus-server", {u"init"_s, u"--data"_s, world.path(u"second"_s)}));
    done(call("turnus-server", {u"import"_s, world.path(u"out"_s), u"--data"_s, world.path(u"second"_s)}));
    // One that fails leaves nothing behind, so that it can be made again.
    world.write(u"csv/brochure.csv"_s,
                "key,title,language,file,size,pages,version,valid_from\nb,B,de,b.pdf,5,1,1,2026-01-01\n");
    world.write(u"csv/b.pdf"_s, "hello");
    world.importCsv();
    QDir(world.path(u"server/content"_s)).removeRecursively();
    const Ended failed = world.server({u"export"_s, world.path(u"again"_s)});
    QVERIFY2(failed.code == 1 && failed.err.contains("file-missing"), failed.err.constData());
    QVERIFY(!QFile::exists(world.path(u"again"_s)) && !QFile::exists(world.path(u"again.part"_s)));
    world.importCsv();
    done(world.server({u"export"_s, world.path(u"again"_s)}));
}

void TestRestore::aQuotaHoldsFilesBackUntilThereIsRoom()
{
    World world(false);
    QCOMPARE(world.server({u"serve"_s, u"--file-quota"_s, u"much"_s}).code, 2);
    world.begin({u"--file-quota"_s, u"100"_s});
    workBefore(world);
    world.takePhoto();
    const Ended held = world.device(u"jana"_s, {u"sync"_s});
    QVERIFY2(held.code != 0 && (held.out + held.err).contains("server-full"), held.err.constData());
    world.kill();
    world.serve({u"--file-quota"_s, u"1M"_s});
    QCOMPARE(world.sync(u"jana"_s)[u"files_sent"_s].toInt(), 1);
}

QTEST_GUILESS_MAIN(TestRestore)
#include "tst_restore.moc"
