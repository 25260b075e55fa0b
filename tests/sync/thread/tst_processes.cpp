#include "tests/sync/processes/processworld.h"

#include <QTest>
#include <random>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

/// The real programs over real TCP: turnus-server, and turnus-device that is killed while it pushes.
class TestProcesses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aDeviceKilledWhileItPushesLosesAndDoublesNothing();
    void aSyncWithNothingNewIsOneSmallRoundTrip();
    void wrongUseAndWrongPasswordAreToldByExitStatusAndWords();

private:
    ProcessWorld m_world;
};

void TestProcesses::initTestCase()
{
    m_world.makeCompany();
    QVERIFY(m_world.serve().startsWith("http://127.0.0.1:"_L1));
    m_world.signIn(u"a"_s);
    m_world.sync(u"a"_s);
}

void TestProcesses::cleanupTestCase()
{
    QVERIFY(m_world.stop());
}

void TestProcesses::aDeviceKilledWhileItPushesLosesAndDoublesNothing()
{
    constexpr int kills = 20;
    constexpr int readingsEach = 100;
    std::mt19937 random(3);
    for (int round = 0; round < kills; ++round) {
        m_world.record(u"a"_s, round * readingsEach, readingsEach);
        QProcess process;
        m_world.start(process, u"a"_s, {u"sync"_s});
        process.waitForFinished(int(random() % 120)); // the moment of the kill, not a wait for a result
        process.kill();
        process.waitForFinished();
    }
    m_world.sync(u"a"_s);
    m_world.signIn(u"b"_s);
    m_world.sync(u"b"_s);
    for (const QString &data : {u"a"_s, u"b"_s}) {
        QCOMPARE(m_world.number(data, "SELECT count(*) FROM meter_reading"), kills * readingsEach);
        QCOMPARE(m_world.number(data, "SELECT count(DISTINCT value) FROM meter_reading"), kills * readingsEach);
        QCOMPARE(m_world.number(data, "SELECT count(*) FROM outbox"), 0);
        QCOMPARE(m_world.number(data, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
    }
}

void TestProcesses::aSyncWithNothingNewIsOneSmallRoundTrip()
{
    const Ended synced = done(m_world.device(u"a"_s, {u"sync"_s, u"--repeat"_s, u"3"_s}));
    const QJsonObject report = synced.json();
    QCOMPARE(report["round_trips"_L1].toInt(), 1);
    QCOMPARE(report["rows_in"_L1].toInt(), 0);
    QCOMPARE(report["rows_out"_L1].toInt(), 0);
    QVERIFY2(report["bytes_up"_L1].toInt() + report["bytes_down"_L1].toInt() <= 200, synced.out);
    for (const char *figure : {"wall_ms", "cpu_ms", "rss_kb"})
        QVERIFY2(report[QLatin1StringView(figure)].toDouble() > 0, synced.out);
}

void TestProcesses::wrongUseAndWrongPasswordAreToldByExitStatusAndWords()
{
    const Ended refused = m_world.device(u"c"_s, {u"login"_s, m_world.url(), u"jana"_s}, "falsch\n");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains("access/"), refused.err);
    QCOMPARE(m_world.device(u"c"_s, {u"sync"_s}).code, 1);
    const Ended wrong = m_world.device(u"c"_s, {u"visit"_s, u"start"_s, u"zwölf"_s});
    QCOMPARE(wrong.code, 2);
    QVERIFY(wrong.err.contains("no whole number"));
    QCOMPARE(m_world.device(u"c"_s, {u"gibt-es-nicht"_s}).code, 2);
    QVERIFY(m_world.device(u"c"_s, {u"status"_s}).out.contains("\"signed_in\":false"));
}

QTEST_GUILESS_MAIN(TestProcesses)
#include "tst_processes.moc"
