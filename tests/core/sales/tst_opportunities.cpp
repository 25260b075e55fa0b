#include "core/care/complaints.h"
#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/removals.h"
#include "core/sales/opportunities.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <algorithm>

using namespace turnus;
using namespace turnus::sales;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOpportunities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTableIsReadByIndex();
    void filtersAreTheStores();
    void aUnitThatIsGoneIsNoChance();
    void anOpenComplaintLeavesTheCustomersUnitsOut();
    void whatIsWithSalesStaysAndSaysThatAComplaintIsOpen();

private:
    static void refresh(TestDatabase &database)
    {
        installedbase::AssetForecasts forecasts(database.connection());
        while (*forecasts.refreshSlice(database.clock.today()) > 0) {
        }
    }
    static bool has(const std::vector<Opportunity> &list, AssetId asset)
    {
        return std::ranges::find(list, asset, &Opportunity::asset) != list.end();
    }
};

void TestOpportunities::everyTableIsReadByIndex()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addCustomers(200);
    refresh(database);
    QStringList plan;
    QVERIFY(database.connection().read([&] {
        storage::Statement row = database.connection().query("EXPLAIN QUERY PLAN " + Opportunities::listSql());
        while (row.step())
            plan.append(row.text(3));
    }));
    QVERIFY(plan.size() > 5);
    for (const QString &step : std::as_const(plan)) {
        // Whole scans only of what was found by index before.
        const bool scans = step.startsWith(u"SCAN "_s) && !step.contains(u"USING"_s);
        const QString what = step.section(u' ', 1, 1);
        QVERIFY2(!scans || what == u"near" || what == u"candidate" || what == u"lead" || what == u"stop",
                 qPrintable(plan.join(u'\n')));
    }
    const QString all = plan.join(u'\n');
    for (const QString &index : {u"asset_forecast_status"_s, u"asset_forecast_talk"_s, u"referral_open"_s,
                                 u"appointment_starts"_s, u"complaint_open"_s})
        QVERIFY2(all.contains(index), qPrintable(all));
}

void TestOpportunities::filtersAreTheStores()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    company.addFinding();
    const Opportunities store(database.connection());
    const auto list = [&](const OpportunityFilter &filter) {
        return store.list(TestDatabase::technician, company.today(), filter).value_or(std::vector<Opportunity>());
    };
    const auto all = list({});
    QCOMPARE(int(all.size()), *store.count(company.today()));
    const auto proven = list({.dueUntil = {}, .evidenceOnly = true, .near = {}});
    QVERIFY(!proven.empty() && proven.size() < all.size());
    for (const Opportunity &found : proven)
        QVERIFY(found.hasEvidence || found.lead);
    const Day limit = all[all.size() / 2].p50;
    const auto soon = list({.dueUntil = limit, .evidenceOnly = false, .near = {}});
    QVERIFY(!soon.empty());
    QCOMPARE(std::ranges::count_if(all, [&](const Opportunity &o) { return o.p50 <= limit; }), qint64(soon.size()));
    const auto placed = std::ranges::find_if(all, [](const Opportunity &o) { return o.latitude && o.longitude; });
    QVERIFY(placed != all.end());
    const auto near = list({.dueUntil = {},
                            .evidenceOnly = false,
                            .near = OpportunityFilter::Circle{*placed->latitude, *placed->longitude, 0.05}});
    QVERIFY(has(near, placed->asset));
    for (const Opportunity &found : near)
        QVERIFY(std::abs(*found.latitude - *placed->latitude) < 0.001);
    QVERIFY(list({.dueUntil = {}, .evidenceOnly = false, .near = OpportunityFilter::Circle{-33, 151, 10}}).empty());
}

void TestOpportunities::aUnitThatIsGoneIsNoChance()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    const Opportunities store(database.connection());
    QVERIFY(has(*store.list(TestDatabase::technician, company.today()), SalesCompany::machine));
    QVERIFY(installedbase::Removals(database.connection())
                .record(SalesCompany::machine, {.reason = installedbase::RemovalReason::Competitor,
                                                .day = company.today(),
                                                .lastGood = {},
                                                .successor = {},
                                                .note = u"Muster 9000"_s}));
    refresh(database);
    QVERIFY(!has(*store.list(TestDatabase::technician, company.today()), SalesCompany::machine));
}

void TestOpportunities::anOpenComplaintLeavesTheCustomersUnitsOut()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("DELETE FROM referral");
    refresh(database);
    const Opportunities store(database.connection());
    const auto list = [&] { return *store.list(TestDatabase::technician, company.today()); };
    const auto before = list();
    QVERIFY(has(before, SalesCompany::machine));
    const auto his = std::ranges::count(before, TestDatabase::customer, &Opportunity::customer);
    care::Complaints complaints(database.connection());
    const auto first = complaints.open({.customer = TestDatabase::customer, .what = u"Milch zu kalt"_s});
    const auto second = complaints.open({.customer = TestDatabase::customer, .what = u"Rechnung falsch"_s});
    QVERIFY(first && second);
    const auto meanwhile = list();
    QCOMPARE(std::ranges::count(meanwhile, TestDatabase::customer, &Opportunity::customer), 0);
    QCOMPARE(qint64(meanwhile.size()), qint64(before.size()) - his);
    QCOMPARE(*store.count(company.today()), int(meanwhile.size()));
    QVERIFY(complaints.settle(*first, u"Kühler getauscht"_s));
    QCOMPARE(list().size(), meanwhile.size()); // the other one is still open
    QVERIFY(complaints.settle(*second, u"Gutgeschrieben"_s));
    QVERIFY(has(list(), SalesCompany::machine));
    QCOMPARE(*store.count(company.today()), int(before.size()));
}

void TestOpportunities::whatIsWithSalesStaysAndSaysThatAComplaintIsOpen()
{
    TestDatabase database;
    SalesCompany company(database);
    refresh(database);
    const Opportunities store(database.connection());
    const auto atSales = [&] {
        const auto list = *store.list(TestDatabase::technician, company.today());
        const auto found = std::ranges::find_if(list, [](const Opportunity &o) { return o.lead.has_value(); });
        return found == list.end() ? std::optional<Opportunity>() : std::optional(*found);
    };
    const auto before = atSales();
    QVERIFY(before && !before->complaintOpen);
    QVERIFY(care::Complaints(database.connection()).open({.customer = before->customer, .what = u"Zu laut"_s}));
    const auto meanwhile = atSales();
    QVERIFY(meanwhile);
    QCOMPARE(meanwhile->asset, before->asset);
    QVERIFY(meanwhile->complaintOpen);
}

QTEST_GUILESS_MAIN(TestOpportunities)
#include "tst_opportunities.moc"
