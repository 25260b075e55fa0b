#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

const QString jana = u"jana"_s;
constexpr auto appointments = "SELECT count(*) FROM appointment";

class World : public ProcessWorld
{
public:
    explicit World(const QString &database = {}) : ProcessWorld(database) { makeCompany(); }
    void emergency() const
    {
        write(u"csv/appointment.csv"_s, "key,customer,site,technician,kind,starts,ends,status\n"
                                        "E1,C,S,jana,emergency,2026-11-24T08:00:00Z,2026-11-24T10:00:00Z,planned\n");
        importCsv();
    }
    /// The only handheld.
    void reportLost() const
    {
        const QByteArray devices = done(server({u"user"_s, u"devices"_s})).out;
        done(server({u"user"_s, u"revoke-device"_s, QString::fromLatin1(devices.split('\t').first())}));
    }
};

/// A handheld that stays connected.
class Follower
{
public:
    explicit Follower(const World &world) { world.start(process, jana, {u"follow"_s}); }
    ~Follower()
    {
        process.kill();
        process.waitForFinished(patienceMs);
    }
    Follower(const Follower &) = delete;
    Follower &operator=(const Follower &) = delete;
    [[nodiscard]] bool hasTold(const char *event)
    {
        m_told += process.readAllStandardOutput();
        return m_told.contains(event);
    }

    QProcess process;

private:
    QByteArray m_told;
};

} // namespace

/// Real programs over real TCP.
class TestLiveProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anEmergencyReachesAConnectedHandheld();
    void aHandheldComesBackAfterTheServerWasAway();
    void twoServersOverOnePostgresqlBehaveAsOne();
    void handheldsOfTwoServersMissNothingOfEachOther();
    void aLostHandheldWipesItselfAtItsNextContact();
    void aConnectedLostHandheldWipesItselfAtOnce();
    void photosAndReportsArriveWholeWhateverIsKilled();
};

void TestLiveProcesses::anEmergencyReachesAConnectedHandheld()
{
    World world;
    world.serve();
    world.signIn(jana);
    Follower follower(world);
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTold("\"live\""), patienceMs);
    QCOMPARE(world.number(jana, appointments), 0);
    world.emergency();
    QTRY_COMPARE_WITH_TIMEOUT(world.number(jana, appointments), 1, patienceMs);
    QVERIFY(world.stop());
}

void TestLiveProcesses::aHandheldComesBackAfterTheServerWasAway()
{
    World world;
    world.serve();
    world.signIn(jana);
    Follower follower(world);
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTold("\"live\""), patienceMs);
    world.kill();
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTold("\"polling\""), patienceMs);
    world.emergency();
    world.serve();
    QTRY_COMPARE_WITH_TIMEOUT(world.number(jana, appointments), 1, patienceMs);
}

void TestLiveProcesses::twoServersOverOnePostgresqlBehaveAsOne()
{
    World world(Cluster::instance().freshLocation());
    world.serve();
    world.signIn(jana);
    // The handheld hears from the first what was committed beside both; the second serves the same company.
    QVERIFY(world.serveElsewhere() != world.url());
    Follower follower(world);
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTold("\"live\""), patienceMs);
    world.emergency();
    QTRY_COMPARE_WITH_TIMEOUT(world.number(jana, appointments), 1, patienceMs);
}

void TestLiveProcesses::handheldsOfTwoServersMissNothingOfEachOther()
{
    World world(Cluster::instance().freshLocation());
    const QStringList urls{world.serve(), world.serveElsewhere()};
    const QStringList handhelds{u"a"_s, u"b"_s, u"c"_s, u"d"_s};
    for (qsizetype i = 0; i < handhelds.size(); ++i)
        world.signIn(handhelds.at(i), jana, urls.at(i % 2));
    const auto syncAll = [&] {
        std::vector<std::unique_ptr<QProcess>> syncs;
        for (const QString &handheld : handhelds) {
            syncs.push_back(std::make_unique<QProcess>());
            world.start(*syncs.back(), handheld, {u"sync"_s});
        }
        return std::ranges::all_of(
            syncs, [](const auto &sync) { return sync->waitForFinished(patienceMs) && sync->exitCode() == 0; });
    };
    QVERIFY(syncAll());
    // All write to the channel that all read, at once and by different servers.
    constexpr int readings = 150;
    int recorded = 0;
    for (int round = 0; round < 5; ++round) {
        for (const QString &handheld : handhelds) {
            world.record(handheld, recorded, readings);
            recorded += readings;
        }
        QVERIFY(syncAll());
    }
    QVERIFY(syncAll()); // what was under way when the others read
    for (const QString &handheld : handhelds) {
        QCOMPARE(world.number(handheld, "SELECT count(*) FROM meter_reading"), recorded);
        QCOMPARE(world.number(handheld, "SELECT count(DISTINCT value) FROM meter_reading"), recorded);
        QCOMPARE(world.number(handheld, "SELECT count(*) FROM outbox"), 0);
    }
    QVERIFY(done(world.server({u"verify"_s})).out.contains("sound"));
}

void TestLiveProcesses::aLostHandheldWipesItselfAtItsNextContact()
{
    World world;
    world.serve();
    world.signIn(jana);
    world.sync(jana);
    QVERIFY(QFile::exists(world.path(u"jana/turnus.db"_s)));
    const QByteArray devices = done(world.server({u"user"_s, u"devices"_s})).out;
    QVERIFY2(devices.contains("\tjana\tsigned in\t"), devices.constData());
    world.reportLost();
    QVERIFY(done(world.server({u"user"_s, u"devices"_s, u"jana"_s})).out.contains("\tlost\t"));
    const Ended told = world.device(jana, {u"sync"_s});
    QCOMPARE(told.code, 1);
    QVERIFY2(told.err.contains("everything on this handheld has been removed"), told.err.constData());
    QCOMPARE(QDir(world.path(jana)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
    // Whoever has the password may begin anew on it.
    world.signIn(jana);
    world.sync(jana);
}

void TestLiveProcesses::aConnectedLostHandheldWipesItselfAtOnce()
{
    World world;
    world.serve();
    world.signIn(jana);
    Follower follower(world);
    QTRY_VERIFY_WITH_TIMEOUT(follower.hasTold("\"live\""), patienceMs);
    world.reportLost();
    QVERIFY(follower.process.waitForFinished(patienceMs));
    QCOMPARE(follower.process.exitCode(), 1);
    QVERIFY(!QFile::exists(world.path(u"jana/turnus.db"_s)));
    QVERIFY(!QFile::exists(world.path(u"jana/tokens"_s)));
}

void TestLiveProcesses::photosAndReportsArriveWholeWhateverIsKilled()
{
    World world;
    const QString url = world.serve();
    world.signIn(jana);
    world.emergency();
    world.sync(jana);
    const QString appointment = QString::number(world.number(jana, "SELECT id FROM appointment"));
    done(world.device(jana, {u"visit"_s, u"start"_s, appointment}));
    const QString visit = QString::number(world.number(jana, "SELECT id FROM visit"));
    QRandomGenerator random(5);
    constexpr int photos = 3;
    for (int i = 0; i < photos; ++i) {
        QByteArray bytes("\xff\xd8\xff\xe0 JFIF");
        bytes.resize(3'000'000);
        std::generate(bytes.begin() + 10, bytes.end(), [&] { return static_cast<char>(random.generate()); });
        world.write(u"photo.jpg"_s, bytes);
        done(world.device(jana, {u"visit"_s, u"photo"_s, visit, world.path(u"photo.jpg"_s)}));
    }
    done(world.device(jana, {u"visit"_s, u"complete"_s, visit, u"Herr Muster"_s}));
    // Kills at random moments, of the device and of the server.
    for (int round = 0; round < 8; ++round) {
        QProcess device;
        world.start(device, jana, {u"sync"_s});
        device.waitForFinished(static_cast<int>(random.bounded(120)));
        const bool isServers = round % 2 == 1;
        if (isServers)
            world.process().kill();
        device.kill();
        QVERIFY(device.state() == QProcess::NotRunning || device.waitForFinished(patienceMs));
        if (isServers) {
            world.kill();
            QCOMPARE(world.serve(), url);
        }
    }
    world.sync(jana);
    QCOMPARE(world.number(jana, "SELECT count(*) FROM content_file WHERE held = 1"), photos + 1);
    QCOMPARE(world.number(jana, "SELECT count(*) FROM content_file WHERE held = 0"), 0);
    QCOMPARE(QDir(world.path(u"server/content"_s)).entryList(QDir::Files).size(), photos + 1);
    QVERIFY(done(world.server({u"verify"_s})).out.contains("sound"));
}

QTEST_GUILESS_MAIN(TestLiveProcesses)
#include "tst_live_processes.moc"
