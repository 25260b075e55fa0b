// The real programs over real TCP, ended by SIGKILL at random moments of a sync that runs. "tst_synckills --kills 200"
// kills the device and the server that often each, in first sync and in push; a kill that came too late does not count.
#include "tests/sync/kill/relay.h"
#include "tests/sync/processes/processworld.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>
#include <random>
#include <sqlite3.h>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

int kills = 4; ///< of the device and of the server each, in first sync and in push each
constexpr int customers = 600;
constexpr int readingsEach = 60;

/// One number of a database that nobody has open, or that a server has.
qint64 number(const QString &file, const char *sql)
{
    sqlite3 *database = nullptr;
    sqlite3_stmt *row = nullptr;
    qint64 result = -1;
    if (sqlite3_open_v2(file.toUtf8(), &database, SQLITE_OPEN_READWRITE, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, sql, -1, &row, nullptr) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW)
        result = sqlite3_column_int64(row, 0);
    sqlite3_finalize(row);
    sqlite3_close(database);
    return result;
}

enum class Victim { Device, Server };

} // namespace

class TestSyncKills : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void firstSyncEndsWhole_data() { victims(); }
    void firstSyncEndsWhole();
    void pushLosesAndDoublesNothing_data() { victims(); }
    void pushLosesAndDoublesNothing();

private:
    void serve();
    [[nodiscard]] QString databaseOf(const QString &device) const { return m_world.path(device + u"/turnus.db"_s); }
    [[nodiscard]] bool device(const QString &data, const QStringList &words, const QByteArray &input = {}) const;
    static void victims();
    /// Runs a sync; how long it took from the first byte that the device sent.
    [[nodiscard]] std::chrono::microseconds wholeSync(const QString &data);
    /// Starts a sync and kills at a random moment of its usual duration. Whether the kill ended a sync that ran.
    [[nodiscard]] bool disturbedSync(const QString &data, Victim victim);
    void record();
    void expectAllReadings();

    ProcessWorld m_world;
    Relay m_relay;
    std::mt19937 m_random{7};
    std::chrono::microseconds m_usual{}; ///< that a sync takes
    int m_recorded = 0;                  ///< readings
};

bool TestSyncKills::device(const QString &data, const QStringList &words, const QByteArray &input) const
{
    QProcess process;
    QEventLoop loop; // the relay lives by it
    connect(&process, &QProcess::finished, &loop, &QEventLoop::quit);
    m_world.start(process, data, words);
    process.write(input);
    process.closeWriteChannel();
    loop.exec();
    if (process.exitCode() != 0)
        qWarning("%s", process.readAllStandardError().constData());
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

void TestSyncKills::serve()
{
    m_world.serve();
    m_relay.leadTo(m_world.port());
}

void TestSyncKills::initTestCase()
{
    QByteArray customer("key,territory,name,segment,note\n");
    QByteArray site("key,customer,name,street,postal_code,city,country\n");
    QByteArray asset("key,customer,site,product,serial,installed,installed_year_only,observed_from,status\n");
    for (int i = 0; i < customers; ++i) {
        const QByteArray n = QByteArray::number(i);
        QByteArray note; // of little redundancy, so that the snapshot has several frames
        while (note.size() < 600)
            note += QByteArray::number(quint64(m_random()) << 20, 36);
        customer += "C" + n + ",N,Hotel " + n + ",G," + note + "\n";
        site += "S" + n + ",C" + n + ",Bar,Musterweg 1,20095,Hamburg,DE\n";
        asset += "A" + n + ",C" + n + ",S" + n + ",P,GR6-" + n + ",2020-01-01,0,2020-01-01,active\n";
    }
    m_world.write(u"csv/customer.csv"_s, customer);
    m_world.write(u"csv/site.csv"_s, site);
    m_world.write(u"csv/asset.csv"_s, asset);
    m_world.makeCompany();
    serve();
    QVERIFY(m_relay.listen());
    QVERIFY(device(u"a"_s, {u"login"_s, m_relay.url(), u"jana"_s}, "demo-turnus\n"));
    m_usual = wholeSync(u"a"_s);
}

void TestSyncKills::cleanupTestCase()
{
    QVERIFY(m_world.stop());
}

void TestSyncKills::victims()
{
    QTest::addColumn<bool>("server");
    QTest::newRow("device") << false;
    QTest::newRow("server") << true;
}

std::chrono::microseconds TestSyncKills::wholeSync(const QString &data)
{
    QElapsedTimer timer;
    m_relay.onFirstByte = [&] { timer.start(); };
    if (!device(data, {u"sync"_s}))
        qFatal("an undisturbed sync fails");
    return std::chrono::microseconds{timer.nsecsElapsed() / 1000};
}

bool TestSyncKills::disturbedSync(const QString &data, Victim victim)
{
    QProcess sync;
    QEventLoop loop;
    connect(&sync, &QProcess::finished, &loop, &QEventLoop::quit);
    const std::chrono::microseconds moment{m_random() % static_cast<unsigned>(m_usual.count())};
    QElapsedTimer timer;
    QTimer kill;
    kill.setTimerType(Qt::PreciseTimer);
    kill.setSingleShot(true);
    connect(&kill, &QTimer::timeout, &loop, [&] { (victim == Victim::Server ? m_world.process() : sync).kill(); });
    m_relay.onFirstByte = [&] {
        timer.start();
        kill.start(std::chrono::duration_cast<std::chrono::milliseconds>(moment));
    };
    m_world.start(sync, data, {u"sync"_s});
    loop.exec();
    m_relay.onFirstByte = {};
    const bool isKilled = timer.isValid() && !kill.isActive();
    kill.stop();
    if (timer.isValid() && sync.exitStatus() == QProcess::NormalExit && sync.exitCode() == 0)
        m_usual = std::chrono::microseconds{timer.nsecsElapsed() / 1000 + 1}; // it came through: it takes so long now
    if (victim == Victim::Server && isKilled) {
        m_world.kill();
        serve();
    }
    // The device's own end is the proof: killed, or failed for want of its server.
    return isKilled && (victim == Victim::Device ? sync.exitStatus() == QProcess::CrashExit : sync.exitCode() != 0);
}

void TestSyncKills::firstSyncEndsWhole()
{
    QFETCH(const bool, server);
    int killed = 0;
    int missed = 0;
    while (killed < kills) {
        const QString data = u"f"_s;
        QVERIFY(device(data, {u"login"_s, m_relay.url(), u"jana"_s}, "demo-turnus\n"));
        const int times = 1 + int(m_random() % 4);
        for (int i = 0; i < times && killed < kills; ++i) {
            const bool met = disturbedSync(data, server ? Victim::Server : Victim::Device);
            if (QTest::currentTestFailed())
                return;
            ++(met ? killed : missed);
            if (!met)
                break; // its first sync is over
        }
        QVERIFY(device(data, {u"sync"_s}));
        for (const char *table : {"customer", "site", "asset", "meter_reading", "staff", "product"}) {
            const QByteArray count = QByteArray("SELECT count(*) FROM ") + table;
            QCOMPARE(number(databaseOf(data), count), number(m_world.location(), count));
        }
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM pragma_foreign_key_check"), 0);
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"),
                 0);
        QCOMPARE(number(databaseOf(data), "SELECT count(*) FROM sqlite_master"),
                 number(databaseOf(u"a"_s), "SELECT count(*) FROM sqlite_master"));
        QVERIFY(QDir(m_world.path(data)).removeRecursively());
    }
    qInfo("%d kills met a first sync, %d came too late", killed, missed);
}

void TestSyncKills::record()
{
    m_world.record(u"a"_s, m_recorded, readingsEach);
    m_recorded += readingsEach;
}

void TestSyncKills::expectAllReadings()
{
    QCOMPARE(number(databaseOf(u"a"_s), "SELECT count(*) FROM outbox"), 0);
    for (const QString &file : {databaseOf(u"a"_s), m_world.location()}) {
        QCOMPARE(number(file, "SELECT count(*) FROM meter_reading"), m_recorded);
        QCOMPARE(number(file, "SELECT count(DISTINCT value) FROM meter_reading"), m_recorded);
    }
}

void TestSyncKills::pushLosesAndDoublesNothing()
{
    QFETCH(const bool, server);
    record();
    m_usual = wholeSync(u"a"_s);
    int killed = 0;
    int missed = 0;
    while (killed < kills) {
        record();
        const bool met = disturbedSync(u"a"_s, server ? Victim::Server : Victim::Device);
        if (QTest::currentTestFailed())
            return;
        ++(met ? killed : missed);
    }
    QVERIFY(device(u"a"_s, {u"sync"_s}));
    expectAllReadings();
    done(m_world.server({u"verify"_s}));
    qInfo("%d kills met a push, %d came too late", killed, missed);
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStringList words = QCoreApplication::arguments();
    if (const auto at = words.indexOf(u"--kills"_s); at > 0 && at + 1 < words.size()) {
        kills = words.at(at + 1).toInt();
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // ms; as long as it takes
        words.remove(at, 2);
    }
    TestSyncKills test;
    return QTest::qExec(&test, words);
}

#include "tst_synckills.moc"
