#include "core/storage/wipe.h"
#include "sync/client/limits.h"
#include "sync/client/syncservice.h"
#include "sync/client/syncstatus.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/client/world.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
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
    void aSessionThatEndsIsToldWhateverComesUponIt_data();
    void aSessionThatEndsIsToldWhateverComesUponIt();
    void aFileThatIsStuckHoldsUpNoOther();
    void largeFilesWaitOnAMeteredNetwork();
    void endsWhileItIsBusy();
};

namespace {

struct Handheld
{
    /// `prepare`: what the transport is set to before its first request.
    explicit Handheld(std::function<void(FakeTransport &)> prepare = {})
        : service({.databasePath = world.device.path(),
                   .contentDirectory = content.path(),
                   .clock = world.device.clock,
                   .notifier = &world.device.notifier,
                   .makeTransport =
                       [this, prepare = std::move(prepare)] {
                           auto made = std::make_unique<FakeTransport>(world.server);
                           if (prepare)
                               prepare(*made);
                           transport = made.get();
                           return made;
                       },
                   .makeTokenStore = [] { return std::make_unique<MemoryTokenStore>(); },
                   .isMetered = [this] { return metered.load(); },
                   .random = [] { return 0.5; }}),
          status(world.device.connection(), world.device.notifier, service)
    {
        service.start();
    }
    void signIn() { status.signIn(u"http://localhost"_s, u"jana.muster"_s, u"geheim"_s, u"Test"_s); }

    /// What is asked for during a run is done after it; this server has no receipts.
    void finishRun()
    {
        QSignalSpy failed(&service, &client::SyncService::failed);
        status.fetchReceipt(QDate(2026, 10, 5));
        QTRY_COMPARE(failed.count(), 1);
    }
    void addPhoto(const QByteArray &bytes)
    {
        const QString name = nameOf(bytes);
        QFile file(content.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
        const qint64 visit = world.addVisit();
        const Status added = world.device.connection().write([&](storage::Writer &writer) -> Status {
            TURNUS_ASSIGN(id, writer.next());
            writer.insert("attachment", Id<struct PhotoTag>{id}, "visit", VisitId{visit},
                          {{"visit_id", VisitId{visit}},
                           {"sha256", name},
                           {"size", qint64{bytes.size()}},
                           {"media_type", u"image/jpeg"_s},
                           {"kind", u"photo"_s},
                           {"at", writer.now()}});
            world.device.connection().execute("INSERT INTO content_file (sha256, size, present) VALUES (?, ?, 1)", name,
                                              qint64{bytes.size()});
            return {};
        });
        if (!added)
            qFatal("%s", qPrintable(added.error().toString()));
    }
    /// A brochure that is not here yet.
    static void publish(FakeTransport &transport, TestDatabase &device, const QByteArray &bytes)
    {
        const QString name = nameOf(bytes);
        transport.files[name] = bytes.toStdString();
        device.execute(
            qPrintable(u"INSERT INTO content_file (sha256, size) VALUES ('%1', %2)"_s.arg(name).arg(bytes.size())));
    }
    static QString nameOf(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }
    qint64 sent()
    {
        return world.device.integer(
            "SELECT count(*) FROM content_file f JOIN attachment a ON a.sha256 = f.sha256 WHERE f.held = 1");
    }
    qint64 fetched()
    {
        return world.device.integer(
            "SELECT count(*) FROM content_file WHERE present = 1 AND sha256 NOT IN (SELECT sha256 FROM attachment)");
    }

    World world;
    QTemporaryDir content;
    std::atomic<bool> metered = false;
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

void TestSyncService::aSessionThatEndsIsToldWhateverComesUponIt_data()
{
    QTest::addColumn<QString>("endsAfter");
    QTest::addColumn<bool>("lost");
    for (const bool lost : {false, true}) {
        const char *how = lost ? "lost" : "revoked";
        // The last that a run asks for; then the stream is opened.
        QTest::addRow("%s, a stream is opened", how) << u"/v1/receipt-keys"_s << lost;
        QTest::addRow("%s, a photo is sent", how) << u"/v1/uploads"_s << lost;
        QTest::addRow("%s, a receipt is fetched", how) << QString() << lost;
    }
}

void TestSyncService::aSessionThatEndsIsToldWhateverComesUponIt()
{
    QFETCH(QString, endsAfter);
    QFETCH(bool, lost);
    Handheld handheld([&](FakeTransport &transport) {
        transport.tokenLife = 0; // each request has the token changed before
        transport.endsAfter = endsAfter;
        transport.endedBy = lost ? "device-lost" : "revoked";
    });
    QSignalSpy wiped(&handheld.service, &client::SyncService::deviceLost);
    QSignalSpy signedIn(&handheld.service, &client::SyncService::signedInChanged);
    handheld.addPhoto("photo");
    handheld.signIn();
    if (endsAfter.isEmpty()) {
        QTRY_COMPARE(signedIn.count(), 2);
        handheld.finishRun();
        handheld.transport.load()->ended = true;
        handheld.status.fetchReceipt(QDate(2026, 10, 5));
    }
    QTRY_COMPARE(signedIn.count(), 3); // at the start, by signing in, at the end
    QVERIFY(!handheld.status.isSignedIn());
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    QCOMPARE(handheld.status.errorCode(), lost ? u"device-lost"_s : u"signed-out"_s);
    QCOMPARE(wiped.count(), lost ? 1 : 0);
    QCOMPARE(storage::isMarkedForWipe(QFileInfo(handheld.world.device.path()).path()), lost);
}

void TestSyncService::aFileThatIsStuckHoldsUpNoOther()
{
    Handheld handheld([](FakeTransport &transport) { transport.corrupted = {Handheld::nameOf("first")}; });
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    Handheld::publish(*handheld.transport, handheld.world.device, "brochure");
    handheld.addPhoto("first");
    handheld.addPhoto("second");
    QSignalSpy failed(&handheld.service, &client::SyncService::failed);
    handheld.signIn();
    QTRY_COMPARE(handheld.fetched(), 1);
    QCOMPARE(handheld.sent(), 1);
    QCOMPARE(handheld.world.text("SELECT sha256 FROM content_file WHERE present = 1 AND held = 0"),
             Handheld::nameOf("first"));
    QTRY_VERIFY(failed.count() > 0);
    QCOMPARE(failed.first().first().value<Error>().code, u"upload-stuck"_s);
}

void TestSyncService::largeFilesWaitOnAMeteredNetwork()
{
    Handheld handheld;
    QTRY_COMPARE(handheld.status.state(), State::SignedOut);
    const QByteArray large(client::limits::largeFileBytes + 1, 'l');
    Handheld::publish(*handheld.transport, handheld.world.device, "brochure");
    Handheld::publish(*handheld.transport, handheld.world.device, large);
    handheld.addPhoto("photo");
    handheld.addPhoto(large + "of a photo");
    handheld.metered = true;
    handheld.signIn();
    QTRY_COMPARE(handheld.fetched(), 1);
    handheld.finishRun();
    QCOMPARE(handheld.fetched(), 1);
    QCOMPARE(handheld.sent(), 1);
    QCOMPARE(handheld.world.device.integer("SELECT max(size) FROM content_file WHERE present = 1 AND held = 1"), 8);
    // Whoever does not mind has them come all the same.
    handheld.world.device.execute("INSERT INTO device (key, value) VALUES ('large_files_on_wifi', 0)");
    handheld.status.syncNow();
    QTRY_COMPARE(handheld.fetched(), 2);
    QCOMPARE(handheld.sent(), 2);
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
