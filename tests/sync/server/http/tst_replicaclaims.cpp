// A backup was restored that does not know a handheld's number: who may go by it, over HTTP.
#include "sync/server/store/meta.h"
#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QTest>

using namespace turnus;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 generation = 7;

/// What a handheld knows of its session.
using Session = protocol::SessionAnswer;

class Door
{
public:
    Door() : m_client(m_running.http->port()) {}

    Session signIn(const std::string &login, std::optional<qint64> replica = {}, const std::string &certificate = {})
    {
        m_client.token.clear();
        const protocol::SessionRequest request{login, Company::password, "test", replica, certificate};
        const HttpAnswer answer =
            m_client.request("POST", "/v1/session", QByteArray::fromStdString(protocol::encode(request)));
        auto session = protocol::decodeSessionAnswer(answer.body.toStdString());
        if (answer.status != 200 || !session)
            qFatal("%d %s", answer.status, answer.body.constData());
        m_client.token = QByteArray::fromStdString(session->accessToken);
        return *session;
    }
    Session refresh(const Session &session)
    {
        const HttpAnswer answer = m_client.request(
            "POST", "/v1/session/refresh",
            QByteArray::fromStdString(protocol::encode(protocol::RefreshRequest{session.refreshToken})));
        auto fresh = protocol::decodeSessionAnswer(answer.body.toStdString());
        if (answer.status != 200 || !fresh)
            qFatal("%d %s", answer.status, answer.body.constData());
        m_client.token = QByteArray::fromStdString(fresh->accessToken);
        return *fresh;
    }
    HttpAnswer post(qint64 replica, const std::string &certificate)
    {
        const protocol::SyncRequest request{.replica = replica, .certificate = certificate, .receipted = 0};
        return m_client.request("POST", "/v1/sync", QByteArray::fromStdString(protocol::encodeRequest(request)),
                                {{"Content-Type", "application/vnd.turnus.sync"}});
    }
    int askInBrief(qint64 replica)
    {
        const protocol::SyncRequest request{.replica = replica, .receipted = 0, .cursors = {{1, 0, {}}}};
        return m_client.request("GET", "/v2/" + QByteArray::fromStdString(*protocol::encodeBrief(request))).status;
    }
    /// As after a restore from a backup that was made before the number was given out.
    void forget(qint64 replica)
    {
        Company &company = m_running.company;
        const Status forgotten = company.connection().write([&]() -> Status {
            for (const QString &sql :
                 {u"DELETE FROM refresh_token WHERE session_id IN (SELECT id FROM session WHERE replica = ?)"_s,
                  u"DELETE FROM session WHERE replica = ?"_s, u"DELETE FROM replica WHERE number = ?"_s})
                server::run(company.connection(), sql, replica);
            server::Meta(company.connection()).noteRestored(generation);
            return {};
        });
        if (!forgotten)
            qFatal("%s", qPrintable(forgotten.error().toString()));
    }
    [[nodiscard]] QString ownerOf(qint64 replica)
    {
        return server::textOf(
            m_running.company.value(u"SELECT max(login) FROM replica WHERE number = %1"_s.arg(replica)));
    }

private:
    Running m_running;
    HttpClient m_client;
};

protocol::AnswerControl controlOf(const HttpAnswer &answer)
{
    protocol::AnswerReader reader;
    reader.feed(answer.body.toStdString());
    const auto part = reader.next();
    if (answer.status != 200 || !part || !*part)
        qFatal("%d %s", answer.status, answer.body.constData());
    return std::get<protocol::AnswerControl>(**part);
}

} // namespace

class TestReplicaClaims : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signingInGivesALostNumberToWhoProvesIt();
    void syncingTakesALostNumberFromWhoProvesIt();
    void everyNumberComesWithItsCertificate();
    void aKnownNumberNeedsNoProof();
};

void TestReplicaClaims::signingInGivesALostNumberToWhoProvesIt()
{
    Door door;
    const Session jana = door.signIn("jana");
    const Session karl = door.signIn("karl");
    door.forget(jana.replica);
    std::string changed = jana.certificate;
    changed.front() = changed.front() == 'A' ? 'B' : 'A';
    // Nothing, rubbish, one of another number, and hers by another account or changed.
    for (const std::string &shown : {std::string(), std::string("rubbish"), karl.certificate, jana.certificate}) {
        const Session claimed = door.signIn("karl", jana.replica, shown);
        QVERIFY(claimed.replica > karl.replica);
        QCOMPARE(door.ownerOf(jana.replica), QString());
    }
    for (const std::string &shown : {std::string(), changed, karl.certificate})
        QVERIFY(door.signIn("jana", jana.replica, shown).replica != jana.replica);
    const Session back = door.signIn("jana", jana.replica, jana.certificate);
    QCOMPARE(back.replica, jana.replica);
    QCOMPARE(back.certificate, jana.certificate);
    QCOMPARE(door.ownerOf(jana.replica), u"jana"_s);
}

void TestReplicaClaims::syncingTakesALostNumberFromWhoProvesIt()
{
    Door door;
    const Session jana = door.signIn("jana");
    const Session karl = door.signIn("karl");
    door.forget(jana.replica);
    for (const std::string &shown : {std::string(), karl.certificate, jana.certificate}) {
        const protocol::AnswerControl offer = controlOf(door.post(jana.replica, shown));
        QVERIFY(offer.replica && *offer.replica > karl.replica);
        QVERIFY(!offer.certificate.empty());
        QVERIFY(offer.channels.empty() && offer.applied.empty());
        QCOMPARE(door.ownerOf(*offer.replica), u"karl"_s);
    }
    QCOMPARE(door.askInBrief(jana.replica), 404);
    QCOMPARE(door.ownerOf(jana.replica), QString());
    // Her handheld has signed in by a number of before, as a session from the backup.
    const Session other = door.signIn("jana");
    QVERIFY(other.replica != jana.replica);
    QCOMPARE(door.askInBrief(jana.replica), 404);
    const protocol::AnswerControl taken = controlOf(door.post(jana.replica, jana.certificate));
    QVERIFY(!taken.replica);
    QCOMPARE(taken.setBack->generation, generation);
    QCOMPARE(door.ownerOf(jana.replica), u"jana"_s);
    QCOMPARE(door.askInBrief(jana.replica), 200);
}

void TestReplicaClaims::everyNumberComesWithItsCertificate()
{
    Door door;
    const Session jana = door.signIn("jana");
    QCOMPARE(door.refresh(jana).certificate, jana.certificate);
    const Session second = door.signIn("jana");
    QVERIFY(second.certificate != jana.certificate);
    door.forget(jana.replica);
    QVERIFY(door.signIn("jana", jana.replica, second.certificate).replica != jana.replica);
}

void TestReplicaClaims::aKnownNumberNeedsNoProof()
{
    Door door;
    const Session jana = door.signIn("jana");
    const Session karl = door.signIn("karl");
    QCOMPARE(door.signIn("jana", jana.replica).replica, jana.replica);
    QVERIFY(door.signIn("karl", jana.replica, jana.certificate).replica > karl.replica);
    QCOMPARE(door.post(jana.replica, jana.certificate).status, 403);
    // Of a server that never was restored, what it does not know it has not given out.
    QCOMPARE(door.post(4'711, {}).status, 403);
}

QTEST_GUILESS_MAIN(TestReplicaClaims)
#include "tst_replicaclaims.moc"
