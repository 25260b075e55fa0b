#include "sync/client/sql.h"
#include "tests/sync/thread/realdevice.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

/// Every call of the handheld's disk fails once, in push and pull and in the first sync; nothing is lost or doubled.
class TestDiskFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFailingCallInPushAndPullLosesNothing_data();
    void eachFailingCallInPushAndPullLosesNothing();
    void aProgramThatMetFailuresOfTheDiskWorksOnWithoutARestart();
    void eachPowerCutInPushAndPullLosesNothingThatWasSaved();
    void eachFailingCallInTheFirstSyncIsMadeGood();
};

namespace {

/// One start of the program on a disk that outlives it.
struct Session
{
    Session(Company &company, simulation::SimulatedDisk &disk, MemoryTokenStore &tokens) : transport(company)
    {
        auto opened = storage::Connection::open({.path = u"turnus.db"_s, .vfs = disk.name()}, company.clock);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        connection = std::move(*opened);
        account = std::make_unique<client::Account>(*connection, transport, tokens);
    }
    Result<client::RunReport> sync() { return client::SyncRun(*connection, *account).run(); }
    Result<qint64> addReading(int value)
    {
        return connection->write([&](storage::Writer &writer) -> Result<qint64> {
            TURNUS_ASSIGN(id, writer.next());
            writer.insertRow("meter_reading", id, Company::nord,
                             {{"asset_id", Company::grinder},
                              {"at", writer.now()},
                              {"value", double(value)},
                              {"meter_exchanged", false},
                              {"implausible_confirmed", false}});
            return id;
        });
    }
    qint64 integer(const char *sql)
    {
        client::Sql row(connection->handle(), sql);
        return row.step() ? row.integer(0) : 0;
    }

    DirectTransport transport;
    std::unique_ptr<storage::Connection> connection;
    std::unique_ptr<client::Account> account;
};

Status signIn(Session &session)
{
    return session.account->signIn(
        {QUrl(u"http://localhost"_s), u"jana"_s, QString::fromLatin1(Company::password), u"Test"_s});
}

} // namespace

void TestDiskFaults::eachFailingCallInPushAndPullLosesNothing_data()
{
    QTest::addColumn<bool>("full");
    QTest::newRow("input/output error") << false;
    QTest::newRow("disk full") << true;
}

void TestDiskFaults::eachFailingCallInPushAndPullLosesNothing()
{
    QFETCH(const bool, full);
    Company company;
    simulation::SimulatedDisk disk(1);
    MemoryTokenStore tokens;
    {
        Session first(company, disk, tokens);
        QVERIFY(signIn(first));
        QVERIFY(first.sync());
    }
    int saved = 0;
    for (int call = 1;; ++call) {
        Session session(company, disk, tokens);
        QVERIFY(session.addReading(++saved));
        company.update("customer", Company::customer, {{"note", QString::number(call)}});
        disk.resetCalls();
        disk.faults = {.failAtCall = call, .fullInsteadOfError = full, .shortWrites = call % 2 == 0};
        const auto disturbed = session.sync();
        const bool reached = disk.faults.failAtCall == 0 || disk.calls() >= call;
        disk.faults = {};
        if (disturbed) {
            // A failure that SQLite could live with; what it says is done must be done.
            QCOMPARE(session.integer("SELECT count(*) FROM outbox"), 0);
        } else {
            QCOMPARE(disturbed.error().domain, Domain::Storage);
        }
        const auto after = session.sync(); // goes on without a restart
        QVERIFY2(after, after ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(after.error().toString())));
        QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), saved);
        QCOMPARE(company.integer(u"SELECT count(DISTINCT value) FROM meter_reading"_s), saved);
        QCOMPARE(session.integer("SELECT count(*) FROM meter_reading"), saved);
        QCOMPARE(session.integer("SELECT note FROM customer WHERE id = 200"), call);
        QCOMPARE(session.integer("SELECT count(*) FROM outbox"), 0);
        if (!reached)
            break;
    }
    QVERIFY(saved > 20);
    qInfo("%d calls failed in turn", saved);
}

void TestDiskFaults::aProgramThatMetFailuresOfTheDiskWorksOnWithoutARestart()
{
    Company company;
    simulation::SimulatedDisk disk(3);
    MemoryTokenStore tokens;
    Session session(company, disk, tokens);
    QVERIFY(signIn(session));
    QVERIFY(session.sync());
    bool reached = true;
    for (int call = 1; reached; ++call) {
        // Both stand in the search, whose index SQLite keeps in memory until the end of a transaction.
        company.update("customer", Company::customer, {{"email", u"mail%1@example.org"_s.arg(call)}});
        company.update("site", Company::site, {{"city", u"Ort %1"_s.arg(call)}});
        disk.resetCalls();
        disk.faults = {.failAtCall = call, .fullInsteadOfError = call % 2 == 0};
        (void)session.sync();
        reached = disk.calls() >= call;
        disk.faults = {};
        const auto after = session.sync();
        QVERIFY2(after, after ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(after.error().toString())));
        const auto found = session.connection->read([&] {
            auto row = session.connection->query("SELECT count(*) FROM search WHERE search MATCH ?",
                                                 u"\"mail%1\""_s.arg(call));
            return row.step() ? row.integer(0) : 0;
        });
        QCOMPARE(found.value_or(-1), 1);
    }
    QVERIFY(session.connection->write([&](storage::Writer &) -> Status {
        session.connection->execute("INSERT INTO search (search) VALUES ('integrity-check')");
        return {};
    }));
}

void TestDiskFaults::eachPowerCutInPushAndPullLosesNothingThatWasSaved()
{
    Company company;
    simulation::SimulatedDisk disk(7);
    MemoryTokenStore tokens;
    {
        Session first(company, disk, tokens);
        QVERIFY(signIn(first));
        QVERIFY(first.sync());
    }
    int saved = 0;
    for (int call = 1;; ++call) {
        bool reached = false;
        {
            Session session(company, disk, tokens);
            QVERIFY(session.addReading(++saved));
            company.update("customer", Company::customer, {{"note", QString::number(call)}});
            disk.resetCalls();
            disk.faults = {.failAtCall = call, .lasting = true};
            (void)session.sync();
            reached = disk.calls() >= call;
        }
        disk.faults = {};
        disk.powerCut();
        Session session(company, disk, tokens);
        client::Sql whole(session.connection->handle(), "PRAGMA integrity_check");
        QVERIFY(whole.step() && whole.bytes(0) == "ok");
        QCOMPARE(session.integer("SELECT count(*) FROM meter_reading"), saved);
        const auto after = session.sync();
        QVERIFY2(after, after ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(after.error().toString())));
        QCOMPARE(company.integer(u"SELECT count(*) FROM meter_reading"_s), saved);
        QCOMPARE(company.integer(u"SELECT count(DISTINCT value) FROM meter_reading"_s), saved);
        QCOMPARE(session.integer("SELECT note FROM customer WHERE id = 200"), call);
        if (!reached)
            break;
    }
    QVERIFY(saved > 20);
    qInfo("%d calls failed in turn", saved);
}

void TestDiskFaults::eachFailingCallInTheFirstSyncIsMadeGood()
{
    Company company;
    for (int i = 0; i < 3'000; ++i) {
        company.insert("meter_reading", 100'000 + i, Company::nord,
                       {{"asset_id", Company::grinder},
                        {"at", qint64{1'700'000'000'000} + i},
                        {"value", double(i)},
                        {"meter_exchanged", 0LL},
                        {"implausible_confirmed", 0LL}});
    }
    qint64 indexes = 0;
    for (int call = 1;; call += 7) {
        simulation::SimulatedDisk disk(static_cast<std::uint64_t>(call));
        MemoryTokenStore tokens;
        Session session(company, disk, tokens);
        if (indexes == 0)
            indexes = session.integer("SELECT count(*) FROM sqlite_master");
        QVERIFY(signIn(session));
        disk.resetCalls();
        disk.faults = {.failAtCall = call};
        (void)session.sync();
        const bool reached = disk.calls() >= call;
        disk.faults = {};
        const auto after = session.sync();
        QVERIFY2(after, after ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(after.error().toString())));
        QCOMPARE(session.integer("SELECT count(*) FROM meter_reading"), 3'000);
        QCOMPARE(session.integer("SELECT count(*) FROM sqlite_master"), indexes);
        QCOMPARE(session.integer("SELECT count(*) FROM pragma_foreign_key_check"), 0);
        if (!reached)
            break;
    }
}

QTEST_GUILESS_MAIN(TestDiskFaults)
#include "tst_diskfaults.moc"
