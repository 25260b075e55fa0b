#include "sync/server/store/connection.h"
#include "tests/sync/server/support/cluster.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::server;
using namespace turnus::tests;

/// What stands in postgres://…, and where it leads.
class TestPostgresLocation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commitsAreToldWhereverTheCompanyLies_data();
    void commitsAreToldWhereverTheCompanyLies();
    void aSchemaOnceFoundStaysTheCompanys();
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

QTEST_GUILESS_MAIN(TestPostgresLocation)
#include "tst_postgreslocation.moc"
