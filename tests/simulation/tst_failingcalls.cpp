#include "tests/simulation/company.h"
#include "tests/simulation/edits.h"
#include "tests/simulation/oracle.h"
#include "tests/simulation/world.h"

#include "sync/server/store/meta.h"
#include "sync/server/store/rowstore.h"

#include <QHashSeed>
#include <QTest>

using namespace turnus;
using namespace turnus::simulation;
using namespace Qt::StringLiterals;

namespace {

/// Under the sanitizers the work takes three times as long: there every fourth call fails, another fourth for each
/// fault.
#if defined(__SANITIZE_ADDRESS__)
constexpr int stride = 8;
#else
constexpr int stride = 1;
#endif

/// How a call fails.
enum class Fault { Error, Full, ShortWrite, Kill, PowerCut };

/// One device and one server, and what a run over the network makes of them.
class Pair
{
public:
    explicit Pair(bool firstSync)
    {
        const Images &images = Images::get();
        server = std::make_unique<SimulatedServer>(3, clock, firstSync ? images.server : images.syncedServer);
        must(server->open());
        auto made = std::make_unique<SimulatedDevice>(4, clock, 0, 100);
        made->disk.setContent(deviceFile, firstSync ? images.device : images.synced.at(100));
        made->session = images.sessions.at(100);
        devices.push_back(std::move(made));
        must(device().open());
        if (firstSync)
            must(device().signIn(*server));
    }

    SimulatedDevice &device() { return *devices.front(); }

    void backUpBefore(bool knowsNumber)
    {
        server->connection().execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        m_backup = knowsNumber ? server->disk.content(serverFile) : Images::get().server;
    }
    /// The server as it was then. What the device had confirmed since, it brings; of an edit of a record the policy
    /// decides.
    void restore()
    {
        server->kill(false);
        server->disk.clear();
        server->disk.setContent(serverFile, m_backup);
        must(server->open());
        must(server->connection().write([&]() -> Status {
            server::Meta(server->connection()).noteRestored(7);
            return {};
        }));
        for (Edit &edit : journal.edits)
            edit.certain = edit.certain && edit.isInsert;
        if (!server->principalOf(device().session))
            must(device().signIn(*server));
    }

    void record(int edits)
    {
        Random random(5);
        for (int i = 0; i < edits; ++i)
            Person(device().connection(), journal, random, 0, 100).act();
    }

    void officeWrites()
    {
        must(server->connection().write([&]() -> Status {
            server::ChangeLog log(server->connection(), clock.now());
            server::RowStore rows(server->connection(), log);
            const protocol::Table &table = *protocol::findTable("customer");
            for (const qint64 id : {200, 210}) {
                auto row = rows.find(table, id);
                row->values[protocol::columnIndex(table, "note")] = u"new"_s;
                rows.update(table, *row, quint64{1} << protocol::columnIndex(table, "note"));
            }
            rows.moveCustomer(230, company::south);
            log.flush();
            return {};
        }));
    }

    /// The device's work is confirmed, and the server set back to before it: with the device's number in the backup or
    /// not, and with an app that can prove it or not.
    void loseAndRestore(bool knowsNumber, bool predates)
    {
        if (predates)
            server->predating.insert(device().staff);
        backUpBefore(knowsNumber);
        must(sync());
        record(14);
        must(sync());
        record(4);
        restore();
    }

    /// Rounds until nothing is left; `cutAfter` bytes the first answer ends, `loses` the first request or answer.
    Status sync(std::optional<std::size_t> cutAfter = {})
    {
        client::Engine engine(device().connection());
        for (bool more = true; more;) {
            TURNUS_ASSIGN(request, engine.begin());
            TURNUS_ASSIGN(answer, server->sync(device().session, request));
            answered = answer.size();
            if (cutAfter)
                answer.resize(std::min(*cutAfter, answer.size()));
            TURNUS_TRY(engine.feed(answer));
            TURNUS_ASSIGN(round, engine.finish());
            more = round.more;
        }
        return {};
    }

    /// The fault ends the process where it happens, or has passed; everything that was closed is opened again.
    void recover(Fault fault)
    {
        const bool power = fault == Fault::PowerCut;
        if (fault == Fault::Kill || power) {
            device().kill(power);
            server->kill(power);
        }
        device().disk.faults = {};
        server->disk.faults = {};
        if (!device().isUp())
            must(device().open());
        if (!server->isUp())
            must(server->open());
    }

    QStringList wrong()
    {
        Oracle oracle(*server, journal);
        oracle.server();
        oracle.agreement(device());
        oracle.edits(devices);
        oracle.ledger();
        return oracle.violations();
    }

    static void must(const Status &status)
    {
        if (!status)
            qFatal("%s", qPrintable(status.error().toString()));
    }

    WorldClock clock;
    std::unique_ptr<SimulatedServer> server;
    std::vector<std::unique_ptr<SimulatedDevice>> devices;
    Journal journal;
    std::size_t answered = 0;

private:
    QByteArray m_backup;
};

Faults faultsOf(Fault fault, std::int64_t call)
{
    return {.failAtCall = call,
            .lasting = fault == Fault::Kill || fault == Fault::PowerCut,
            .fullInsteadOfError = fault == Fault::Full,
            .shortWrites = fault == Fault::ShortWrite};
}

Pair pairFor(const QString &work)
{
    Pair pair(work == "first sync"_L1 || work.startsWith("recovery "_L1));
    if (work == "push"_L1)
        pair.record(14);
    if (work == "pull"_L1)
        pair.officeWrites();
    if (work.startsWith("recovery"_L1))
        pair.loseAndRestore(work == "recovery"_L1, work == "recovery under a new number"_L1);
    return pair;
}

} // namespace

/// Fails the first, the second, the third … call of a piece of work until it passes without meeting the fault. After
/// each, everything is healed and synced, and must be as if nothing had happened.
class TestFailingCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QHashSeed::setDeterministicGlobalSeed(); }
    void everyDiskCall_data() { works({"push", "pull", "first sync"}); }
    void everyDiskCall() { failEveryCall(1, 1); }
    void everyDiskCallOfRecovery_data() { works({"recovery"}); }
    void everyDiskCallOfRecovery() { failEveryCall(closelyLooked, wideStride); }
    void everyDiskCallOfRecoveryOfALostNumber_data() { works({"recovery of a lost number"}); }
    void everyDiskCallOfRecoveryOfALostNumber() { failEveryCall(closelyLooked, wideStride); }
    void everyDiskCallOfRecoveryUnderANewNumber_data() { works({"recovery under a new number"}); }
    void everyDiskCallOfRecoveryUnderANewNumber() { failEveryCall(closelyLooked, wideStride); }
    void everyByteOfTheAnswer_data();
    void everyByteOfTheAnswer();
    void everyDiskCallOfMigration_data();
    void everyDiskCallOfMigration();

private:
    // Recovery takes many rounds of the same kind, and much to prepare.
    static constexpr int closelyLooked = 30;
    static constexpr int wideStride = 17;

    static void works(std::initializer_list<const char *> names);
    /// Each of the first calls, then one of `wide`.
    void failEveryCall(int close, int wide);
};

void TestFailingCalls::works(std::initializer_list<const char *> names)
{
    QTest::addColumn<QString>("work");
    QTest::addColumn<bool>("onServer");
    QTest::addColumn<int>("fault");
    const std::array words{"error", "full", "short write", "kill", "power cut"};
    for (const char *work : names) {
        for (const bool onServer : {false, true}) {
            for (int fault = 0; fault < 5; ++fault)
                QTest::addRow("%s, %s, %s", work, onServer ? "server" : "device",
                              words[static_cast<std::size_t>(fault)])
                    << QString::fromLatin1(work) << onServer << fault;
        }
    }
}

void TestFailingCalls::failEveryCall(int close, int wide)
{
    QFETCH(QString, work);
    QFETCH(bool, onServer);
    QFETCH(int, fault);
    bool met = true;
    int call = 1 + fault % stride;
    for (; met; call += call < close ? stride : wide * stride) {
        Pair pair = pairFor(work);
        SimulatedDisk &disk = onServer ? pair.server->disk : pair.device().disk;
        disk.resetCalls();
        disk.faults = faultsOf(static_cast<Fault>(fault), call);
        (void)pair.sync();
        met = disk.calls() >= call;
        pair.recover(static_cast<Fault>(fault));
        const Status synced = pair.sync();
        QVERIFY2(synced, synced ? "" : qPrintable(u"call %1: %2"_s.arg(call).arg(synced.error().toString())));
        const QStringList wrong = pair.wrong();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"call %1: %2"_s.arg(call).arg(wrong.join(u'\n'))));
    }
    QVERIFY(call > 5);
}

void TestFailingCalls::everyByteOfTheAnswer_data()
{
    QTest::addColumn<QString>("work");
    QTest::newRow("push") << u"push"_s;
    QTest::newRow("pull") << u"pull"_s;
    QTest::newRow("first sync") << u"first sync"_s;
    QTest::newRow("recovery") << u"recovery"_s;
}

void TestFailingCalls::everyByteOfTheAnswer()
{
    QFETCH(QString, work);
    const std::size_t step = work == "first sync"_L1 || work == "recovery"_L1 ? 11 * stride : stride;
    std::size_t bytes = 0;
    for (bool whole = false; !whole; bytes += step) {
        Pair pair = pairFor(work);
        const Status cut = pair.sync(bytes);
        whole = cut.has_value();
        QVERIFY(whole || cut.error().code == "answer-cut"_L1);
        const Status synced = pair.sync();
        QVERIFY2(synced, synced ? "" : qPrintable(synced.error().toString()));
        const QStringList wrong = pair.wrong();
        QVERIFY2(wrong.isEmpty(), qPrintable(u"%1 bytes: %2"_s.arg(bytes).arg(wrong.join(u'\n'))));
    }
    QVERIFY(bytes > 50);
}

void TestFailingCalls::everyDiskCallOfMigration_data()
{
    QTest::addColumn<bool>("onServer");
    QTest::addColumn<int>("fault");
    for (const bool onServer : {false, true}) {
        for (int fault = 0; fault < 5; ++fault)
            QTest::addRow("%s, fault %d", onServer ? "server" : "device", fault) << onServer << fault;
    }
}

void TestFailingCalls::everyDiskCallOfMigration()
{
    QFETCH(bool, onServer);
    QFETCH(int, fault);
    const WorldClock clock;
    bool met = true;
    int call = 0;
    // Between two steps of the migration nothing differs; every seventh call in the long middle tells as much.
    for (; met; call += call < 60 / stride ? 1 : 7 * stride) {
        SimulatedServer server(6, clock, {});
        SimulatedDevice device(7, clock, 0, 100);
        SimulatedDisk &disk = onServer ? server.disk : device.disk;
        disk.faults = faultsOf(static_cast<Fault>(fault), call + 1);
        const Status opened = onServer ? server.open() : device.open();
        met = disk.calls() > call;
        if (!met)
            QVERIFY2(opened, opened ? "" : qPrintable(opened.error().toString()));
        const bool power = fault == static_cast<int>(Fault::PowerCut);
        if (onServer)
            server.kill(power);
        else
            device.kill(power);
        disk.faults = {};
        const Status again = onServer ? server.open() : device.open();
        QVERIFY2(again, again ? "" : qPrintable(u"call %1: %2"_s.arg(call + 1).arg(again.error().toString())));
    }
    QVERIFY(call > 20);
}

QTEST_GUILESS_MAIN(TestFailingCalls)
#include "tst_failingcalls.moc"
