#include "core/support/clock.h"
#include "sync/server/integration/limits.h"
#include "sync/server/integration/webhooks.h"
#include "sync/server/integration/webhooksender.h"
#include "sync/server/integration/webhookworker.h"
#include "sync/server/service/referralservice.h"
#include "sync/server/store/signingkeystore.h"
#include "tests/sync/server/integration/receiver.h"
#include "tests/sync/server/support/company.h"
#include "tests/sync/server/support/engines.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::Delivery;
using server::Webhooks;

namespace {

/// A company with one webhook to a receiver, delivered by hand.
struct World
{
    World() : place(freshLocation()), company(place), webhooks(company.clock)
    {
        hook = *webhooks.add(company.connection(), receiver.url(), {}, true);
    }

    int deliver()
    {
        server::WebhookSender sender(never);
        return server::WebhookWorker::deliverDue(company.connection(), sender, company.clock, hook.id).value();
    }
    /// One event: jana's visit with a referral.
    void refer() { std::ignore = referral(); }
    qint64 referral()
    {
        Handheld jana(company, "jana");
        jana.sync();
        const auto visit = jana.visitWithReferral(u"due"_s, true);
        jana.sync();
        return visit.referral;
    }
    [[nodiscard]] QStringList types() const
    {
        QStringList all;
        for (const Receiver::Request &request : receiver.requests)
            all.append(QJsonDocument::fromJson(request.body).object().value(u"type"_s).toString());
        return all;
    }

    QString place;
    Company company;
    Receiver receiver;
    Webhooks webhooks;
    server::Webhook hook;
    const std::atomic_bool never = false;
};

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addEngines(); }
    void eventsTellWhatHappened();
    void eventIsACloudEventWithASignature();
    void companiesCanBeToldApart();
    void signatureIsTheStandards();
    void nothingIsKeptForNobody();
    void typesAreChosen();
    void refusedPushTellsNothing();
    void failureIsTriedAgainWithTheSameId();
    void retryAfterIsKept();
    void isGivenUpInTheEndAndTriedAgainOnDemand();
    void goneDisables();
    void redirectIsNotFollowed();
    void twoProcessesShareTheWork();
    void slowReceiverHoldsUpNobodyElse();
    void crashAfterDeliverySendsAgain();
    void urlsAreChecked_data();
    void urlsAreChecked();
    void addressesArePublicOrNot_data();
    void addressesArePublicOrNot();
    void killedServerSendsAgainAndLosesNothing();
};

void TestWebhooks::eventsTellWhatHappened()
{
    World world;
    const qint64 referral = world.referral();
    Handheld rolf(world.company, "rolf");
    rolf.sync();
    const qint64 entry = world.company.integer(u"SELECT id FROM bonus_entry"_s);
    rolf.insert("bonus_decision", rolf.mint(),
                {{"entry_id", entry},
                 {"decision", u"approve"_s},
                 {"staff_id", 102LL},
                 {"at", toInteger(world.company.clock.now())}});
    rolf.sync();
    QVERIFY(server::ReferralService(world.company.clock)
                .move(world.company.connection(), ReferralId{referral}, u"won"_s, u"sales"_s, {}, Money{500'000}));
    QCOMPARE(world.deliver(), 4);
    QStringList types = world.types();
    types.sort();
    const QString stage = u"turnus.referral.stage-changed"_s;
    QCOMPARE(types, (QStringList{u"turnus.bonus.approved"_s, stage, stage, stage}));
    QCOMPARE(world.deliver(), 0);

    Handheld jana(world.company, "jana");
    jana.sync();
    const qint64 visit = jana.mint();
    const auto now = toInteger(world.company.clock.now());
    jana.insert("visit", visit,
                {{"customer_id", Company::customer},
                 {"site_id", Company::site},
                 {"technician_id", Company::jana},
                 {"kind", u"repair"_s},
                 {"status", u"under_way"_s},
                 {"started", now}});
    jana.sync();
    QCOMPARE(world.deliver(), 0);
    jana.update("visit", visit, {{"status", u"under_way"_s}}, {{"status", u"completed"_s}});
    jana.sync(true);
    jana.sync(); // comes again
    QCOMPARE(world.deliver(), 1);
    QCOMPARE(world.types().constLast(), u"turnus.visit.completed"_s);
}

void TestWebhooks::eventIsACloudEventWithASignature()
{
    World world;
    const qint64 referral = world.referral();
    QCOMPARE(world.deliver(), 1);
    const Receiver::Request request = world.receiver.requests.constFirst();
    QCOMPARE(request.headers.value("content-type"), QByteArray("application/cloudevents+json; charset=utf-8"));
    const QByteArray id = request.headers.value("webhook-id");
    const qint64 timestamp = request.headers.value("webhook-timestamp").toLongLong();
    QCOMPARE(timestamp, toInteger(world.company.clock.now()) / 1'000);
    QCOMPARE(request.headers.value("webhook-signature"),
             server::webhookSignature(world.hook.secret, id, timestamp, request.body));
    const QJsonObject event = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(event.value(u"specversion"_s).toString(), u"1.0"_s);
    QCOMPARE(event.value(u"source"_s).toString(), u"urn:uuid:"_s + *server::companyOf(world.company.connection()));
    QCOMPARE(event.value(u"id"_s).toString().toLatin1(), id);
    QCOMPARE(event.value(u"subject"_s).toString(), u"referral/%1"_s.arg(referral));
    QCOMPARE(event.value(u"time"_s).toString(), u"2026-10-05T08:00:00.000Z"_s);
    const QJsonObject data = event.value(u"data"_s).toObject();
    QCOMPARE(data.value(u"stage"_s).toString(), u"new"_s);
    QCOMPARE(data.value(u"asset"_s).toString(), u"id:202"_s);
    const QByteArray told = QJsonDocument(data).toJson();
    for (const char *secret : {"Musterhof", "Jana", R"("note")", "0123"})
        QVERIFY2(!told.contains(secret), secret);
}

void TestWebhooks::companiesCanBeToldApart()
{
    const auto sourceOf = [](World &world) {
        world.referral();
        world.deliver();
        const QByteArray body = world.receiver.requests.constFirst().body;
        return QJsonDocument::fromJson(body).object().value(u"source"_s).toString();
    };
    World one;
    World other;
    QVERIFY(sourceOf(one) != sourceOf(other));
}

void TestWebhooks::signatureIsTheStandards()
{
    // The example of the specification's own libraries.
    QCOMPARE(server::webhookSignature(u"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"_s, "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                      1'614'265'330, R"({"test": 2432232314})"),
             QByteArray("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
}

void TestWebhooks::nothingIsKeptForNobody()
{
    World world;
    QVERIFY(world.webhooks.remove(world.company.connection(), world.hook.id));
    world.refer();
    QCOMPARE(world.company.integer(u"SELECT count(*) FROM event"_s), 0);
    QVERIFY(!world.webhooks.remove(world.company.connection(), world.hook.id));
}

void TestWebhooks::typesAreChosen()
{
    World world;
    Receiver other;
    QVERIFY(world.webhooks.add(world.company.connection(), other.url(), {u"turnus.visit.completed"_s}, true));
    QCOMPARE(world.webhooks.add(world.company.connection(), other.url(), {u"all"_s}, true).error().code, u"type"_s);
    world.refer();
    QCOMPARE(world.deliver(), 1);
    QVERIFY(other.requests.isEmpty());
}

void TestWebhooks::refusedPushTellsNothing()
{
    World world;
    Handheld jana(world.company, "jana");
    jana.sync();
    jana.insert("visit", jana.mint(),
                {{"customer_id", Company::southCustomer},
                 {"site_id", Company::southSite},
                 {"technician_id", Company::jana},
                 {"kind", u"repair"_s},
                 {"status", u"completed"_s},
                 {"started", 5LL}});
    jana.sync();
    QCOMPARE(world.deliver(), 0);
}

void TestWebhooks::failureIsTriedAgainWithTheSameId()
{
    World world;
    world.refer();
    world.receiver.answer = "500 Oh";
    QCOMPARE(world.deliver(), 1);
    QCOMPARE(world.deliver(), 0);
    const auto failures = world.webhooks.failures(world.company.connection(), 10);
    QCOMPARE(failures->size(), 1);
    QCOMPARE(failures->constFirst().error, u"HTTP 500"_s);
    world.company.clock.advance(std::chrono::seconds(7));
    world.receiver.onRequest = [&] { // the connection breaks
        for (QTcpSocket *socket : world.receiver.findChildren<QTcpSocket *>())
            socket->abort();
        return false;
    };
    QCOMPARE(world.deliver(), 1);
    world.company.clock.advance(std::chrono::seconds(40));
    world.receiver.onRequest = {};
    world.receiver.answer = "200 OK";
    QCOMPARE(world.deliver(), 1);
    QSet<QByteArray> ids;
    for (const Receiver::Request &request : world.receiver.requests)
        ids.insert(request.headers.value("webhook-id"));
    QCOMPARE(ids.size(), 1);
    QVERIFY(world.webhooks.failures(world.company.connection(), 10)->isEmpty());
    world.company.clock.advance(std::chrono::hours(1'000));
    QCOMPARE(world.deliver(), 0);
}

void TestWebhooks::retryAfterIsKept()
{
    World world;
    world.refer();
    world.receiver.answer = "503 Later";
    world.receiver.headers = "Retry-After: 3600\r\n";
    QCOMPARE(world.deliver(), 1);
    world.company.clock.advance(std::chrono::seconds(3'599));
    QCOMPARE(world.deliver(), 0);
    world.company.clock.advance(std::chrono::seconds(1));
    QCOMPARE(world.deliver(), 1);
}

void TestWebhooks::isGivenUpInTheEndAndTriedAgainOnDemand()
{
    World world;
    world.refer();
    world.receiver.answer = "404 Not Found";
    int tries = 0;
    for (int day = 0; day < 20; ++day) {
        tries += world.deliver();
        world.company.clock.advance(std::chrono::hours(30));
    }
    QCOMPARE(tries, static_cast<int>(server::limits::webhookPauses.size()) + 1);
    QCOMPARE(world.webhooks.failures(world.company.connection(), 10)->constFirst().state, Delivery::State::GivenUp);
    QCOMPARE(*world.webhooks.retry(world.company.connection()), 1);
    world.receiver.answer = "200 OK";
    QCOMPARE(world.deliver(), 1);
    QVERIFY(world.webhooks.failures(world.company.connection(), 10)->isEmpty());
}

void TestWebhooks::goneDisables()
{
    World world;
    world.refer();
    world.receiver.answer = "410 Gone";
    QCOMPARE(world.deliver(), 1);
    QVERIFY(world.webhooks.list(world.company.connection())->constFirst().disabled);
    world.refer();
    QCOMPARE(world.deliver(), 0);
}

void TestWebhooks::redirectIsNotFollowed()
{
    World world;
    Receiver elsewhere;
    world.refer();
    world.receiver.answer = "307 Elsewhere";
    world.receiver.headers = "Location: " + elsewhere.url().toLatin1() + "\r\n";
    QCOMPARE(world.deliver(), 1);
    QVERIFY(elsewhere.requests.isEmpty());
    QCOMPARE(world.webhooks.failures(world.company.connection(), 1)->constFirst().error, u"HTTP 307"_s);
}

void TestWebhooks::twoProcessesShareTheWork()
{
    World world;
    world.refer();
    world.refer();
    auto other = *server::Connection::open(world.company.database());
    const Instant now = world.company.clock.now();
    QList<Delivery> first;
    QList<Delivery> second;
    const auto claim = [&](server::Connection &connection, QList<Delivery> &into) {
        return connection.write([&]() -> Status {
            into = server::EventStore(connection).claim(world.hook.id, now, now + std::chrono::seconds(60), 1);
            return {};
        });
    };
    QVERIFY(claim(world.company.connection(), first));
    QVERIFY(claim(*other, second));
    QCOMPARE(first.size(), 1);
    QCOMPARE(second.size(), 1);
    QVERIFY(first.constFirst().event != second.constFirst().event);
}

void TestWebhooks::slowReceiverHoldsUpNobodyElse()
{
    World world;
    Receiver silent;
    silent.onRequest = [] { return false; };
    QVERIFY(world.webhooks.add(world.company.connection(), silent.url(), {}, true));
    // More than a round takes, so that the silent one alone would fill it.
    constexpr int events = 20;
    QVERIFY(world.company.connection().write([&]() -> Status {
        server::EventStore store(world.company.connection());
        for (int i = 0; i < events; ++i) {
            store.add(u"turnus.visit.completed"_s, QString::number(i), world.company.clock.now(), u"{}"_s,
                      store.wanting(u"turnus.visit.completed"_s));
        }
        return {};
    }));
    server::WebhookWorker worker(world.company.database(), world.company.clock);
    worker.start();
    QTRY_VERIFY_WITH_TIMEOUT(!silent.requests.isEmpty(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(world.receiver.requests.size(), events, 60'000);
    // The silent one has not been given up meanwhile: its deadline is not what let the others through.
    QCOMPARE(world.company.integer(u"SELECT count(*) FROM delivery WHERE state = 0 AND status IS NOT NULL"_s), 0);
    worker.stop();
}

void TestWebhooks::crashAfterDeliverySendsAgain()
{
    World world;
    world.refer();
    QVERIFY(world.company.connection().write([&]() -> Status {
        const Instant now = world.company.clock.now();
        server::EventStore store(world.company.connection());
        return store.claim(world.hook.id, now, now + server::limits::webhookLease, 9).size() == 1
                   ? Status()
                   : fail(Domain::Storage, u"none");
    }));
    // The process that had it is gone. Another one waits until its time is over.
    QCOMPARE(world.deliver(), 0);
    world.company.clock.advance(server::limits::webhookLease);
    QCOMPARE(world.deliver(), 1);
}

void TestWebhooks::urlsAreChecked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("allowsPrivate");
    QTest::addColumn<QString>("code");
    QTest::newRow("https") << u"https://erp.example/hook"_s << false << QString();
    QTest::newRow("http") << u"http://erp.example/hook"_s << true << u"url"_s;
    QTest::newRow("loopback") << u"http://127.0.0.1:80/"_s << true << QString();
    QTest::newRow("loopback refused") << u"http://127.0.0.1:80/"_s << false << u"private"_s;
    QTest::newRow("loopback by name") << u"https://LOCALHOST/"_s << false << u"private"_s;
    QTest::newRow("private") << u"https://10.1.2.3/"_s << false << u"private"_s;
    QTest::newRow("private allowed") << u"https://10.1.2.3/"_s << true << QString();
    QTest::newRow("six") << u"https://[fe80::1]/"_s << false << u"private"_s;
    QTest::newRow("user") << u"https://a:b@erp.example/"_s << false << u"url"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << true << u"url"_s;
    QTest::newRow("nothing") << QString() << true << u"url"_s;
}

void TestWebhooks::urlsAreChecked()
{
    QFETCH(QString, url);
    QFETCH(bool, allowsPrivate);
    const Status checked = server::checkWebhookUrl(QUrl(url, QUrl::StrictMode), allowsPrivate);
    QTEST(checked ? QString() : checked.error().code, "code");
}

void TestWebhooks::addressesArePublicOrNot_data()
{
    QTest::addColumn<bool>("expected");
    for (const char *address : {"8.8.8.8", "193.99.144.80", "2a02:2e0:3fe:1001:302::", "100.63.0.1", "172.32.0.1"})
        QTest::newRow(address) << true;
    for (const char *address : {"127.0.0.1",    "127.9.9.9",       "10.0.0.1",         "172.16.5.5",
                                "192.168.1.1",  "169.254.169.254", "100.64.0.1",       "0.0.0.0",
                                "224.0.0.1",    "255.255.255.255", "192.0.2.1",        "::",
                                "::1",          "fe80::1",         "fc00::1",          "fd12::1",
                                "ff02::1",      "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::a00:1",
                                "2002:a00:1::", "2001:db8::1"})
        QTest::newRow(address) << false;
}

void TestWebhooks::addressesArePublicOrNot()
{
    QTEST(server::isPublic(QHostAddress(QString::fromLatin1(QTest::currentDataTag()))), "expected");
}

void TestWebhooks::killedServerSendsAgainAndLosesNothing()
{
    World world;
    world.company.clock.set(SystemClock().now());
    world.refer();
    world.refer();
    QProcess serve;
    const auto start = [&] {
        QStringList arguments{u"serve"_s,
                              u"--data"_s,
                              world.company.directory(),
                              u"--quiet"_s,
                              u"--listen"_s,
                              u"127.0.0.1:0"_s,
                              u"--database"_s,
                              world.place.isEmpty() ? world.company.directory() + u"/server.db"_s : world.place};
        serve.start(qEnvironmentVariable("TURNUS_BIN") + u"/turnus-server"_s, arguments);
        return serve.waitForStarted();
    };
    // Killed when the request is there and before it is answered; nothing of it is noted.
    bool killed = false;
    world.receiver.onRequest = [&] {
        if (killed)
            return true;
        killed = true;
        serve.kill();
        return false;
    };
    QVERIFY(start());
    QTRY_COMPARE_WITH_TIMEOUT(serve.state(), QProcess::NotRunning, 60'000);
    QVERIFY(killed);
    const QByteArray lost = world.receiver.requests.constFirst().headers.value("webhook-id");
    world.receiver.requests.clear();
    QFETCH_GLOBAL(bool, postgres);
    if (postgres) // where other processes may live, its claim must run out first
        QVERIFY(world.company.connection().write([&]() -> Status {
            server::EventStore(world.company.connection()).releaseAll(SystemClock().now());
            return {};
        }));
    QVERIFY(start());
    const auto ids = [&] {
        QSet<QByteArray> all;
        for (const Receiver::Request &request : world.receiver.requests)
            all.insert(request.headers.value("webhook-id"));
        return all;
    };
    QTRY_COMPARE_WITH_TIMEOUT(ids().size(), 2, 60'000);
    QVERIFY(ids().contains(lost));
    QTRY_COMPARE_WITH_TIMEOUT(world.company.integer(u"SELECT count(*) FROM delivery WHERE state = 1"_s), 2, 60'000);
    serve.terminate();
    QVERIFY(serve.waitForFinished());
    QCOMPARE(serve.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
