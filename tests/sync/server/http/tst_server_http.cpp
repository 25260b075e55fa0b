#include "sync/server/http/ranges.h"
#include "sync/server/http/ratelimiter.h"
#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/certificate.h"
#include "tests/sync/server/support/httpclient.h"

#include <QProcess>
#include <QSslSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::HttpLimits;
using server::ListenOptions;

namespace {

const QByteArray syncType("application/vnd.turnus.sync");

} // namespace

class TestServerHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthAndReadiness();
    void signInSyncAndSignOut();
    void unknownPathsAndMethods();
    void rubbishIsRefused_data();
    void rubbishIsRefused();
    void tooLargeIsRefused();
    void largeBodyOfAStrangerIsNotRead();
    void expectContinueIsAnswered();
    void slowHeaderIsCut();
    void slowBodyIsCut();
    void idleConnectionIsClosed();
    void connectionsAreLimited();
    void signInsAreLimited();
    void lockedAccountIsToldWhenToComeBack();
    void requestsInARowUseOneConnection();
    void filesComeWholeOrInParts();
    void foreignFilesAreNotThere();
    void rangesAreRead_data();
    void rangesAreRead();
    void bucketsRefill();
    void tlsIsServed();
    void otherAddressesNeedACertificate();
    void stopAnswersWhatIsUnderWay();
    void logHoldsNoPersonalData();
    void metricsAreForThisMachineAndAdministrators();
    void oldTlsIsRefused_data();
    void oldTlsIsRefused();
};

void TestServerHttp::healthAndReadiness()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.request("GET", "/healthz").body,
             QByteArray(R"({"status":"ok","version":")" TURNUS_VERSION R"("})"));
    QCOMPARE(client.request("GET", "/readyz").status, 200);
}

void TestServerHttp::signInSyncAndSignOut()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.request("POST", "/v1/sync", "J", {{"Content-Type", syncType}}).status, 401);
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    protocol::SyncRequest request;
    request.replica = client.replica;
    const QByteArray body = QByteArray::fromStdString(protocol::encodeRequest(request));
    const HttpAnswer answer = client.request("POST", "/v1/sync", body, {{"Content-Type", syncType}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), syncType);
    protocol::AnswerReader reader;
    reader.feed(answer.body.toStdString());
    QVERIFY(*reader.next());
    QCOMPARE(client.request("POST", "/v1/sync", body, {{"Content-Type", "text/plain"}}).status, 415);
    request.replica = 4'711;
    const QByteArray foreign = QByteArray::fromStdString(protocol::encodeRequest(request));
    QCOMPARE(client.request("POST", "/v1/sync", foreign, {{"Content-Type", syncType}}).status, 403);
    QCOMPARE(client.request("DELETE", "/v1/session").status, 204);
    QCOMPARE(client.request("POST", "/v1/sync", body, {{"Content-Type", syncType}}).status, 401);
}

void TestServerHttp::unknownPathsAndMethods()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.request("GET", "/").status, 404);
    QCOMPARE(client.request("GET", "/v1/sync").status, 405);
    QCOMPARE(client.request("PUT", "/v1/session").status, 405);
    const HttpAnswer answer = client.request("GET", "/v1/../../etc/passwd");
    QCOMPARE(answer.status, 404);
    QVERIFY(protocol::decodeError(answer.body.toStdString()));
}

void TestServerHttp::rubbishIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("no http") << QByteArray("\x16\x03\x01\x02\x00\x01\r\n\r\n", 10) << 400;
    QTest::newRow("bad version") << QByteArray("GET / HTTP/9.9\r\n\r\n") << 400;
    QTest::newRow("bad length") << QByteArray("POST /v1/session HTTP/1.1\r\nContent-Length: x\r\n\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray(
                                        "POST /v1/session HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}")
                                 << 400;
    QTest::newRow("length and chunks") << QByteArray("POST /v1/session HTTP/1.1\r\nContent-Length: "
                                                     "2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n")
                                       << 400;
    QTest::newRow("bad chunk") << QByteArray("POST /v1/session HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n")
                               << 400;
    QTest::newRow("bad json") << QByteArray("POST /v1/session HTTP/1.1\r\nContent-Length: 5\r\n\r\n{\"lo\"") << 400;
    QTest::newRow("other json") << QByteArray("POST /v1/session HTTP/1.1\r\nContent-Length: 2\r\n\r\n[]") << 400;
    QTest::newRow("compressed")
        << QByteArray("POST /v1/session HTTP/1.1\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}") << 415;
}

void TestServerHttp::rubbishIsRefused()
{
    QFETCH(QByteArray, bytes);
    Running running;
    HttpClient client(running.http->port());
    client.send(bytes);
    QTEST(client.receive().status, "status");
    // The server goes on.
    QCOMPARE(HttpClient(running.http->port()).request("GET", "/healthz").status, 200);
}

void TestServerHttp::tooLargeIsRefused()
{
    Running running;
    HttpClient client(running.http->port());
    client.send("GET /healthz HTTP/1.1\r\nX: " + QByteArray(20'000, 'x') + "\r\n\r\n");
    QCOMPARE(client.receive().status, 431);
    HttpClient announced(running.http->port());
    announced.send("POST /v1/session HTTP/1.1\r\nContent-Length: 70000\r\n\r\n");
    QCOMPARE(announced.receive().status, 413);
    HttpClient chunked(running.http->port());
    chunked.send("POST /v1/session HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n" + QByteArray(70'000, ' ') +
                 "\r\n0\r\n\r\n");
    QCOMPARE(chunked.receive().status, 413);
}

void TestServerHttp::largeBodyOfAStrangerIsNotRead()
{
    Running running;
    HttpClient client(running.http->port());
    // The body never comes: the answer must not wait for it.
    client.send("POST /v1/sync HTTP/1.1\r\nContent-Length: 10000000\r\n\r\n");
    QCOMPARE(client.receive().status, 401);
}

void TestServerHttp::expectContinueIsAnswered()
{
    Running running;
    HttpClient client(running.http->port());
    client.send("POST /v1/session HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    client.send("{}");
    QCOMPARE(client.receive().status, 400);
}

void TestServerHttp::slowHeaderIsCut()
{
    HttpLimits limits;
    limits.header = std::chrono::milliseconds(100);
    Running running(limits);
    HttpClient client(running.http->port());
    client.send("GET /healthz HT");
    QVERIFY(client.isClosedByServer());
}

void TestServerHttp::slowBodyIsCut()
{
    HttpLimits limits;
    limits.body = std::chrono::milliseconds(100);
    Running running(limits);
    HttpClient client(running.http->port());
    client.send("POST /v1/session HTTP/1.1\r\nContent-Length: 20\r\n\r\n{");
    QVERIFY(client.isClosedByServer());
}

void TestServerHttp::idleConnectionIsClosed()
{
    HttpLimits limits;
    limits.idle = std::chrono::milliseconds(100);
    Running running(limits);
    HttpClient client(running.http->port());
    QCOMPARE(client.request("GET", "/healthz").status, 200);
    QVERIFY(client.isClosedByServer());
}

void TestServerHttp::connectionsAreLimited()
{
    HttpLimits limits;
    limits.connections = 2;
    Running running(limits);
    HttpClient one(running.http->port());
    HttpClient two(running.http->port());
    QCOMPARE(one.request("GET", "/healthz").status, 200);
    QCOMPARE(two.request("GET", "/healthz").status, 200);
    HttpClient three(running.http->port());
    QVERIFY(three.isClosedByServer());
    QCOMPARE(one.request("GET", "/healthz").status, 200);
}

void TestServerHttp::signInsAreLimited()
{
    HttpLimits limits;
    limits.signInBurst = 2;
    Running running(limits);
    HttpClient client(running.http->port());
    QCOMPARE(client.signIn("nobody", "wrongwrong").status, 401);
    QCOMPARE(client.signIn("nobody", "wrongwrong").status, 401);
    const HttpAnswer answer = client.signIn("nobody", "wrongwrong");
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("1"));
}

void TestServerHttp::lockedAccountIsToldWhenToComeBack()
{
    Running running;
    HttpClient client(running.http->port());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(client.signIn("jana", "wrongwrong").status, 401);
    const HttpAnswer answer = client.signIn("jana", Company::password);
    QCOMPARE(answer.status, 429);
    QCOMPARE(answer.headers.value("retry-after"), QByteArray("30"));
    QCOMPARE(protocol::decodeError(answer.body.toStdString())->code, u"locked"_s);
}

void TestServerHttp::requestsInARowUseOneConnection()
{
    Running running;
    HttpClient client(running.http->port());
    client.send("GET /healthz HTTP/1.1\r\n\r\nGET /readyz HTTP/1.1\r\n\r\nGET /healthz HTTP/1.0\r\n\r\n");
    QCOMPARE(client.receive().status, 200);
    QCOMPARE(client.receive().status, 200);
    const HttpAnswer last = client.receive();
    QCOMPARE(last.status, 200);
    QVERIFY(last.closed);
    QVERIFY(client.isClosedByServer());
}

void TestServerHttp::filesComeWholeOrInParts()
{
    Running running;
    QByteArray bytes;
    for (int i = 0; i < 100'000; ++i)
        bytes += QByteArray::number(i);
    const QString name = running.store(bytes);
    running.company.update("brochure", 320, {{"sha256", name}});
    const QByteArray target = "/v1/attachments/" + name.toLatin1();
    const QByteArray etag = '"' + name.toLatin1() + '"';
    HttpClient client(running.http->port());
    QCOMPARE(client.request("GET", target).status, 401);
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    const HttpAnswer whole = client.request("GET", target);
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.body, bytes);
    QCOMPARE(whole.headers.value("etag"), etag);
    const HttpAnswer rest = client.request("GET", target, {}, {{"Range", "bytes=400000-"}, {"If-Range", etag}});
    QCOMPARE(rest.status, 206);
    QCOMPARE(rest.body, bytes.mid(400'000));
    QCOMPARE(rest.headers.value("content-range"),
             "bytes 400000-" + QByteArray::number(bytes.size() - 1) + '/' + QByteArray::number(bytes.size()));
    const HttpAnswer other = client.request("GET", target, {}, {{"Range", "bytes=5-9"}, {"If-Range", "\"old\""}});
    QCOMPARE(other.status, 200);
    QCOMPARE(other.body.size(), bytes.size());
    QCOMPARE(client.request("GET", target, {}, {{"If-None-Match", etag}}).status, 304);
    QCOMPARE(client.request("GET", target, {}, {{"Range", "bytes=99999999-"}}).status, 416);
    QCOMPARE(client.request("GET", "/v1/attachments/..%2F..%2Fserver.db").status, 400);
}

void TestServerHttp::foreignFilesAreNotThere()
{
    Running running;
    const QString name = running.store("photo");
    running.company.insert("visit", 950, Company::south,
                           {{"customer_id", Company::southCustomer},
                            {"site_id", Company::southSite},
                            {"technician_id", 101LL},
                            {"kind", u"repair"_s},
                            {"status", u"completed"_s},
                            {"started", 5LL}});
    running.company.insert("attachment", 951, Company::south,
                           {{"visit_id", 950LL},
                            {"sha256", name},
                            {"size", 5LL},
                            {"media_type", u"image/jpeg"_s},
                            {"kind", u"photo"_s},
                            {"at", 5LL}});
    const QByteArray target = "/v1/attachments/" + name.toLatin1();
    const QMap<QByteArray, int> expected{{"jana", 404}, {"rolf", 404},  {"admin", 404},
                                         {"karl", 200}, {"petra", 200}, {"dispatch", 200}};
    for (auto login = expected.cbegin(); login != expected.cend(); ++login) {
        HttpClient client(running.http->port());
        QCOMPARE(client.signIn(login.key(), Company::password).status, 200);
        QCOMPARE(client.request("GET", target).status, login.value());
    }
}

void TestServerHttp::rangesAreRead_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("offset");
    QTest::addColumn<int>("length"); // -1: ignored, -2: outside
    QTest::newRow("first") << QByteArray("bytes=0-9") << 0 << 10;
    QTest::newRow("open") << QByteArray("bytes=90-") << 90 << 10;
    QTest::newRow("last") << QByteArray("bytes=-10") << 90 << 10;
    QTest::newRow("more than all") << QByteArray("bytes=-1000") << 0 << 100;
    QTest::newRow("beyond the end") << QByteArray("bytes=90-1000") << 90 << 10;
    QTest::newRow("behind") << QByteArray("bytes=100-") << 0 << -2;
    QTest::newRow("no bytes") << QByteArray("bytes=-0") << 0 << -2;
    QTest::newRow("backwards") << QByteArray("bytes=9-5") << 0 << -1;
    QTest::newRow("several") << QByteArray("bytes=0-1,5-6") << 0 << -1;
    QTest::newRow("other unit") << QByteArray("rows=0-1") << 0 << -1;
    QTest::newRow("no number") << QByteArray("bytes=a-b") << 0 << -1;
    QTest::newRow("huge") << QByteArray("bytes=0-99999999999999999999") << 0 << -1;
    QTest::newRow("negative") << QByteArray("bytes=--5") << 0 << -1;
    QTest::newRow("none") << QByteArray() << 0 << -1;
}

void TestServerHttp::rangesAreRead()
{
    QFETCH(QByteArray, header);
    QFETCH(int, offset);
    QFETCH(int, length);
    const auto range = server::parseRange(header.toStdString(), 100);
    QCOMPARE(range.has_value(), length != -2);
    if (!range)
        return;
    QCOMPARE(range->has_value(), length != -1);
    if (*range)
        QCOMPARE(**range, (server::ByteRange{offset, length}));
}

void TestServerHttp::bucketsRefill()
{
    FakeClock clock;
    server::RateLimiter limiter(2, 3);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take("a", clock.now()));
    QVERIFY(!limiter.take("a", clock.now()));
    QVERIFY(limiter.take("b", clock.now()));
    QCOMPARE(limiter.wait("a"), 1);
    clock.advance(milliseconds(500));
    QVERIFY(limiter.take("a", clock.now()));
    QVERIFY(!limiter.take("a", clock.now()));
    for (int i = 0; i < 20'000; ++i) {
        clock.advance(milliseconds(1'000));
        QVERIFY(limiter.take(std::to_string(i), clock.now()));
    }
    QVERIFY(limiter.size() <= 10'001);
}

void TestServerHttp::tlsIsServed()
{
    QTemporaryDir directory;
    const QString certificate = directory.filePath(u"cert.pem"_s);
    const QString key = directory.filePath(u"key.pem"_s);
    makeCertificate(certificate, key);
    Running running({}, certificate, key);
    QVERIFY(running.http->url().startsWith("https://127.0.0.1:"_L1));
    auto socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromPath(certificate));
    socket->setSslConfiguration(configuration);
    socket->connectToHostEncrypted(u"127.0.0.1"_s, running.http->port());
    QVERIFY2(socket->waitForEncrypted(30'000), qPrintable(socket->errorString()));
    QCOMPARE(socket->sessionProtocol(), QSsl::TlsV1_3);
    HttpClient client(running.http->port(), std::move(socket));
    QCOMPARE(client.request("GET", "/healthz").status, 200);
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    // Without TLS the same port answers nothing.
    HttpClient plain(running.http->port());
    QCOMPARE(plain.request("GET", "/healthz").status, 0);
}

void TestServerHttp::otherAddressesNeedACertificate()
{
    Company company;
    auto directory = *server::DataDirectory::open(company.directory(), company.directory() + u"/server.db"_s);
    ListenOptions options;
    options.address = u"0.0.0.0"_s;
    QCOMPARE(server::HttpServer(*directory, company.clock, options, {}).start().error().code, u"tls-needed"_s);
    options.address = u"::"_s;
    QCOMPARE(server::HttpServer(*directory, company.clock, options, {}).start().error().code, u"tls-needed"_s);
    options.address = u"nowhere"_s;
    QCOMPARE(server::HttpServer(*directory, company.clock, options, {}).start().error().code, u"address"_s);
    options.address = u"127.0.0.1"_s;
    options.certificateFile = u"no.pem"_s;
    options.keyFile = u"no.pem"_s;
    QCOMPARE(server::HttpServer(*directory, company.clock, options, {}).start().error().code, u"certificate"_s);
}

void TestServerHttp::stopAnswersWhatIsUnderWay()
{
    Running running;
    HttpClient idle(running.http->port());
    QCOMPARE(idle.request("GET", "/healthz").status, 200);
    HttpClient busy(running.http->port());
    busy.send("POST /v1/session HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    // 100 Continue has come: the request is under way.
    QCOMPARE(idle.request("GET", "/readyz").status, 200);
    running.http->stop();
    QVERIFY(idle.isClosedByServer());
    busy.send("{}");
    const HttpAnswer answer = busy.receive();
    QCOMPARE(answer.status, 400);
    QVERIFY(answer.closed);
    running.stop();
}

void TestServerHttp::logHoldsNoPersonalData()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    const QByteArray name(64, 'a');
    QCOMPARE(client.request("GET", "/v1/attachments/" + name).status, 404);
    QCOMPARE(client.request("GET", "/v1/sync?secret=1").status, 405);
    running.stop();
    const QByteArray log = running.log();
    QCOMPARE(log.count('\n'), 2);
    QVERIFY(log.contains(R"("route":"/v1/attachments/{sha256}","status":404)"));
    for (const QByteArray &secret :
         {QByteArray("jana"), client.token, name, QByteArray("127.0.0.1"), QByteArray("secret")})
        QVERIFY2(!log.contains(secret), log.constData());
}

void TestServerHttp::metricsAreForThisMachineAndAdministrators()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.request("GET", "/readyz").status, 200);
    QCOMPARE(client.request("GET", "/etc/passwd").status, 404);
    const HttpAnswer own = client.request("GET", "/metrics");
    QCOMPARE(own.status, 200);
    QVERIFY(own.headers.value("content-type").startsWith("text/plain; version=0.0.4"));
    QVERIFY2(own.body.contains(R"(turnus_http_requests_total{method="GET",route="/readyz",status="200"} 1)"),
             own.body.constData());
    QVERIFY(own.body.contains(R"(turnus_http_requests_total{method="-",route="-",status="404"} 1)"));
    QVERIFY(own.body.contains("turnus_connections 1\n"));
    QVERIFY(!own.body.contains("passwd"));
    // Behind a proxy everybody seems to come from this machine.
    const QMap<QByteArray, QByteArray> forwarded{{"X-Forwarded-For", "192.0.2.1"}};
    QCOMPARE(client.request("GET", "/metrics", {}, forwarded).status, 401);
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    QCOMPARE(client.request("GET", "/metrics", {}, forwarded).status, 403);
    QCOMPARE(client.signIn("admin", Company::password).status, 200);
    QCOMPARE(client.request("GET", "/metrics", {}, forwarded).status, 200);
}

void TestServerHttp::oldTlsIsRefused_data()
{
    QTest::addColumn<QByteArray>("version");
    QTest::addColumn<bool>("served");
    QTest::newRow("1.0") << QByteArray("-tls1") << false;
    QTest::newRow("1.1") << QByteArray("-tls1_1") << false;
    QTest::newRow("1.2") << QByteArray("-tls1_2") << true;
    QTest::newRow("1.3") << QByteArray("-tls1_3") << true;
}

void TestServerHttp::oldTlsIsRefused()
{
    QFETCH(QByteArray, version);
    QFETCH(bool, served);
    QTemporaryDir directory;
    const QString certificate = directory.filePath(u"cert.pem"_s);
    const QString key = directory.filePath(u"key.pem"_s);
    makeCertificate(certificate, key);
    Running running({}, certificate, key);
    QProcess process;
    // Security level 0 lets the client offer what the server must not take.
    process.start(u"openssl"_s, {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(running.http->port()),
                                 QString::fromLatin1(version), u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(30'000));
    const QByteArray said = process.readAllStandardOutput();
    QVERIFY2(said.contains("Cipher is (NONE)") != served, said.constData());
}

QTEST_GUILESS_MAIN(TestServerHttp)
#include "tst_server_http.moc"
