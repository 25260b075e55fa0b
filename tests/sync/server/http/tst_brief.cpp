#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::tests;

/// A device with nothing to send: GET /v2/{brief}.
class TestBrief : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBriefRequestIsAnsweredWithoutContent();
};

void TestBrief::aBriefRequestIsAnsweredWithoutContent()
{
    Running running;
    HttpClient client(running.http->port());
    QCOMPARE(client.signIn("jana", Company::password).status, 200);
    protocol::SyncRequest request{.replica = client.replica, .receipted = 0, .cursors = {{1, 0, {}}}};
    const auto target = [&] { return "/v2/" + QByteArray::fromStdString(*protocol::encodeBrief(request)); };
    HttpAnswer answer = client.request("GET", target());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/vnd.turnus.sync"));
    protocol::AnswerReader reader;
    reader.feed(answer.body.toStdString());
    request.cursors.clear();
    for (auto part = reader.next(); part && *part; part = reader.next()) {
        if (const auto *control = std::get_if<protocol::AnswerControl>(&**part)) {
            for (const protocol::ChannelInfo &channel : control->channels)
                request.cursors.push_back({channel.id, 0, {}});
        }
        if (const auto *position = std::get_if<protocol::Position>(&**part); position && position->position.empty()) {
            std::erase_if(request.cursors, [&](const auto &one) { return one.channel == position->channel; });
            request.cursors.push_back(*position);
        }
    }
    std::ranges::sort(request.cursors, {}, &protocol::Cursor::channel);
    client.send("GET " + target() + " HTTP/1.1\r\nAuthorization: Bearer " + client.token + "\r\n\r\n");
    answer = client.receive();
    QCOMPARE(answer.status, 204);
    QVERIFY(answer.headers.isEmpty());
    QVERIFY(!answer.closed);
    QCOMPARE(client.request("GET", "/v2/rubbish").status, 400);
    QCOMPARE(client.request("POST", target()).status, 405);
    request.replica = 4'711;
    QCOMPARE(client.request("GET", target()).status, 403);
    request.replica = client.replica;
    QCOMPARE(client.request("DELETE", "/v1/session").status, 204);
    QCOMPARE(client.request("GET", target()).status, 401);
}

QTEST_GUILESS_MAIN(TestBrief)
#include "tst_brief.moc"
