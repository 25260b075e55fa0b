#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/installedbase.h"
#include "core/installedbase/removals.h"
#include "core/installedbase/timeline.h"
#include "tests/support/salescompany.h"

#include <QTest>

using namespace turnus;
using namespace turnus::installedbase;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestRemovals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFailureIsAFactAndTheStatusFollows();
    void theNewestCountsAndTakesBack();
    void survivesAKill();
    void offersTheCustomersOtherUnits();
    void whatCannotBeIsRefused_data();
    void whatCannotBeIsRefused();

private:
    static void refresh(TestDatabase &database)
    {
        AssetForecasts forecasts(database.connection());
        while (*forecasts.refreshSlice(database.clock.today()) > 0) {
        }
    }
};

void TestRemovals::aFailureIsAFactAndTheStatusFollows()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    Removals removals(database.connection());
    QVERIFY(!*removals.newest(SalesCompany::machine));
    database.clock.advance(std::chrono::hours{3});
    QVERIFY(removals.record(SalesCompany::machine,
                            {.reason = RemovalReason::Failed,
                             .day = company.today(),
                             .lastGood = company.today() - days{20},
                             .successor = {},
                             .note = {}},
                            SalesCompany::visit));
    const auto recorded = removals.newest(SalesCompany::machine);
    QVERIFY(recorded && *recorded);
    QCOMPARE((*recorded)->removal.reason, RemovalReason::Failed);
    QCOMPARE((*recorded)->removal.lastGood, std::optional(company.today() - days{20}));
    QCOMPARE((*recorded)->visit, SalesCompany::visit);
    QVERIFY(!(*recorded)->who.isEmpty());
    QVERIFY(InstalledBase(database.connection()).asset(SalesCompany::machine)->removed);
    // No forecast, and none comes back.
    refresh(database);
    QVERIFY(!AssetForecasts(database.connection()).stored(SalesCompany::machine));
    const auto events = AssetTimeline(database.connection()).events(SalesCompany::machine);
    QCOMPARE(events->front().kind, EventKind::Removal);
    QCOMPARE(events->front().text, u"failed"_s);
    // Both wait for the server: the fact, and the field of the shared record.
    QCOMPARE(database.integer("SELECT count(*) FROM outbox WHERE tbl = 'asset_removal' AND kind = 1"), 1);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox o JOIN outbox_field f ON f.seq = o.seq "
                              "WHERE o.tbl = 'asset' AND f.name = 'status' AND f.new = 'removed'"),
             1);
}

void TestRemovals::theNewestCountsAndTakesBack()
{
    TestDatabase database;
    SalesCompany company(database);
    Removals removals(database.connection());
    const AssetId unit = SalesCompany::machine;
    const auto say = [&](RemovalReason reason, const QString &note) {
        return removals.record(
            unit, {.reason = reason, .day = company.today(), .lastGood = {}, .successor = {}, .note = note});
    };
    QVERIFY(say(RemovalReason::Left, {}));
    database.clock.advance(std::chrono::minutes{5});
    QVERIFY(say(RemovalReason::Competitor, u" Muster 9000 "_s));
    QCOMPARE((*removals.newest(unit))->removal.reason, RemovalReason::Competitor);
    QCOMPARE((*removals.newest(unit))->removal.note, u"Muster 9000"_s);
    database.clock.advance(std::chrono::minutes{5});
    QVERIFY(say(RemovalReason::Kept, {}));
    QVERIFY(!*removals.newest(unit));
    QVERIFY(!InstalledBase(database.connection()).asset(unit)->removed);
    refresh(database);
    QVERIFY(AssetForecasts(database.connection()).stored(unit));
    QCOMPARE(database.integer("SELECT count(*) FROM asset_removal"), 3);
    QCOMPARE(say(RemovalReason::Kept, {}).error().code, u"removal-kept"_s);
}

void TestRemovals::survivesAKill()
{
    TestDatabase database;
    SalesCompany company(database);
    QVERIFY(Removals(database.connection())
                .record(SalesCompany::machine, {.reason = RemovalReason::Condition,
                                                .day = company.today(),
                                                .lastGood = {},
                                                .successor = SalesCompany::youngMachine,
                                                .note = {}}));
    database.reopen();
    const auto recorded = Removals(database.connection()).newest(SalesCompany::machine);
    QCOMPARE((*recorded)->removal.successor, SalesCompany::youngMachine);
    QVERIFY(!(*recorded)->successorProduct.isEmpty());
}

void TestRemovals::offersTheCustomersOtherUnits()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto choices = Removals(database.connection()).successors(SalesCompany::machine);
    QVERIFY(choices && !choices->empty());
    QCOMPARE(choices->front().id, SalesCompany::youngMachine);
    for (const SuccessorChoice &choice : *choices)
        QVERIFY(choice.id != SalesCompany::machine);
    const auto seen = Removals(database.connection()).lastSeen(SalesCompany::machine, company.today());
    QVERIFY(*seen && **seen < company.today());
}

void TestRemovals::whatCannotBeIsRefused_data()
{
    QTest::addColumn<int>("daysAgo");
    QTest::addColumn<int>("lastGoodDaysAgo");
    QTest::addColumn<qint64>("successor");
    QTest::addColumn<QString>("code");
    QTest::newRow("tomorrow") << -1 << -1 << qint64(0) << u"removal-future"_s;
    QTest::newRow("before it was there") << 20'000 << -1 << qint64(0) << u"removal-before-installation"_s;
    QTest::newRow("good after the failure") << 10 << 5 << qint64(0) << u"removal-last-good"_s;
    QTest::newRow("its own successor") << 0 << -1 << SalesCompany::machine.value << u"removal-successor"_s;
    QTest::newRow("another customer's") << 0 << -1 << SalesCompany::canteenGrinder.value << u"removal-successor"_s;
}

void TestRemovals::whatCannotBeIsRefused()
{
    QFETCH(int, daysAgo);
    QFETCH(int, lastGoodDaysAgo);
    QFETCH(qint64, successor);
    QFETCH(QString, code);
    TestDatabase database;
    SalesCompany company(database);
    Removal removal{.reason = RemovalReason::Failed,
                    .day = company.today() - days{daysAgo},
                    .lastGood = {},
                    .successor = AssetId{successor},
                    .note = {}};
    if (lastGoodDaysAgo >= 0)
        removal.lastGood = company.today() - days{lastGoodDaysAgo};
    const Status refused = Removals(database.connection()).record(SalesCompany::machine, removal);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, code);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_removal"), 0);
}

QTEST_GUILESS_MAIN(TestRemovals)
#include "tst_removals.moc"
