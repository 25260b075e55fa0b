#include "tests/sync/server/http/running.h"
#include "tests/sync/server/support/httpclient.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;
using protocol::BatchKind;

namespace {

const QMap<QByteArray, QByteArray> jsonHeaders{{"Content-Type", "application/json"}};

/// Somebody of the office with a program of his own.
std::unique_ptr<HttpClient> signedIn(Running &running, const char *login)
{
    auto client = std::make_unique<HttpClient>(running.http->port());
    if (client->signIn(login, Company::password).status != 200)
        qFatal("%s cannot sign in", login);
    return client;
}

QString codeOf(const HttpAnswer &answer)
{
    const auto error = protocol::decodeError(answer.body.toStdString());
    return error ? error->code : QString();
}

} // namespace

/// Sales and dispatch at work over HTTP.
class TestOffice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dispatcherSendsAndMovesAnEmergency();
    void salesMovesAReferralUntilItIsWon();
    void calendarIsReadBySecretOnly();
};

void TestOffice::dispatcherSendsAndMovesAnEmergency()
{
    Running running;
    Handheld jana(running.company, "jana");
    Handheld karl(running.company, "karl");
    jana.sync();
    karl.sync();
    const auto dispatcher = signedIn(running, "dispatch");
    const QByteArray path = "/v1/erp/appointments/N-1";
    const QByteArray emergency = R"({"customer":"id:200","site":"id:201","asset":"id:202","technician":"id:100",)"
                                 R"("kind":"emergency","starts":"2026-10-05T10:00:00+02:00",)"
                                 R"("ends":"2026-10-05T11:00:00+02:00","status":"planned","reason":"no pressure"})";
    const HttpAnswer made = dispatcher->request("PUT", path, emergency, jsonHeaders);
    QVERIFY2(made.status == 201, made.body.constData());
    const auto id = QJsonDocument::fromJson(made.body).object().value(u"id"_s).toInteger();
    QCOMPARE(jana.sync().ids("appointment", BatchKind::Rows), std::vector<qint64>{id});
    QVERIFY(karl.sync().batches.empty());
    QCOMPARE(running.company.integer(u"SELECT starts FROM appointment WHERE id = %1"_s.arg(id)), 1'791'187'200'000);

    const HttpAnswer moved = dispatcher->request("PUT", path, R"({"starts":"2026-10-05T09:00:00Z"})", jsonHeaders);
    QCOMPARE(moved.status, 200);
    QVERIFY(moved.body.contains(R"("outcome":"changed")"));
    QCOMPARE(jana.sync().ids("appointment", BatchKind::Fields), std::vector<qint64>{id});
    // Both changes say who made them.
    QCOMPARE(running.company.integer(u"SELECT count(*) FROM change WHERE row_id = %1 AND staff_id = 105"_s.arg(id)), 2);
    const HttpAnswer foreign = dispatcher->request("PUT", path, R"({"site":"id:211"})", jsonHeaders);
    QCOMPARE(foreign.status, 422);
    QVERIFY(foreign.body.contains("belongs to another customer"));
    QCOMPARE(dispatcher->request("PUT", path, "[]", jsonHeaders).status, 400);
}

void TestOffice::salesMovesAReferralUntilItIsWon()
{
    Running running;
    Handheld jana(running.company, "jana");
    jana.sync();
    const auto visit = jana.visitWithReferral(u"due"_s, true);
    jana.sync();
    const auto sales = signedIn(running, "sales");
    const QByteArray path = "/v1/referrals/" + QByteArray::number(visit.referral) + "/stage";
    const auto move = [&](const QByteArray &body) { return sales->request("POST", path, body, jsonHeaders); };
    QCOMPARE(codeOf(move(R"({"stage":"won"})")), u"stage"_s);
    QCOMPARE(codeOf(move(R"({"stage":"sold"})")), u"value-unknown"_s);
    QCOMPARE(move(R"({"stage":"accepted","reason":"called them"})").status, 200);
    QCOMPARE(move(R"({"stage":"won","amountCents":300000})").status, 200);
    QVERIFY(jana.sync().ids("referral_event", BatchKind::Rows).size() >= 2);
    QCOMPARE(running.company.integer(u"SELECT amount_cents FROM bonus_entry WHERE rule_id = 331"_s), 6'000);
    QCOMPARE(sales->request("POST", "/v1/referrals/4711/stage", R"({"stage":"won"})", jsonHeaders).status, 404);
    QCOMPARE(sales->request("POST", "/v1/referrals/x/stage", R"({"stage":"won"})", jsonHeaders).status, 404);
}

void TestOffice::calendarIsReadBySecretOnly()
{
    Running running;
    const auto jana = signedIn(running, "jana");
    const HttpAnswer made = jana->request("POST", "/v1/calendar", R"({"customerNames":true})", jsonHeaders);
    QCOMPARE(made.status, 201);
    const QByteArray path = QJsonDocument::fromJson(made.body).object().value(u"path"_s).toString().toLatin1();
    HttpClient anybody(running.http->port());
    const HttpAnswer calendar = anybody.request("GET", path);
    QCOMPARE(calendar.status, 200);
    QVERIFY(calendar.headers.value("content-type").startsWith("text/calendar"));
    QVERIFY(calendar.body.contains("SUMMARY:Wartung: Hotel Musterhof"));
    const QByteArray etag = calendar.headers.value("etag");
    QCOMPARE(anybody.request("GET", path, {}, {{"If-None-Match", etag}}).status, 304);
    QVERIFY(anybody.request("GET", path + "?lang=en").body.contains("Maintenance"));
    running.company.update("appointment", Company::appointment, {{"status", u"cancelled"_s}});
    const HttpAnswer after = anybody.request("GET", path, {}, {{"If-None-Match", etag}});
    QCOMPARE(after.status, 200);
    QVERIFY(after.body.contains("STATUS:CANCELLED"));
    QCOMPARE(jana->request("DELETE", "/v1/calendar").status, 204);
    QCOMPARE(anybody.request("GET", path).status, 404);
    running.stop();
    QVERIFY(!running.log().contains(path.mid(13, 20)));
}

QTEST_GUILESS_MAIN(TestOffice)
#include "tst_office.moc"
