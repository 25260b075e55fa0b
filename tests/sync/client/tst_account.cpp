#include "core/storage/devicestate.h"
#include "sync/client/backoff.h"
#include "sync/client/contentfetcher.h"
#include "sync/client/limits.h"
#include "sync/client/syncrun.h"
#include "tests/sync/client/faketransport.h"
#include "tests/sync/client/world.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestAccount : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWrongPasswordIsTheServersError();
    void aRunSyncsWithTheTokensOfTheSignIn();
    void aSpentTokenIsRefreshedBeforeItIsUsed();
    void aTokenThatTheServerRefusesIsRefreshedOnce();
    void aRevokedFamilySignsOutAndKeepsTheWork();
    void signingOutKeepsUnsentWorkAndRefusesAnotherPerson();
    void anotherPersonMaySignInWhenNothingWaits();
    void aCutRunGoesOnInTheNext();
    void withNothingToSendItAsksInBrief();
    void aServerOfAnEarlierVersionIsSpokenToInIts();
    void aFileIsFetchedCheckedAndMarked();
    void aCutFileGoesOnWhereItStopped();
    void aServerWithoutRangesSendsTheFileFromItsStart();
    void aFileThatIsAnotherNowComesFromItsStart();
    void aFileWithWrongBytesDoesNotCount();
    void waitingDoublesAndIsSpread();
};

namespace {

struct Device
{
    Device() : transport(world.server), account(world.device.connection(), transport, tokens)
    {
        transport.now = toInteger(world.device.clock.now());
    }
    Status signIn(const QString &login = u"jana.muster"_s, const QString &password = u"geheim"_s)
    {
        return account.signIn({QUrl(u"http://localhost"_s), login, password, u"Test"_s});
    }
    Result<client::RunReport> sync() { return client::SyncRun(world.device.connection(), account).run(); }
    Result<client::ContentFetcher::Outcome> fetch()
    {
        return client::ContentFetcher(world.device.connection(), account, directory.path()).fetchMissing();
    }
    /// A file that the server has and the handheld's tables ask for.
    QString offer(const std::string &bytes)
    {
        const QByteArray hash =
            QCryptographicHash::hash(QByteArray::fromStdString(bytes), QCryptographicHash::Sha256).toHex();
        transport.files[QString::fromLatin1(hash)] = bytes;
        world.device.execute(("INSERT INTO content_file (sha256, size) VALUES ('" + hash + "', " +
                              QByteArray::number(qsizetype(bytes.size())) + ")")
                                 .constData());
        return QString::fromLatin1(hash);
    }

    World world;
    FakeTransport transport;
    MemoryTokenStore tokens;
    client::Account account;
    QTemporaryDir directory;
};

std::string someBytes(std::size_t size)
{
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<char>(i * 31 + i / 251);
    return bytes;
}

} // namespace

void TestAccount::aWrongPasswordIsTheServersError()
{
    Device device;
    const Status signedIn = device.signIn(u"jana.muster"_s, u"falsch"_s);
    QVERIFY(!signedIn);
    QCOMPARE(signedIn.error().code, u"wrong-password"_s);
    QCOMPARE(device.account.isSignedIn().value(), false);
    QCOMPARE(device.sync().error().code, u"signed-out"_s);
}

void TestAccount::aRunSyncsWithTheTokensOfTheSignIn()
{
    Device device;
    QVERIFY(device.signIn());
    QCOMPARE(device.world.text("SELECT value FROM device WHERE key = 'login'"), u"jana.muster"_s);
    device.world.addReading(1);
    const auto report = device.sync();
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(report->operationsOut, 1U);
    QCOMPARE(device.world.difference(), QString());
}

void TestAccount::aSpentTokenIsRefreshedBeforeItIsUsed()
{
    Device device;
    QVERIFY(device.signIn());
    device.world.device.clock.advance(std::chrono::minutes(16));
    device.transport.now = toInteger(device.world.device.clock.now());
    device.transport.requests = 0;
    QVERIFY(device.sync());
    QCOMPARE(device.transport.requests.load(), 2);
    QVERIFY(device.tokens.tokens.contains("refresh2"));
}

void TestAccount::aTokenThatTheServerRefusesIsRefreshedOnce()
{
    Device device;
    QVERIFY(device.signIn());
    device.transport.refusedTokens = 1;
    QVERIFY(device.sync());
    device.transport.refusedTokens = 5;
    QCOMPARE(device.sync().error().code, u"token-expired"_s);
}

void TestAccount::aRevokedFamilySignsOutAndKeepsTheWork()
{
    Device device;
    QVERIFY(device.signIn());
    device.world.addReading(1);
    QVERIFY(device.signIn()); // a second session: the first one's refresh token is not taken any more
    device.tokens.tokens.replace("access2", "access1").replace("refresh2", "refresh1");
    client::Account again(device.world.device.connection(), device.transport, device.tokens);
    const auto sent = again.send({.path = u"/v1/sync"_s});
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, u"signed-out"_s);
    QCOMPARE(again.isSignedIn().value(), false);
    QCOMPARE(device.world.device.integer("SELECT count(*) FROM outbox"), 1);
}

void TestAccount::signingOutKeepsUnsentWorkAndRefusesAnotherPerson()
{
    Device device;
    QVERIFY(device.signIn());
    device.world.addReading(1);
    device.transport.offline = true;
    QVERIFY(device.account.signOut());
    QCOMPARE(device.account.isSignedIn().value(), false);
    QCOMPARE(device.world.device.integer("SELECT count(*) FROM outbox"), 1);
    device.transport.offline = false;
    QCOMPARE(device.signIn(u"otto.beispiel"_s).error().code, u"unsent-work"_s);
    // Capitals make nobody else of him.
    QVERIFY(device.signIn(u" Jana.Muster"_s));
    QCOMPARE(device.world.text("SELECT value FROM device WHERE key = 'login'"), u"jana.muster"_s);
    QVERIFY(device.sync());
    QCOMPARE(device.world.server.count("meter_reading"), 1U);
}

void TestAccount::anotherPersonMaySignInWhenNothingWaits()
{
    Device device;
    QVERIFY(device.signIn());
    QVERIFY(device.sync());
    QVERIFY(device.account.signOut());
    QVERIFY(device.signIn(u"otto.beispiel"_s));
    device.world.server.subscribed.erase(20);
    QVERIFY(device.sync());
    QCOMPARE(device.world.device.integer("SELECT count(*) FROM channel"), 2);
}

void TestAccount::aCutRunGoesOnInTheNext()
{
    Device device;
    QVERIFY(device.signIn());
    device.world.addReading(1);
    device.transport.cutAfter = 150;
    const auto cut = device.sync();
    QVERIFY(!cut);
    QCOMPARE(cut.error().code, u"cut"_s);
    QVERIFY(!cut.error().isPermanent());
    QVERIFY(device.sync());
    QCOMPARE(device.world.difference(), QString());
    QCOMPARE(device.world.server.count("meter_reading"), 1U);
}

void TestAccount::withNothingToSendItAsksInBrief()
{
    Device device;
    QVERIFY(device.signIn());
    QVERIFY(device.sync());
    device.transport.briefs = 0;
    device.transport.requests = 0;
    auto report = device.sync();
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(device.transport.briefs, 1);
    QCOMPARE(device.transport.requests.load(), 1);
    QCOMPARE(report->rowsIn, 0U);
    // What is new comes in the same round trip.
    device.world.server.put("segment", 999, 1, {{"name", std::string("Hotel")}, {"care", {}}});
    report = device.sync();
    QVERIFY2(report, report ? "" : qPrintable(report.error().toString()));
    QCOMPARE(device.transport.requests.load(), 2);
    QCOMPARE(report->rowsIn, 1U);
    device.world.addReading(1);
    QVERIFY(device.sync());
    QCOMPARE(device.transport.briefs, 2);
    QCOMPARE(device.world.difference(), QString());
}

void TestAccount::aServerOfAnEarlierVersionIsSpokenToInIts()
{
    Device device;
    device.transport.speaks = 1;
    QVERIFY(device.signIn());
    device.world.addReading(1);
    const auto first = device.sync();
    QVERIFY2(first, first ? "" : qPrintable(first.error().toString()));
    QCOMPARE(first->operationsOut, 1U);
    QCOMPARE(device.world.difference(), QString());
    const auto nothing = device.sync();
    QVERIFY2(nothing, nothing ? "" : qPrintable(nothing.error().toString()));
    QCOMPARE(device.transport.briefs, 0);
    device.transport.speaks = 0;
    QCOMPARE(device.sync().error().code, u"server-old"_s);
}

void TestAccount::aFileIsFetchedCheckedAndMarked()
{
    Device device;
    QVERIFY(device.signIn());
    const QString name = device.offer(someBytes(10'000));
    device.world.device.execute("INSERT INTO content_file (sha256, size) VALUES ('../../etc/passwd', 1)");
    const auto outcome = device.fetch();
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
    QCOMPARE(outcome->fetched, 1);
    QCOMPARE(outcome->missing, 1);
    QFile file(device.directory.filePath(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray::fromStdString(someBytes(10'000)));
    QCOMPARE(device.world.device.integer("SELECT present FROM content_file WHERE size = 10000"), 1);
    QCOMPARE(QDir(device.directory.path()).entryList(QDir::Files).size(), 1);
}

void TestAccount::aCutFileGoesOnWhereItStopped()
{
    Device device;
    QVERIFY(device.signIn());
    device.offer(someBytes(10'000));
    device.transport.cutAfter = 4'321;
    const auto cut = device.fetch();
    QVERIFY(!cut);
    QCOMPARE(cut.error().domain, Domain::Network);
    QCOMPARE(device.fetch()->fetched, 1);
    QCOMPARE(device.transport.ranges, (std::vector<qint64>{0, 4'321}));
}

void TestAccount::aServerWithoutRangesSendsTheFileFromItsStart()
{
    Device device;
    QVERIFY(device.signIn());
    device.transport.ignoreRanges = true;
    device.offer(someBytes(10'000));
    device.transport.cutAfter = 4'000;
    QVERIFY(!device.fetch());
    QCOMPARE(device.fetch()->fetched, 1);
}

void TestAccount::aFileThatIsAnotherNowComesFromItsStart()
{
    Device device;
    QVERIFY(device.signIn());
    const QString name = device.offer(someBytes(10'000));
    device.transport.cutAfter = 4'000;
    QVERIFY(!device.fetch());
    device.transport.etags[name] = "\"another\"";
    QCOMPARE(device.fetch()->fetched, 1);
    QCOMPARE(device.transport.ranges.back(), 4'000);
}

void TestAccount::aFileWithWrongBytesDoesNotCount()
{
    Device device;
    QVERIFY(device.signIn());
    const QString name = device.offer(someBytes(10'000));
    device.transport.files[name] = someBytes(9'999) + 'x';
    QCOMPARE(device.fetch()->missing, 1);
    QCOMPARE(QDir(device.directory.path()).entryList(QDir::Files).size(), 0);
    device.transport.files[name] = someBytes(10'000);
    QCOMPARE(device.fetch()->fetched, 1);
}

void TestAccount::waitingDoublesAndIsSpread()
{
    client::Backoff backoff;
    const milliseconds first = client::limits::firstBackoff;
    QCOMPARE(backoff.next(1.0), first);
    QCOMPARE(backoff.next(0.0), first);
    QCOMPARE(backoff.next(1.0), first * 4);
    for (int i = 0; i < 100; ++i)
        QVERIFY(backoff.next(1.0) <= client::limits::lastBackoff);
    QCOMPARE(backoff.next(1.0), milliseconds(client::limits::lastBackoff));
    backoff.reset();
    QCOMPARE(backoff.next(1.0), first);
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
