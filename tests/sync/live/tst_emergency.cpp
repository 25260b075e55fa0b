// An emergency reaches a connected handheld because it is told, not because it asks now and then.
#include "tests/sync/live/realcompany.h"
#include "tests/sync/live/roundrobin.h"
#include "tests/sync/server/support/cluster.h"
#include "tests/sync/server/support/httpclient.h"

#include <QTest>
#include <algorithm>

using namespace turnus::tests;
using namespace Qt::StringLiterals;

namespace {

bool isSyncRequest(const RoundRobin::Passed &passed)
{
    return passed.up && (passed.bytes.startsWith("GET /v2/") || passed.bytes.startsWith("POST /v1/sync"));
}

bool isNews(const RoundRobin::Passed &passed)
{
    return !passed.up && passed.bytes.contains("event: news");
}

} // namespace

class TestEmergency : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theHandheldAsksBecauseItWasTold_data();
    void theHandheldAsksBecauseItWasTold();
};

void TestEmergency::theHandheldAsksBecauseItWasTold_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("sqlite") << false;
    QTest::newRow("postgres") << true;
}

void TestEmergency::theHandheldAsksBecauseItWasTold()
{
    QFETCH(const bool, postgres);
    RealCompany company(postgres ? Cluster::instance().freshLocation() : QString());
    const quint16 port = company.serve();
    const RoundRobin proxy({port});
    company.device({u"login"_s, proxy.url(), u"jana"_s}, RealCompany::password);
    company.device({u"sync"_s});
    QProcess handheld;
    company.follow(handheld);
    QByteArray told;
    // Its first run is over, its stream is open; by itself it would ask again in a quarter of an hour.
    QTRY_VERIFY_WITH_TIMEOUT((told += handheld.readAllStandardOutput()).contains("\"live\"") &&
                                 told.contains("\"synced\""),
                             RealCompany::patienceMs);
    HttpClient dispatcher(port);
    dispatcher.token = company.erpToken();
    const std::size_t before = proxy.passed().size();
    for (int i = 1; i <= 3; ++i) {
        const HttpAnswer made = dispatcher.request("PUT", "/v1/erp/appointments/E-" + QByteArray::number(i),
                                                   RealCompany::emergency(), {{"Content-Type", "application/json"}});
        QVERIFY2(made.status == 201, made.body.constData());
        QTRY_COMPARE_WITH_TIMEOUT(company.number("SELECT count(*) FROM appointment WHERE kind = 'emergency'"), i,
                                  RealCompany::patienceMs);
    }
    // Each time it was told first, and asked then; never did it ask without having been told.
    const auto passed = proxy.passed();
    int news = 0;
    int asked = 0;
    for (auto one = passed.begin() + static_cast<std::ptrdiff_t>(before); one != passed.end(); ++one) {
        news += isNews(*one);
        asked += isSyncRequest(*one);
        QVERIFY2(asked <= news, one->bytes.constData());
    }
    QCOMPARE(news, 3);
    QCOMPARE(asked, 3);
    handheld.kill();
    QVERIFY(handheld.waitForFinished(RealCompany::patienceMs));
}

QTEST_GUILESS_MAIN(TestEmergency)
#include "tst_emergency.moc"
