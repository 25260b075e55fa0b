#include "sync/transport/httptransport.h"
#include "sync/transport/tokenstores.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <functional>

using namespace turnus;
using namespace Qt::StringLiterals;
using client::HttpRequest;

namespace {

/// Answers each request on a loopback port with the bytes that the test names.
class RawServer : public QTcpServer
{
public:
    RawServer()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("no port");
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            ++connections;
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                request += socket->readAll();
                if (answer.isEmpty() || !request.contains("\r\n\r\n"))
                    return;
                socket->write(answer);
                if (closes)
                    socket->disconnectFromHost();
            });
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }

    QByteArray request;
    QByteArray answer;
    bool closes = true;
    int connections = 0;
};

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
{
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" +
           body;
}

} // namespace

class TestHttpTransport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void carriesARequestAndItsAnswer();
    void aTerseRequestHasTheFewestHeaders();
    void givesTheBodyPieceByPieceToTheSink();
    void anErrorOfTheSinkEndsTheTransfer();
    void anAnswerThatIsNoSuccessIsNotForTheSink();
    void redirectsAreNotFollowed();
    void aCutAnswerIsACut();
    void aServerThatSaysNothingTimesOut();
    void aClosedPortIsOffline();
    void canBeAborted();
    void tlsIsRequiredButForThisMachine_data();
    void tlsIsRequiredButForThisMachine();
    void tokensInAFileAreReadableByTheirUserOnly();
};

void TestHttpTransport::carriesARequestAndItsAnswer()
{
    RawServer server;
    server.answer = http("200 OK", "{}");
    transport::HttpTransport transport;
    const auto answer = transport.send(server.url(),
                                       {.method = HttpRequest::Method::Post,
                                        .path = u"/v1/sync"_s,
                                        .body = "abc",
                                        .contentType = "application/json",
                                        .bearer = "t0ken",
                                        .from = 7},
                                       {});
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().toString()));
    QCOMPARE(answer->status, 200);
    QVERIFY(answer->body == "{}");
    QVERIFY(server.request.startsWith("POST /v1/sync HTTP/1.1\r\n"));
    QVERIFY(server.request.contains("Authorization: Bearer t0ken\r\n"));
    QVERIFY(server.request.contains("Range: bytes=7-\r\n"));
    QVERIFY(server.request.contains("Accept-Encoding: identity\r\n"));
    QVERIFY(server.request.endsWith("\r\n\r\nabc"));
    QCOMPARE(transport.traffic().roundTrips, 1);
    QCOMPARE(transport.traffic().bytesUp, server.request.size());
    QCOMPARE(transport.traffic().bytesDown, server.answer.size());
}

void TestHttpTransport::aTerseRequestHasTheFewestHeaders()
{
    RawServer server;
    server.closes = false;
    server.answer = "HTTP/1.1 204 \r\n\r\n";
    transport::HttpTransport transport;
    const std::string token(22, 't');
    for (int i = 0; i < 3; ++i) {
        server.request.clear();
        const auto answer =
            transport.send(server.url(), {.path = u"/v2/"_s + QString(22, u'x'), .bearer = token, .terse = true}, {});
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().toString()));
        QCOMPARE(answer->status, 204);
        QVERIFY(answer->headers.empty());
        QVERIFY2(server.request.size() + server.answer.size() <= 200, server.request);
    }
    QCOMPARE(server.connections, 1);
    QCOMPARE(transport.traffic().bytesUp, 3 * server.request.size());
    QCOMPARE(transport.traffic().bytesDown, 3 * server.answer.size());
}

void TestHttpTransport::givesTheBodyPieceByPieceToTheSink()
{
    RawServer server;
    const QByteArray body(3'000'000, 'x');
    server.answer = http("200 OK", body);
    transport::HttpTransport transport;
    std::size_t received = 0;
    int pieces = 0;
    const auto answer =
        transport.send(server.url(), {.path = u"/"_s}, [&](int status, std::string_view bytes) -> Status {
            received += status == 200 ? bytes.size() : 0;
            ++pieces;
            return {};
        });
    QVERIFY(answer);
    QCOMPARE(received, 3'000'000U);
    QVERIFY(pieces > 1);
    QVERIFY(answer->body.empty());
}

void TestHttpTransport::anErrorOfTheSinkEndsTheTransfer()
{
    RawServer server;
    server.answer = http("200 OK", QByteArray(3'000'000, 'x'));
    transport::HttpTransport transport;
    const auto answer = transport.send(server.url(), {.path = u"/"_s},
                                       [](int, std::string_view) -> Status { return fail(Domain::Storage, u"full"); });
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"full"_s);
}

void TestHttpTransport::anAnswerThatIsNoSuccessIsNotForTheSink()
{
    RawServer server;
    server.answer = http("401 Unauthorized", R"({"domain":"access","code":"token-expired"})");
    transport::HttpTransport transport;
    int calls = 0;
    const auto answer = transport.send(server.url(), {.path = u"/"_s}, [&](int, std::string_view) -> Status {
        ++calls;
        return {};
    });
    QVERIFY(answer);
    QCOMPARE(answer->status, 401);
    QVERIFY(answer->body.find("token-expired") != std::string::npos);
    QCOMPARE(calls, 0);
}

void TestHttpTransport::redirectsAreNotFollowed()
{
    RawServer elsewhere;
    elsewhere.answer = http("200 OK", "stolen");
    RawServer server;
    server.answer = http("307 Temporary Redirect", {}, "Location: " + elsewhere.url().toEncoded() + "/\r\n");
    transport::HttpTransport transport;
    const auto answer = transport.send(server.url(), {.path = u"/"_s, .bearer = "t0ken"}, {});
    QVERIFY(answer);
    QCOMPARE(answer->status, 307);
    QCOMPARE(elsewhere.connections, 0);
}

void TestHttpTransport::aCutAnswerIsACut()
{
    RawServer server;
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc";
    transport::HttpTransport transport;
    std::string received;
    const auto answer = transport.send(server.url(), {.path = u"/"_s}, [&](int, std::string_view bytes) -> Status {
        received.append(bytes);
        return {};
    });
    QVERIFY(!answer);
    QCOMPARE(answer.error().domain, Domain::Network);
    QCOMPARE(answer.error().code, u"cut"_s);
    QVERIFY(received == "abc");
}

void TestHttpTransport::aServerThatSaysNothingTimesOut()
{
    RawServer server;
    transport::HttpTransport transport;
    transport.setIdleTimeout(std::chrono::milliseconds(200));
    const auto answer = transport.send(server.url(), {.path = u"/"_s}, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().domain, Domain::Network);
    QCOMPARE(answer.error().code, u"timeout"_s);
}

void TestHttpTransport::aClosedPortIsOffline()
{
    QUrl closed;
    {
        const RawServer server;
        closed = server.url();
    }
    transport::HttpTransport transport;
    const auto answer = transport.send(closed, {.path = u"/"_s}, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"offline"_s);
    QVERIFY(!answer.error().isPermanent());
}

void TestHttpTransport::canBeAborted()
{
    RawServer server;
    transport::HttpTransport transport;
    QTimer::singleShot(50, &transport, [&] { transport.abort(); });
    const auto answer = transport.send(server.url(), {.path = u"/"_s}, {});
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, u"aborted"_s);
}

void TestHttpTransport::tlsIsRequiredButForThisMachine_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("code");
    QTest::newRow("https") << u"https://turnus.example"_s << QString();
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << QString();
    QTest::newRow("localhost") << u"http://localhost:8080"_s << QString();
    QTest::newRow("loopback 6") << u"http://[::1]:8080"_s << QString();
    QTest::newRow("http") << u"http://turnus.example"_s << u"tls-required"_s;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.org"_s << u"tls-required"_s;
    QTest::newRow("address") << u"http://192.0.2.1"_s << u"tls-required"_s;
    QTest::newRow("file") << u"file:///etc/passwd"_s << u"url"_s;
    QTest::newRow("words") << u"turnus"_s << u"url"_s;
}

void TestHttpTransport::tlsIsRequiredButForThisMachine()
{
    QFETCH(const QString, url);
    QFETCH(const QString, code);
    const Status checked = transport::checkServer(QUrl(url));
    QCOMPARE(checked ? QString() : checked.error().code, code);
}

void TestHttpTransport::tokensInAFileAreReadableByTheirUserOnly()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(u"tokens"_s);
    transport::FileTokenStore store(path);
    QVERIFY(store.load().value().isEmpty());
    QVERIFY(store.save("geheim"));
    QCOMPARE(store.load().value(), QByteArray("geheim"));
    const auto foreign = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                         QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(path) & foreign, QFileDevice::Permissions());
    QVERIFY(!store.isKeyStore());
    QVERIFY(store.clear());
    QVERIFY(!QFile::exists(path));
    QVERIFY(store.clear());
}

QTEST_GUILESS_MAIN(TestHttpTransport)
#include "tst_httptransport.moc"
