#include "sync/server/jobs/company.h"
#include "sync/server/service/verifier.h"
#include "sync/server/store/backup.h"
#include "sync/server/store/storemove.h"
#include "tests/sync/server/support/cluster.h"
#include "tests/sync/server/support/company.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::tests;

class TestStoreMove : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aCompanyMovesToPostgresqlAndBack();
    void aTargetWithACompanyIsLeftAlone();
    void whatWasMovedFromIsNotOpenedUntilItIsTakenBack();
    void whoHasACompanyAloneLetsItGoWhateverHappens();
};

namespace {

struct Store
{
    explicit Store(const QString &location) : database(*server::Database::at(location))
    {
        auto opened = server::Connection::open(*database);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().toString()));
        connection = std::move(*opened);
    }

    std::unique_ptr<server::Database> database;
    std::unique_ptr<server::Connection> connection;
};

} // namespace

void TestStoreMove::aCompanyMovesToPostgresqlAndBack()
{
    Company company;
    // Rows of every origin: imported, pushed, merged, with a bonus; and values that engines treat differently.
    Handheld jana(company, "jana");
    std::ignore = jana.visitWithReferral(u"due"_s, true);
    std::ignore = jana.sync();
    company.update(
        "customer", Company::customer,
        {{"note", QString::fromUtf8("Käse; 'quoted' \\ \xe2\x82\xac\nnew line")}, {"phone", QString(u""_s)}});
    company.update("site", Company::site, {{"latitude", 53.551086}, {"longitude", -0.1}});
    const auto before = server::sumStore(company.connection());
    QVERIFY(before);
    const Store postgres(Cluster::instance().freshLocation());
    const auto moved = server::moveStore(company.connection(), *postgres.connection);
    QVERIFY2(moved, moved ? "" : qPrintable(moved.error().toString()));
    QCOMPARE(*moved, *before);
    const server::ContentStore content(company.directory() + u"/content"_s);
    // What the test's company lacks (a file) it lacks there, too; nothing else.
    const auto here = server::Verifier(company.connection(), content).run();
    const auto there = server::Verifier(*postgres.connection, content).run();
    QVERIFY(here && there);
    QCOMPARE(there->faults, here->faults);
    QCOMPARE(there->postings, here->postings);
    const QTemporaryDir directory;
    const Store back(directory.filePath(u"back.db"_s));
    QVERIFY(server::moveStore(*postgres.connection, *back.connection));
    QCOMPARE(*server::sumStore(*back.connection), *before);
}

void TestStoreMove::aTargetWithACompanyIsLeftAlone()
{
    Company company;
    Company other(Cluster::instance().freshLocation());
    const auto before = server::sumStore(other.connection());
    const auto moved = server::moveStore(company.connection(), other.connection());
    QVERIFY(!moved);
    QCOMPARE(moved.error().code, u"not-empty"_s);
    QCOMPARE(*server::sumStore(other.connection()), *before);
}

void TestStoreMove::whatWasMovedFromIsNotOpenedUntilItIsTakenBack()
{
    Company company;
    const Store postgres(Cluster::instance().freshLocation().replace(u"turnus@"_s, u"turnus:secret@"_s));
    QCOMPARE(*server::movedTo(company.connection()), QString());
    QVERIFY(server::moveStore(company.connection(), *postgres.connection));
    const QString target = *server::movedTo(company.connection());
    const auto found = *server::Database::at(target);
    QCOMPARE(found->name(), postgres.database->name());
    QCOMPARE(found->schema(), postgres.database->schema());
    QCOMPARE(*server::movedTo(*postgres.connection), QString());

    const auto place = *server::Database::at(company.connection().database().path());
    const auto refused = server::Connection::open(*place);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"moved"_s);
    QVERIFY(refused.error().detail.contains(target));
    QVERIFY(!refused.error().detail.contains(u"secret"_s));
    place->setMayHaveMoved(true);
    const auto looking = server::Connection::open(*place);
    QVERIFY(looking);
    QCOMPARE(*server::undoMove(**looking), target);
    QCOMPARE(server::undoMove(**looking).error().code, u"not-moved"_s);
    place->setMayHaveMoved(false);
    QVERIFY(server::Connection::open(*place));
}

void TestStoreMove::whoHasACompanyAloneLetsItGoWhateverHappens()
{
    const QString location = Cluster::instance().freshLocation();
    const QTemporaryDir directory;
    const auto place = [&] { return std::move(*server::DataDirectory::open(directory.path(), location)); };
    {
        const Company made(location);
    }
    {
        const auto alone = jobs::openCompanyAlone(place());
        QVERIFY2(alone, alone ? "" : qPrintable(alone.error().toString()));
        const auto other = *server::Database::at(location);
        const auto refused = server::holdPostgres(*other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"in-use"_s);
        QVERIFY((*alone->connection).write([&]() -> Status {
            server::run(*alone->connection, u"INSERT INTO moved (target) VALUES ('elsewhere')"_s);
            return {};
        }));
    }
    // One that cannot be opened is let go as well.
    QCOMPARE(jobs::openCompanyAlone(place()).error().code, u"moved"_s);
    auto again = place();
    again->database().setMayHaveMoved(true);
    const auto alone = jobs::openCompanyAlone(std::move(again));
    QVERIFY2(alone, alone ? "" : qPrintable(alone.error().toString()));
    QCOMPARE(*server::undoMove(*alone->connection), u"elsewhere"_s);
}

QTEST_GUILESS_MAIN(TestStoreMove)
#include "tst_storemove.moc"
