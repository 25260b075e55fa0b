#include "sync/server/store/backup.h"
#include "sync/server/store/connection.h"
#include "tests/sync/server/support/cluster.h"

#include <QDir>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <thread>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::server;
using namespace turnus::tests;

namespace {

constexpr int patienceMs = 60'000;

/// Tells clients, one after the other, that it is willing to speak TLS, as PostgreSQL does, and waits for them to go
/// on.
void beWilling(std::promise<quint16> &port, int clients)
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    port.set_value(server.serverPort());
    for (int client = 0; client < clients && server.waitForNewConnection(patienceMs); ++client) {
        QTcpSocket *socket = server.nextPendingConnection();
        socket->waitForReadyRead(patienceMs);
        socket->write("S");
        socket->waitForDisconnected(patienceMs);
    }
}

} // namespace

/// What stands in postgres://…, and where it leads.
class TestPostgresLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsAreToldWhereverTheCompanyLies_data();
    void commitsAreToldWhereverTheCompanyLies();
    void aSchemaOnceFoundStaysTheCompanys();
    void nobodyIsTrustedWithoutTheCertificateAskedFor();
    void howTheConnectionIsSecuredIsKept();
    void whatIsNotKnownIsRefused_data();
    void whatIsNotKnownIsRefused();
};

void TestPostgresLocation::commitsAreToldWhereverTheCompanyLies_data()
{
    QTest::addColumn<QString>("location");
    QTest::newRow("named") << Cluster::instance().freshLocation();
    QTest::newRow("public") << Cluster::instance().publicLocation();
    QTest::newRow("the user's own") << Cluster::instance().ownSchemaLocation();
}

void TestPostgresLocation::commitsAreToldWhereverTheCompanyLies()
{
    QFETCH(const QString, location);
    const auto database = *Database::at(location);
    const auto listening = *Connection::open(*database);
    bool heard = false;
    const auto link = listening->listen([&heard] { heard = true; });
    const auto other = *Database::at(location);
    const auto writing = *Connection::open(*other);
    QVERIFY(writing->write([&]() -> Status {
        writing->announce();
        return {};
    }));
    QTRY_VERIFY(heard);
    QObject::disconnect(link);
}

void TestPostgresLocation::aSchemaOnceFoundStaysTheCompanys()
{
    const QString location = Cluster::instance().ownSchemaLocation();
    const auto database = *Database::at(location);
    QCOMPARE(database->schema(), QString());
    const auto connection = *Connection::open(*database);
    const QString schema = database->schema();
    QVERIFY(location.startsWith(u"postgres://%1@"_s.arg(schema)));
    QVERIFY(database->location().endsWith(u"schema="_s + schema));
    // The server's default is another now.
    QVERIFY(connection->write([&]() -> Status {
        connection->execute(u"ALTER ROLE %1 SET search_path TO public"_s.arg(schema));
        return {};
    }));
    const auto later = *Connection::openAsItIs(*database);
    QVERIFY(later->read([&]() -> Status {
        return textOf(one(*later, u"SELECT current_schema()"_s)) == schema ? Status()
                                                                           : fail(Domain::Storage, u"elsewhere");
    }));
}

void TestPostgresLocation::nobodyIsTrustedWithoutTheCertificateAskedFor()
{
    std::promise<quint16> port;
    std::thread server([&port] { beWilling(port, 2); });
    const QString location =
        u"postgres://turnus@127.0.0.1:%1/turnus?sslmode=verify-full&sslrootcert=/nowhere/root's.pem"_s.arg(
            port.get_future().get());
    const auto database = *Database::at(location);
    const auto opened = Connection::open(*database);
    const QTemporaryDir directory;
    const Status dumped = dumpPostgres(*database, directory.filePath(u"dump"_s));
    server.join();
    const QString why = u"root certificate file \"/nowhere/root's.pem\" does not exist"_s;
    QVERIFY(!opened && !dumped);
    QVERIFY2(opened.error().detail.contains(why), qPrintable(opened.error().detail));
    QVERIFY2(dumped.error().detail.contains(why), qPrintable(dumped.error().detail));
}

void TestPostgresLocation::howTheConnectionIsSecuredIsKept()
{
    const QString secured = u"sslcert=%1own.pem&sslkey=/keys/own.pem&sslmode=verify-full&sslrootcert=/ca/root.pem"_s;
    const auto database = *Database::at(u"postgres://turnus@db/turnus?"_s + secured.arg(QString()));
    QCOMPARE(database->location(), u"postgres://turnus@db/turnus?"_s + secured.arg(QDir::currentPath() + u'/'));
    QCOMPARE((*Database::at(database->location()))->location(), database->location());
}

void TestPostgresLocation::whatIsNotKnownIsRefused_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("item");
    QTest::newRow("misspelt") << u"schema=s&sslMode=require"_s << u"\"sslMode\""_s;
    QTest::newRow("another of libpq's") << u"channel_binding=require"_s << u"\"channel_binding\""_s;
}

void TestPostgresLocation::whatIsNotKnownIsRefused()
{
    QFETCH(const QString, query);
    QFETCH(const QString, item);
    const auto refused = Database::at(u"postgres://turnus@db/turnus?"_s + query);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"database-url"_s);
    QVERIFY2(refused.error().detail.startsWith(item), qPrintable(refused.error().detail));
}

QTEST_GUILESS_MAIN(TestPostgresLocation)
#include "tst_postgreslocation.moc"
