#include "core/installedbase/installedbase.h"
#include "core/installedbase/search.h"
#include "core/installedbase/timeline.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::installedbase;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestInstalledBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsCustomersByNameWithTheirDueAssets();
    void readsAnAssetWithContractProductAndSite();
    void saysWhenAnAssetIsNotHere();
    void leavesRemovedAssetsOutOfLists();
    void tellsAnAssetsHistoryNewestFirstWithCosts();
    void countsRepairsWhoseCostIsUnknown();
    void findsByPrefixOfAnyWord_data();
    void findsByPrefixOfAnyWord();
    void putsTheCustomerBeforeItsAssets();
    void takesOperatorsAsPlainText_data();
    void takesOperatorsAsPlainText();
    void findsARenamedCustomerByItsNewNameOnly();
};

void TestInstalledBase::listsCustomersByNameWithTheirDueAssets()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO asset_forecast VALUES (500, 20000, 0, 2, 20800, 20900, 21000, 20000, 20870, 0.4)");
    const InstalledBase base(database.connection());
    const auto ids = base.customerIds();
    QVERIFY(ids);
    QCOMPARE(ids->size(), 6U);
    const auto rows = base.customerRows(*ids);
    QVERIFY(rows);
    QVERIFY(std::ranges::is_sorted(*rows, {}, [](const CustomerRow &row) { return row.name.toLower(); }));
    const auto hotel = std::ranges::find(*rows, TestDatabase::customer, &CustomerRow::id);
    QCOMPARE(hotel->assets, 3);
    QCOMPARE(hotel->dueAssets, 1);
    QCOMPARE(hotel->city, u"Hamburg"_s);
    QCOMPARE(hotel->segment, u"Gastronomie"_s);
}

void TestInstalledBase::readsAnAssetWithContractProductAndSite()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto asset = InstalledBase(database.connection()).asset(SalesCompany::machine);
    QVERIFY(asset);
    QCOMPARE(asset->customerName, u"Hotel Musterhof"_s);
    QCOMPARE(asset->site.name, u"Küche"_s);
    QCOMPARE(asset->product.name, u"BK 420"_s);
    QCOMPARE(asset->product.successor, SalesCompany::bk620);
    QCOMPARE(asset->product.capacityPerDay, std::optional(120));
    QVERIFY(asset->contract);
    QCOMPARE(asset->contract->name, u"Vertrag Plus"_s);
    QCOMPARE(asset->contract->responseHours, std::optional(8));
    QCOMPARE(asset->contract->monthly, std::optional(Money{3900}));
    QCOMPARE(asset->serial, u"BK4-20718"_s);
    QVERIFY(!asset->statutoryLimit);
    const auto grinder = InstalledBase(database.connection()).asset(TestDatabase::grinder);
    QVERIFY(grinder);
    QVERIFY(!grinder->contract);
    QVERIFY(!grinder->product.capacityPerDay);
}

void TestInstalledBase::saysWhenAnAssetIsNotHere()
{
    TestDatabase database;
    const auto asset = InstalledBase(database.connection()).asset(AssetId{99});
    QVERIFY(!asset);
    QCOMPARE(asset.error().code, u"not-found"_s);
}

void TestInstalledBase::leavesRemovedAssetsOutOfLists()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("UPDATE asset SET status = 'removed' WHERE id = 501");
    const auto assets = InstalledBase(database.connection()).assets(TestDatabase::customer);
    QVERIFY(assets);
    QCOMPARE(assets->size(), 2U);
    QVERIFY(std::ranges::find(*assets, SalesCompany::youngMachine, &AssetRow::id) == assets->end());
}

void TestInstalledBase::tellsAnAssetsHistoryNewestFirstWithCosts()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addFinding();
    const auto events = AssetTimeline(database.connection()).events(SalesCompany::machine);
    QVERIFY(events);
    QVERIFY(std::ranges::is_sorted(*events, std::greater{}, &HistoryEvent::at));
    QCOMPARE(events->front().kind, EventKind::Visit);
    const auto repair = std::ranges::find(*events, EventKind::Repair, &HistoryEvent::kind);
    QCOMPARE(repair->text, u"Mahlwerk ersetzt"_s);
    QCOMPARE(repair->cost, std::optional(Money{86'000}));
    QVERIFY(std::ranges::find(*events, EventKind::Finding, &HistoryEvent::kind) != events->end());
    QVERIFY(std::ranges::find(*events, EventKind::Grade, &HistoryEvent::kind)->grade == 5);
}

void TestInstalledBase::countsRepairsWhoseCostIsUnknown()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO repair (id, channel, asset_id, at, description) VALUES (1, 10, 500, 1, 'Dichtung')");
    const auto totals = AssetTimeline(database.connection()).totals(SalesCompany::machine);
    QVERIFY(totals);
    QCOMPARE(totals->visits, 2);
    QCOMPARE(totals->repairs, 4);
    QCOMPARE(totals->repairCost, Money{234'000});
    QCOMPARE(totals->repairsWithoutCost, 1);
}

void TestInstalledBase::findsByPrefixOfAnyWord_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("id");
    QTest::newRow("customer") << u"must"_s << TestDatabase::customer.value;
    QTest::newRow("two words, any order") << u"muster hot"_s << TestDatabase::customer.value;
    QTest::newRow("umlaut left out") << u"backerei"_s << qint64{601};
    QTest::newRow("umlaut typed") << u"Bäck"_s << qint64{601};
    QTest::newRow("street of a site") << u"musterstr"_s << TestDatabase::site.value;
    QTest::newRow("serial with dash") << u"BK4-207"_s << SalesCompany::machine.value;
    QTest::newRow("product") << u"milchk"_s << SalesCompany::milkCooler.value;
    QTest::newRow("telephone") << u"0123 555"_s << TestDatabase::customer.value;
}

void TestInstalledBase::findsByPrefixOfAnyWord()
{
    QFETCH(QString, text);
    QFETCH(qint64, id);
    TestDatabase database;
    SalesCompany company(database);
    const auto hits = Search(database.connection()).find(text);
    QVERIFY(hits);
    QVERIFY(std::ranges::find(*hits, id, &SearchHit::id) != hits->end());
}

void TestInstalledBase::putsTheCustomerBeforeItsAssets()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("UPDATE customer SET name = 'BK Kantine' WHERE id = 600");
    const auto hits = Search(database.connection()).find(u"bk"_s);
    QVERIFY(hits);
    QVERIFY(hits->size() > 3);
    QCOMPARE(hits->front().kind, HitKind::Customer);
    QCOMPARE(hits->front().customer, SalesCompany::canteen);
    const auto asset = std::ranges::find(*hits, HitKind::Asset, &SearchHit::kind);
    QVERIFY(asset->title.startsWith(u"BK "));
    QVERIFY(asset->detail.contains(u"Hotel Musterhof"));
}

void TestInstalledBase::takesOperatorsAsPlainText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quote") << u"\"muster"_s;
    QTest::newRow("star and brackets") << u"*) muster ("_s;
    QTest::newRow("NOT") << u"muster -"_s;
    QTest::newRow("column filter") << u"^muster:"_s;
}

void TestInstalledBase::takesOperatorsAsPlainText()
{
    QFETCH(QString, text);
    TestDatabase database;
    const auto hits = Search(database.connection()).find(text);
    QVERIFY(hits);
    QVERIFY(!hits->empty());
    const auto none = Search(database.connection()).find(u" *\"- "_s);
    QVERIFY(none);
    QVERIFY(none->empty());
}

void TestInstalledBase::findsARenamedCustomerByItsNewNameOnly()
{
    TestDatabase database;
    QVERIFY(database.connection().write([](storage::Writer &writer) -> Status {
        writer.update("customer", TestDatabase::customer, {{"name", u"Seehotel"_s}});
        return {};
    }));
    const Search search(database.connection());
    QCOMPARE(search.find(u"seeh"_s)->size(), 1U);
    QVERIFY(search.find(u"musterhof"_s)->empty());
}

QTEST_GUILESS_MAIN(TestInstalledBase)
#include "tst_installedbase.moc"
