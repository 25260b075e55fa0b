#include "tests/sync/processes/processworld.h"
#include "tests/sync/server/support/cluster.h"
#include "tests/sync/server/support/httpclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus::tests;

/// PostgreSQL is started anew, by an update for example, while servers serve.
class TestLostDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodyNoticesARestart();
    void whileItIsGoneRequestsAreToldToComeBack();
};

void TestLostDatabase::nobodyNoticesARestart()
{
    ProcessWorld world(Cluster::instance().freshLocation());
    world.makeCompany();
    world.serve();
    HttpClient client(world.port());
    QCOMPARE(client.signIn("jana", "demo-turnus").status, 200);
    Cluster::instance().stop();
    Cluster::instance().start();
    // As many as the server has connections, reading and writing.
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(client.request("GET", "/readyz").status, 200);
        QCOMPARE(client.signIn("jana", "demo-turnus").status, 200);
    }
}

void TestLostDatabase::whileItIsGoneRequestsAreToldToComeBack()
{
    ProcessWorld world(Cluster::instance().freshLocation());
    world.makeCompany();
    world.serve();
    HttpClient client(world.port());
    QCOMPARE(client.request("GET", "/readyz").status, 200);
    Cluster::instance().stop();
    for (int i = 0; i < 8; ++i) {
        const HttpAnswer answer = client.request("GET", "/readyz");
        QCOMPARE(answer.status, 503);
        QCOMPARE(answer.headers.value("retry-after"), QByteArray("5"));
        QCOMPARE(answer.body, QByteArray(R"({"domain":"storage","code":"busy","detail":"try again later"})"));
    }
    Cluster::instance().start();
    QCOMPARE(client.request("GET", "/readyz").status, 200);
}

QTEST_GUILESS_MAIN(TestLostDatabase)
#include "tst_lostdatabase.moc"
