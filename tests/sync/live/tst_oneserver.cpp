// Two server processes over one PostgreSQL, behind a proxy that sends each connection to the other one, are one server.
#include "core/storage/connection.h"
#include "sync/protocol/codec.h"
#include "tests/sync/live/realcompany.h"
#include "tests/sync/live/roundrobin.h"
#include "tests/sync/server/support/cluster.h"
#include "tests/sync/server/support/httpclient.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>
#include <set>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

const QMap<QByteArray, QByteArray> json{{"Content-Type", "application/json"}};
const QMap<QByteArray, QByteArray> tus{{"Tus-Resumable", "1.0.0"}};

HttpAnswer refresh(HttpClient &client, const std::string &token)
{
    return client.request("POST", "/v1/session/refresh",
                          QByteArray::fromStdString(protocol::encode(protocol::RefreshRequest{.refreshToken = token})));
}

protocol::SessionAnswer sessionOf(const HttpAnswer &answer)
{
    const auto session = protocol::decodeSessionAnswer(answer.body.toStdString());
    if (answer.status != 200 || !session)
        qFatal("%d %s", answer.status, answer.body.constData());
    return *session;
}

HttpAnswer putEmergency(HttpClient &client, const QByteArray &key)
{
    return client.request("PUT", "/v1/erp/appointments/" + key, RealCompany::emergency(), json);
}

HttpAnswer sendPiece(HttpClient &client, const QByteArray &name, qsizetype offset, const QByteArray &bytes)
{
    auto headers = tus;
    headers.insert("Upload-Offset", QByteArray::number(offset));
    headers.insert("Content-Type", "application/offset+octet-stream");
    return client.request("PATCH", "/v1/uploads/" + name, bytes, headers);
}

/// A company of two processes.
struct World
{
    World() : company(Cluster::instance().freshLocation()), ports{company.serve(), company.serve()}, proxy(ports) {}

    void signIn() const { company.device({u"login"_s, proxy.url(), u"jana"_s}, RealCompany::password); }
    /// To which of the processes the proxy's connections went that spoke.
    [[nodiscard]] std::set<int> reached() const
    {
        std::set<int> servers;
        for (const RoundRobin::Passed &one : proxy.passed())
            servers.insert(one.connection % 2);
        return servers;
    }

    RealCompany company;
    std::vector<quint16> ports;
    RoundRobin proxy;
};

} // namespace

class TestOneServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHandheldNeedNotKnowWhichItSpeaksTo();
    void aSessionOfOneIsGoodAtTheOther();
    void anUploadGoesOnAtTheOther();
    void newsOfOneIsHeardAtTheOther();
};

void TestOneServer::aHandheldNeedNotKnowWhichItSpeaksTo()
{
    const World world;
    world.signIn();
    HttpClient dispatcher(world.ports.front());
    dispatcher.token = world.company.erpToken();
    for (int i = 1; i <= 4; ++i) {
        QCOMPARE(putEmergency(dispatcher, "E-" + QByteArray::number(i)).status, 201);
        world.company.device({u"sync"_s, u"--check"_s});
        QCOMPARE(world.company.number("SELECT count(*) FROM appointment"), i);
        const QString visit = QString::number(world.company.number("SELECT max(id) FROM appointment"));
        world.company.device({u"visit"_s, u"start"_s, visit});
        world.company.device({u"sync"_s});
        QCOMPARE(world.company.number("SELECT count(*) FROM outbox"), 0);
    }
    QCOMPARE(world.reached(), (std::set<int>{0, 1}));
    QVERIFY(world.company.server({u"verify"_s}).contains("sound"));
}

void TestOneServer::aSessionOfOneIsGoodAtTheOther()
{
    const World world;
    HttpClient first(world.ports.front());
    HttpClient second(world.ports.back());
    const auto begun = sessionOf(first.signIn("jana", RealCompany::password));
    second.token = first.token;
    QCOMPARE(second.request("GET", "/v1/receipt-keys").status, 200);
    const auto renewed = sessionOf(refresh(second, begun.refreshToken));
    QCOMPARE(renewed.replica, begun.replica);
    QCOMPARE(renewed.certificate, begun.certificate);
    QCOMPARE(first.request("GET", "/v1/receipt-keys").status, 401);
    first.token = QByteArray::fromStdString(renewed.accessToken);
    QCOMPARE(first.request("GET", "/v1/receipt-keys").status, 200);
    // The spent token ends the session at both.
    QCOMPARE(refresh(first, begun.refreshToken).status, 401);
    second.token = first.token;
    QCOMPARE(second.request("GET", "/v1/receipt-keys").status, 401);
    QCOMPARE(refresh(second, renewed.refreshToken).status, 401);
}

void TestOneServer::anUploadGoesOnAtTheOther()
{
    const World world;
    world.signIn();
    HttpClient dispatcher(world.ports.front());
    dispatcher.token = world.company.erpToken();
    QCOMPARE(putEmergency(dispatcher, "E-1").status, 201);
    world.company.device({u"sync"_s});
    world.company.device({u"visit"_s, u"start"_s, QString::number(world.company.number("SELECT id FROM appointment"))});
    QByteArray bytes("\xff\xd8\xff\xe0 JFIF");
    bytes.append(QByteArray(300'000, 'x'));
    QFile photo(world.company.path(u"photo.jpg"_s));
    QVERIFY(photo.open(QIODevice::WriteOnly) && photo.write(bytes) == bytes.size());
    photo.close();
    world.company.device(
        {u"visit"_s, u"photo"_s, QString::number(world.company.number("SELECT id FROM visit")), photo.fileName()});
    world.company.device({u"sync"_s, u"--no-content"_s}); // the row, and not the file

    const QByteArray name = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    HttpClient first(world.ports.front());
    HttpClient second(world.ports.back());
    QCOMPARE(first.signIn("jana", RealCompany::password).status, 200);
    second.token = first.token;
    auto creation = tus;
    creation.insert("Upload-Length", QByteArray::number(bytes.size()));
    creation.insert("Upload-Metadata", "sha256 " + name.toBase64());
    QCOMPARE(first.request("POST", "/v1/uploads", {}, creation).status, 201);
    const qsizetype half = bytes.size() / 2;
    QCOMPARE(sendPiece(first, name, 0, bytes.left(half)).status, 204);
    const HttpAnswer asked = second.request("HEAD", "/v1/uploads/" + name, {}, tus);
    QCOMPARE(asked.headers.value("upload-offset"), QByteArray::number(half));
    QCOMPARE(sendPiece(second, name, half, bytes.mid(half)).status, 204);
    for (HttpClient *client : {&first, &second})
        QCOMPARE(client->request("GET", "/v1/attachments/" + name).body, bytes);
}

void TestOneServer::newsOfOneIsHeardAtTheOther()
{
    const World world;
    const QByteArray token = world.company.erpToken();
    std::vector<std::unique_ptr<HttpClient>> dispatchers;
    std::vector<std::unique_ptr<HttpClient>> listeners;
    for (const quint16 port : world.ports) {
        dispatchers.push_back(std::make_unique<HttpClient>(port));
        dispatchers.back()->token = token;
        listeners.push_back(std::make_unique<HttpClient>(port));
        QCOMPARE(listeners.back()->signIn("jana", RealCompany::password).status, 200);
        listeners.back()->send("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " +
                               listeners.back()->token + "\r\n\r\n");
        QVERIFY(listeners.back()->hears("event: news"));
    }
    for (int i = 0; i < 6; ++i) {
        QCOMPARE(putEmergency(*dispatchers.at(static_cast<std::size_t>(i % 2)), "E-" + QByteArray::number(i)).status,
                 201);
        for (const auto &listener : listeners)
            QVERIFY(listener->hears("event: news"));
    }
}

QTEST_GUILESS_MAIN(TestOneServer)
#include "tst_oneserver.moc"
