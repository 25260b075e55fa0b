#include "core/storage/devicestate.h"
#include "tests/simulation/simulateddisk.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace turnus;
using namespace turnus::simulation;
using namespace Qt::StringLiterals;

namespace {

Result<std::unique_ptr<storage::Connection>> openOn(SimulatedDisk &disk, const Clock &clock)
{
    return storage::Connection::open({.path = u"device.db"_s, .vfs = disk.name()}, clock);
}

Status note(storage::Connection &connection, int number)
{
    return connection.write([&](storage::Writer &) -> Status {
        storage::DeviceState(connection).set("number", number);
        return {};
    });
}

std::optional<qint64> noted(storage::Connection &connection)
{
    return connection.read([&] { return storage::DeviceState(connection).integer("number"); }).value_or(std::nullopt);
}

} // namespace

class TestSimulatedDisk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsCommittedEditsOverAKill();
    void keepsCommittedEditsOverAPowerCut();
    void showsWhatALyingDiskLoses();
    void everyFailingCallLeavesTheLastCommitWhole();
    void saysFullWhenItIsFull();

private:
    tests::FakeClock m_clock;
};

void TestSimulatedDisk::keepsCommittedEditsOverAKill()
{
    SimulatedDisk disk(1);
    {
        auto connection = openOn(disk, m_clock);
        QVERIFY2(connection, connection ? "" : qPrintable(connection.error().toString()));
        QVERIFY(note(**connection, 5));
        disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true}; // nothing more reaches the disk
    }
    disk.faults = {};
    disk.processKilled();
    auto again = openOn(disk, m_clock);
    QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
    QCOMPARE(noted(**again), 5);
}

void TestSimulatedDisk::keepsCommittedEditsOverAPowerCut()
{
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        SimulatedDisk disk(seed);
        {
            auto connection = openOn(disk, m_clock);
            QVERIFY(connection);
            for (int number = 1; number <= 5; ++number)
                QVERIFY(note(**connection, number));
            disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true};
        }
        disk.faults = {};
        disk.powerCut();
        auto again = openOn(disk, m_clock);
        QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
        QCOMPARE(noted(**again), 5);
    }
}

void TestSimulatedDisk::showsWhatALyingDiskLoses()
{
    int lost = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        SimulatedDisk disk(seed);
        {
            auto connection = openOn(disk, m_clock);
            QVERIFY(connection);
            QVERIFY(note(**connection, 1));
            disk.faults.losesSyncs = true;
            QVERIFY(note(**connection, 2));
            disk.faults = {.failAtCall = disk.calls() + 1, .lasting = true};
        }
        disk.faults = {};
        disk.powerCut();
        auto again = openOn(disk, m_clock);
        lost += !again || noted(**again) != 2;
    }
    QVERIFY(lost > 0);
}

void TestSimulatedDisk::everyFailingCallLeavesTheLastCommitWhole()
{
    bool clean = false;
    for (int call = 1; !clean; ++call) {
        SimulatedDisk disk(7);
        int committed = 0;
        {
            auto connection = openOn(disk, m_clock);
            QVERIFY(connection);
            QVERIFY(note(**connection, ++committed));
            disk.resetCalls();
            disk.faults = {.failAtCall = call, .shortWrites = true};
            clean = note(**connection, 2).has_value() && disk.calls() < call;
            committed = noted(**connection).value_or(-1) == 2 ? 2 : 1;
        }
        disk.faults = {};
        disk.processKilled();
        auto again = openOn(disk, m_clock);
        QVERIFY2(again, again ? "" : qPrintable(again.error().toString()));
        const qint64 now = noted(**again).value_or(-1);
        QVERIFY2(now == committed || (committed == 1 && now == 2), qPrintable(u"call %1: %2"_s.arg(call).arg(now)));
    }
}

void TestSimulatedDisk::saysFullWhenItIsFull()
{
    SimulatedDisk disk(3);
    auto connection = openOn(disk, m_clock);
    QVERIFY(connection);
    QVERIFY(note(**connection, 1));
    disk.faults.capacity = 1;
    const Status written = note(**connection, 2);
    QVERIFY(!written);
    QCOMPARE(written.error().code, u"full"_s);
    QVERIFY(!written.error().isPermanent());
    disk.faults = {};
    QVERIFY(note(**connection, 3));
    QCOMPARE(noted(**connection), 3);
}

QTEST_GUILESS_MAIN(TestSimulatedDisk)
#include "tst_simulateddisk.moc"
