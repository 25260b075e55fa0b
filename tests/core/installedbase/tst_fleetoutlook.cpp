#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/fleetoutlook.h"
#include "tests/support/salescompany.h"

#include <QTest>
#include <cmath>
#include <numeric>

using namespace turnus;
using namespace turnus::installedbase;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestFleetOutlook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsUnitsByMonthProductAndTerritory();
    void theBandHoldsEightOfTen();
    void unitsWithoutForecastAreSaidToBe();
    void failuresStandBesideWhatWasToBeExpected();
    void slicesSeeEveryUnitOnce();

private:
    static std::vector<OutlookGroup> countAll(TestDatabase &database);
    static double dueMonths(const OutlookGroup &group, int from, int until);
};

std::vector<OutlookGroup> TestFleetOutlook::countAll(TestDatabase &database)
{
    FleetOutlook outlook(database.connection());
    outlook.start(database.clock.today());
    Result<bool> more = true;
    while (more && *more)
        more = outlook.slice();
    return more ? outlook.groups() : std::vector<OutlookGroup>{};
}

double TestFleetOutlook::dueMonths(const OutlookGroup &group, int from, int until)
{
    return std::accumulate(group.due.begin() + from, group.due.begin() + until, 0.0,
                           [](double sum, const ExpectedCount &count) { return sum + count.mean; });
}

void TestFleetOutlook::countsUnitsByMonthProductAndTerritory()
{
    TestDatabase database;
    const qint64 today = toInteger(database.clock.today());
    // One unit that is due between 60 and 240 days from now with 8 of 10, in the middle after 150.
    const QString sql =
        u"INSERT OR REPLACE INTO asset_forecast VALUES (202, %1, 0, 1, %2, %3, %4, %1, %1, 0.5)"_s.arg(today)
            .arg(today + 60)
            .arg(today + 150)
            .arg(today + 240);
    database.execute(sql.toUtf8().constData());
    const auto groups = countAll(database);
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups[0].product, TestDatabase::grinderProduct);
    QCOMPARE(groups[0].channel, TestDatabase::territoryChannel);
    QCOMPARE(groups[0].units, 1);
    QCOMPARE(groups[0].unknown, 0);
    QVERIFY(std::abs(dueMonths(groups[0], 0, OutlookGroup::months) - 1) < 1e-9);
    const double firstTwo = dueMonths(groups[0], 0, 2);
    QVERIFY2(firstTwo > 0.03 && firstTwo < 0.15, qPrintable(QString::number(firstTwo)));
    const double half = dueMonths(groups[0], 0, 5);
    QVERIFY2(half > 0.35 && half < 0.65, qPrintable(QString::number(half)));
}

void TestFleetOutlook::theBandHoldsEightOfTen()
{
    ExpectedCount many;
    for (int i = 0; i < 400; ++i)
        many.add(0.25);
    QCOMPARE(many.mean, 100.0);
    QCOMPARE(many.low(), 89);
    QCOMPARE(many.high(), 111);
    ExpectedCount certain;
    certain.add(1);
    QCOMPARE(certain.low(), 1);
    QCOMPARE(certain.high(), 1);
    QCOMPARE(ExpectedCount{}.low(), 0);
    QCOMPARE(ExpectedCount{}.high(), 0);
    QVERIFY(std::abs(chanceOfAtLeast(3, 1.0) - 0.0803) < 1e-3);
    QCOMPARE(chanceOfAtLeast(0, 5.0), 1.0);
    QCOMPARE(chanceOfAtLeast(2, 0.0), 0.0);
}

void TestFleetOutlook::unitsWithoutForecastAreSaidToBe()
{
    TestDatabase database;
    const auto groups = countAll(database);
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups[0].unknown, 1);
    QCOMPARE(dueMonths(groups[0], 0, OutlookGroup::months), 0.0);
}

void TestFleetOutlook::failuresStandBesideWhatWasToBeExpected()
{
    TestDatabase database;
    const qint64 today = toInteger(database.clock.today());
    for (int i = 0; i < 20; ++i) {
        const int id = 7'000 + i;
        const qint64 installed = today - 900;
        database.execute(qPrintable(u"INSERT INTO asset (id, channel, customer_id, site_id, product_id, serial, "
                                    "installed, installed_year_only, observed_from, status) VALUES "
                                    "(%1, 10, 200, 201, 300, 'x%1', %2, 0, %2, '%3')"_s.arg(id)
                                        .arg(installed)
                                        .arg(i < 6 ? u"removed"_s : u"active"_s)));
        if (i < 6) {
            database.execute(qPrintable(u"INSERT INTO asset_removal (id, channel, asset_id, reason, removed, at) "
                                        "VALUES (%1, 10, %1, '%2', %3, 0)"_s.arg(id)
                                            .arg(i < 5 ? u"failed"_s : u"left"_s)
                                            .arg(today - 100)));
        }
    }
    const auto groups = countAll(database);
    QCOMPARE(groups.size(), 1U);
    QCOMPARE(groups[0].failures, 5);
    QCOMPARE(groups[0].units, 15);
    QVERIFY2(groups[0].expectedFailures > 0.05 && groups[0].expectedFailures < 2,
             qPrintable(QString::number(groups[0].expectedFailures)));
    QVERIFY(chanceOfAtLeast(groups[0].failures, groups[0].expectedFailures) < 0.05);
}

void TestFleetOutlook::slicesSeeEveryUnitOnce()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addCustomers(300);
    int units = 0;
    for (const OutlookGroup &group : countAll(database))
        units += group.units;
    QCOMPARE(units, database.integer("SELECT count(*) FROM asset WHERE status = 'active'"));
    FleetOutlook outlook(database.connection());
    QVERIFY(!outlook.productNames()->empty());
    QVERIFY(outlook.territoryNames());
}

QTEST_GUILESS_MAIN(TestFleetOutlook)
#include "tst_fleetoutlook.moc"
