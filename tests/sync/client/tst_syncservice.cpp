#include "sync/client/syncservice.h"
#include "sync/client/syncstatus.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/client/world.h"

#include <QSignalSpy>
#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;
using State = client::SyncStatus::State;

class TestSyncService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void signsInSyncsAndTellsTheInterface();
    void aLocalEditIsSentByItself();
    void nothingTouchesTheNetworkInFlightMode();
    void signingInInFlightModeIsAnsweredAtOnce();
    void anUnreachableServerIsOfflineAndNoLoss();
    void aWrongPasswordIsToldAndNothingChanges();
    void signingOutLocks();
    void endsWhileItIsBusy();
};

namespace {

struct Handheld
{
    Handheld()
        : service({.databasePath = world.device.path(),
                   .contentDirectory = content.path(),
                   .clock = world.device.clock,
                   .notifier = &world.device.notifier,
                   .makeTransport =
                       [this] {
                           auto made = std::make_unique<FakeTransport>(world.server);
                           made->offline = offline;
                           transport = made.get();
                           return made;
                       },
                   .makeTokenStore = [] { return std::make_unique<MemoryTokenStore>(); },
                   .random = [] { return 0.5; }}),
          status(world.device.connection(), world.device.notifier, service)
    {
        service.start();
    }
    void signIn() { status.signIn(u"http://localhost"_s, u"jana.muster"_s, u"geheim"_s, u"Test"_s); }

    World world;
    QTemporaryDir content;
    bool offline = false;
    std::atomic<FakeTransport *> transport = nullptr;
    client::SyncService service;
    client::SyncStatus status;
};

} // namespace

void TestSyncService::signsInSyncsAndTellsTheInterface()
{
    Handheld handheld;
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    QVERIFY(!handheld.status.isSignedIn());
    handheld.world.addReading(1);
    QTRY_COMPARE(handheld.status.pendingCount(), 1);
    handheld.signIn();
    QTRY_COMPARE(handheld.status.state(), State::Idle);
    QVERIFY(handheld.status.isSignedIn());
    QTRY_COMPARE(handheld.status.confirmedCount(), 1);
    QCOMPARE(handheld.status.pendingCount(), 0);
    QVERIFY(handheld.status.lastContact().isValid());
    QVERIFY(handheld.status.errorCode().isEmpty());
}

void TestSyncService::aLocalEditIsSentByItself()
{
    Handheld handheld;
    handheld.signIn();
    QTRY_COMPARE(handheld.status.state(), State::Idle);
    handheld.world.addReading(1);
    QTRY_COMPARE(handheld.status.confirmedCount(), 1);
}

void TestSyncService::nothingTouchesTheNetworkInFlightMode()
{
    Handheld handheld;
    handheld.signIn();
    QTRY_COMPARE(handheld.status.state(), State::Idle);
    // The day's comparison follows by itself.
    QTRY_COMPARE(handheld.world.device.integer("SELECT count(*) FROM device WHERE key = 'checked'"), 1);
    handheld.status.setOnline(false);
    QTRY_COMPARE(handheld.status.state(), State::Offline);
    const int before = handheld.transport.load()->syncs;
    handheld.world.addReading(1);
    handheld.status.syncNow();
    QSignalSpy states(&handheld.status, &client::SyncStatus::stateChanged);
    handheld.status.setOnline(true); // runs after what was asked for before
    QTRY_COMPARE(handheld.status.confirmedCount(), 1);
    QCOMPARE(handheld.transport.load()->syncs - before, 1);
    QVERIFY(states.count() >= 2);
}

void TestSyncService::signingInInFlightModeIsAnsweredAtOnce()
{
    Handheld handheld;
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    handheld.status.setOnline(false);
    QSignalSpy refused(&handheld.status, &client::SyncStatus::signInFailed);
    handheld.signIn();
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.at(0).at(0).toString(), u"network"_s);
    QCOMPARE(handheld.transport.load()->requests.load(), 0);
}

void TestSyncService::anUnreachableServerIsOfflineAndNoLoss()
{
    Handheld handheld;
    handheld.signIn();
    QTRY_COMPARE(handheld.status.state(), State::Idle);
    handheld.status.setOnline(false);
    QTRY_COMPARE(handheld.status.state(), State::Offline);
    handheld.transport.load()->offline = true;
    handheld.status.setOnline(true);
    QTRY_COMPARE(handheld.status.errorCode(), u"offline"_s);
    QCOMPARE(handheld.status.errorDomain(), u"network"_s);
    QTRY_COMPARE(handheld.status.state(), State::Offline);
    handheld.world.addReading(1);
    QTRY_COMPARE(handheld.status.pendingCount() + handheld.status.sentCount(), 1);
    QVERIFY(handheld.status.isSignedIn());
}

void TestSyncService::aWrongPasswordIsToldAndNothingChanges()
{
    Handheld handheld;
    QSignalSpy failed(&handheld.status, &client::SyncStatus::signInFailed);
    handheld.status.signIn(u"http://localhost"_s, u"jana.muster"_s, u"falsch"_s, u"Test"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(failed.first().at(1).toString(), u"wrong-password"_s);
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
}

void TestSyncService::signingOutLocks()
{
    Handheld handheld;
    handheld.signIn();
    QTRY_COMPARE(handheld.status.state(), State::Idle);
    handheld.status.signOut();
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    QVERIFY(!handheld.status.isSignedIn());
    QCOMPARE(handheld.world.device.integer("SELECT count(*) FROM customer"), 1);
}

void TestSyncService::endsWhileItIsBusy()
{
    for (int i = 0; i < 5; ++i) {
        World world;
        QTemporaryDir content;
        {
            client::SyncService service({.databasePath = world.device.path(),
                                         .contentDirectory = content.path(),
                                         .clock = world.device.clock,
                                         .notifier = nullptr,
                                         .makeTransport = [&] { return std::make_unique<FakeTransport>(world.server); },
                                         .makeTokenStore = [] { return std::make_unique<MemoryTokenStore>(); },
                                         .random = [] { return 0.5; }});
            service.start();
            service.signIn({QUrl(u"http://localhost"_s), u"jana.muster"_s, u"geheim"_s, u"Test"_s});
            QVERIFY(world.addReading(i) > 0);
            service.syncNow();
        }
        QCOMPARE(world.device.integer("SELECT count(*) FROM meter_reading"), 1);
        QVERIFY(world.sync());
        QCOMPARE(world.difference(), QString());
    }
}

QTEST_GUILESS_MAIN(TestSyncService)
#include "tst_syncservice.moc"
