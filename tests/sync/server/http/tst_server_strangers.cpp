#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using server::HttpLimits;
using server::TrustedProxies;

namespace {

TrustedProxies proxies(const QStringList &networks)
{
    TrustedProxies all;
    for (const QString &network : networks) {
        if (!all.add(network))
            qFatal("%s", qPrintable(network));
    }
    return all;
}

HttpAnswer refresh(HttpClient &client, const std::string &token, const QMap<QByteArray, QByteArray> &headers = {})
{
    return client.request("POST", "/v1/session/refresh",
                          R"({"refreshToken":")" + QByteArray::fromStdString(token) + "\"}", headers);
}

/// A stranger's sign-in that a proxy passes on from the address; the status.
int tryFrom(quint16 port, const QByteArray &address)
{
    return HttpClient(port)
        .request("POST", "/v1/session", R"({"login":"nobody","password":"wrongwrong","device":"x"})",
                 {{"X-Forwarded-For", address}})
        .status;
}

/// How the head of a request with a large body is answered, of which not a byte follows.
HttpAnswer announceBody(quint16 port, const QByteArray &head, const QByteArray &address)
{
    HttpClient client(port);
    client.send(head + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address +
                "\r\nContent-Length: 1000000\r\n\r\n");
    return client.receive();
}

} // namespace

/// What those can do whom the server does not know, and those who share an address with them.
class TestServerStrangers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inventedMethodsMakeNoNewMetrics();
    void wrongMethodsAreToldTheRightOnes();
    void knownDevicesDoNotStandInLineWithStrangers();
    void eachSessionHasItsOwnLimit();
    void largeBodiesOfStrangersAreLimitedUnread_data();
    void largeBodiesOfStrangersAreLimitedUnread();
    void behindAProxyEachClientCounts();
    void aNetworkOfIpv6CountsAsOne();
    void addressesCountAs_data();
    void addressesCountAs();
    void headersOfOthersMeanNothing();
    void proxiesAreAddressesOrNetworks_data();
    void proxiesAreAddressesOrNetworks();
    void theClientIsWhomTheOutermostProxySaw_data();
    void theClientIsWhomTheOutermostProxySaw();
};

void TestServerStrangers::inventedMethodsMakeNoNewMetrics()
{
    Running running;
    HttpClient client(running.http->port());
    const auto kinds = [&] {
        return client.request("GET", "/metrics").body.count("turnus_http_request_seconds_count");
    };
    QCOMPARE(client.request("INVENTED", "/v1/sync").status, 405);
    std::ignore = kinds();
    const auto before = kinds();
    for (int i = 0; i < 50; ++i)
        QCOMPARE(client.request("INVENTED" + QByteArray::number(i), "/v1/sync").status, 405);
    QCOMPARE(kinds(), before);
    QVERIFY(!client.request("GET", "/metrics").body.contains("INVENTED"));
}

void TestServerStrangers::wrongMethodsAreToldTheRightOnes()
{
    Running running;
    HttpClient client(running.http->port());
    const HttpAnswer answer = client.request("PUT", "/v1/uploads/" + QByteArray(64, 'a'));
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.headers.value("allow"), QByteArray("HEAD, PATCH, DELETE"));
    const HttpAnswer withBody = client.request("PATCH", "/v1/erp/customers/K1", "{}");
    QCOMPARE(withBody.status, 405);
    QCOMPARE(withBody.headers.value("allow"), QByteArray("GET, PUT"));
    QVERIFY(withBody.closed);
    QCOMPARE(HttpClient(running.http->port()).request("GET", "/healthz").headers.value("allow"), QByteArray());
}

void TestServerStrangers::knownDevicesDoNotStandInLineWithStrangers()
{
    HttpLimits limits;
    limits.signInBurst = 3;
    Running running(limits);
    server::SessionService sessions(running.company.clock, server::PasswordCost::least());
    const auto jana = sessions.signIn(running.company.connection(), {"jana", Company::password, "Handheld", {}});
    HttpClient stranger(running.http->port());
    // Strangers of the same address have used up what is granted to strangers.
    QCOMPARE(refresh(stranger, "invented").status, 401);
    QCOMPARE(stranger.signIn("nobody", "wrongwrong").status, 401);
    QCOMPARE(stranger.signIn("nobody", "wrongwrong").status, 401);
    QCOMPARE(stranger.signIn("nobody", "wrongwrong").status, 429);
    HttpClient client(running.http->port());
    QCOMPARE(refresh(client, "invented").status, 429);
    QCOMPARE(refresh(client, jana->refreshToken).status, 200);
}

void TestServerStrangers::eachSessionHasItsOwnLimit()
{
    HttpLimits limits;
    limits.signInBurst = 2;
    Running running(limits);
    server::SessionService sessions(running.company.clock, server::PasswordCost::least());
    server::Connection &connection = running.company.connection();
    const auto jana = sessions.signIn(connection, {"jana", Company::password, "Handheld", {}});
    const auto karl = sessions.signIn(connection, {"karl", Company::password, "Handheld", {}});
    HttpClient client(running.http->port());
    QCOMPARE(refresh(client, jana->refreshToken).status, 200);
    QCOMPARE(refresh(client, jana->refreshToken).status, 200);
    QCOMPARE(refresh(client, jana->refreshToken).status, 429);
    QCOMPARE(refresh(client, karl->refreshToken).status, 200);
}

void TestServerStrangers::largeBodiesOfStrangersAreLimitedUnread_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<int>("status");
    QTest::newRow("no token") << QByteArray("POST /v1/sync") << 401;
    QTest::newRow("too large") << QByteArray("POST /v1/session/refresh") << 413;
    QTest::newRow("nowhere") << QByteArray("POST /nowhere") << 404;
}

void TestServerStrangers::largeBodiesOfStrangersAreLimitedUnread()
{
    QFETCH(QByteArray, head);
    HttpLimits limits;
    limits.requestBurst = 1;
    limits.requestsPerSecond = 0.001;
    Running running(limits, {}, {}, proxies({u"127.0.0.1"_s}));
    const quint16 port = running.http->port();
    QTEST(announceBody(port, head, "203.0.113.1").status, "status");
    const HttpAnswer answer = announceBody(port, head, "203.0.113.1");
    QCOMPARE(answer.status, 429);
    QVERIFY(answer.closed);
    QTEST(announceBody(port, head, "203.0.113.2").status, "status");
}

void TestServerStrangers::behindAProxyEachClientCounts()
{
    HttpLimits limits;
    limits.signInBurst = 1;
    limits.requestBurst = 1;
    limits.requestsPerSecond = 0.001;
    Running running(limits, {}, {}, proxies({u"127.0.0.1"_s}));
    HttpClient client(running.http->port());
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.1"), 401);
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.1"), 429);
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.2"), 401);
    // What the client wrote itself stands before what the proxy wrote.
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.9, 203.0.113.1"), 429);
    QCOMPARE(client.request("GET", "/readyz", {}, {{"Forwarded", "for=203.0.113.7"}}).status, 200);
    QCOMPARE(client.request("GET", "/readyz", {}, {{"Forwarded", "for=203.0.113.7"}}).status, 429);
    QCOMPARE(client.request("GET", "/readyz", {}, {{"Forwarded", "for=203.0.113.8"}}).status, 200);
    // The proxy's own machine is not limited.
    QCOMPARE(client.request("GET", "/readyz").status, 200);
    QCOMPARE(client.request("GET", "/readyz").status, 200);
}

void TestServerStrangers::aNetworkOfIpv6CountsAsOne()
{
    HttpLimits limits;
    limits.signInBurst = 1;
    Running running(limits, {}, {}, proxies({u"127.0.0.1"_s}));
    const quint16 port = running.http->port();
    QCOMPARE(tryFrom(port, "2001:db8:0:1::1"), 401);
    QCOMPARE(tryFrom(port, "2001:db8:0:1:ffff:ffff:ffff:ffff"), 429);
    QCOMPARE(tryFrom(port, "2001:db8:0:2::1"), 401);
    QCOMPARE(tryFrom(port, "203.0.113.1"), 401);
    QCOMPARE(tryFrom(port, "::ffff:203.0.113.1"), 429);
    QCOMPARE(tryFrom(port, "::ffff:203.0.113.2"), 401);
}

void TestServerStrangers::addressesCountAs_data()
{
    QTest::addColumn<QByteArray>("counted");
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("203.0.113.1") << QByteArray("203.0.113.1") << false;
    QTest::newRow("127.0.0.9") << QByteArray("127.0.0.9") << true;
    QTest::newRow("::ffff:127.0.0.1") << QByteArray("127.0.0.1") << true;
    QTest::newRow("::1") << QByteArray("::") << true;
    QTest::newRow("2001:db8:1:2:3:4:5:6") << QByteArray("2001:db8:1:2::") << false;
    QTest::newRow("fe80::17%eth0") << QByteArray("fe80::") << false;
    QTest::newRow("unknown") << QByteArray("unknown") << false;
}

void TestServerStrangers::addressesCountAs()
{
    const std::string address = QTest::currentDataTag();
    QTEST(QByteArray::fromStdString(server::countedAs(address)), "counted");
    QTEST(server::isLoopback(address), "isLoopback");
}

void TestServerStrangers::headersOfOthersMeanNothing()
{
    HttpLimits limits;
    limits.signInBurst = 1;
    Running running(limits, {}, {}, proxies({u"10.0.0.0/8"_s}));
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.1"), 401);
    QCOMPARE(tryFrom(running.http->port(), "203.0.113.2"), 429);
}

void TestServerStrangers::proxiesAreAddressesOrNetworks_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QByteArray>("outside");
    QTest::newRow("address") << u"10.0.0.5"_s << QByteArray("10.0.0.5") << QByteArray("10.0.0.6");
    QTest::newRow("network") << u"10.0.0.0/8"_s << QByteArray("10.255.1.2") << QByteArray("11.0.0.1");
    QTest::newRow("odd bits") << u"192.168.16.0/20"_s << QByteArray("192.168.31.1") << QByteArray("192.168.32.1");
    QTest::newRow("all of IPv4") << u"0.0.0.0/0"_s << QByteArray("8.8.8.8") << QByteArray("2001:db8::1");
    QTest::newRow("mapped") << u"10.0.0.5"_s << QByteArray("::ffff:10.0.0.5") << QByteArray("::10.0.0.5");
    QTest::newRow("IPv6") << u"fd00::/8"_s << QByteArray("fd12::1") << QByteArray("fe80::1");
    QTest::newRow("loopback") << u"::1"_s << QByteArray("::1") << QByteArray("127.0.0.1");
    for (const char *wrong : {"", "nowhere", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "::/129", "10.0.0.0/8/8"})
        QTest::addRow("wrong: %s", wrong) << QString::fromLatin1(wrong) << QByteArray() << QByteArray();
}

void TestServerStrangers::proxiesAreAddressesOrNetworks()
{
    QFETCH(QString, network);
    QFETCH(QByteArray, inside);
    QFETCH(QByteArray, outside);
    TrustedProxies all;
    QCOMPARE(all.add(network).has_value(), !inside.isEmpty());
    if (inside.isEmpty())
        return;
    QVERIFY(all.contains(inside.toStdString()));
    QVERIFY(!all.contains(outside.toStdString()));
}

void TestServerStrangers::theClientIsWhomTheOutermostProxySaw_data()
{
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("forwarded");
    QTest::addColumn<QByteArray>("client");
    QTest::newRow("none") << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("one") << QByteArray("203.0.113.1") << QByteArray() << QByteArray("203.0.113.1");
    QTest::newRow("through two") << QByteArray("203.0.113.1, 10.0.0.7") << QByteArray() << QByteArray("203.0.113.1");
    QTest::newRow("invented before") << QByteArray("1.2.3.4,203.0.113.1, 10.0.0.7") << QByteArray()
                                     << QByteArray("203.0.113.1");
    QTest::newRow("with a port") << QByteArray("203.0.113.1:4711") << QByteArray() << QByteArray("203.0.113.1");
    QTest::newRow("inside only") << QByteArray("10.0.0.8, 10.0.0.7") << QByteArray() << QByteArray("10.0.0.8");
    QTest::newRow("no address") << QByteArray("somebody") << QByteArray() << QByteArray("unknown");
    QTest::newRow("the old one counts") << QByteArray("203.0.113.1") << QByteArray("for=203.0.113.2")
                                        << QByteArray("203.0.113.1");
    QTest::newRow("new") << QByteArray() << QByteArray("for=192.0.2.60;proto=http;by=203.0.113.43")
                         << QByteArray("192.0.2.60");
    QTest::newRow("new, IPv6") << QByteArray() << QByteArray("For=\"[2001:db8:cafe::17]:4711\", for=10.0.0.7")
                               << QByteArray("2001:db8:cafe::17");
    QTest::newRow("new, hidden") << QByteArray() << QByteArray("for=_hidden") << QByteArray("unknown");
    QTest::newRow("new, empty") << QByteArray() << QByteArray(";;,;") << QByteArray("unknown");
}

void TestServerStrangers::theClientIsWhomTheOutermostProxySaw()
{
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, forwarded);
    const auto all = proxies({u"10.0.0.0/8"_s});
    QTEST(QByteArray::fromStdString(all.clientOf(old.toStdString(), forwarded.toStdString())), "client");
}

QTEST_GUILESS_MAIN(TestServerStrangers)
#include "tst_server_strangers.moc"
