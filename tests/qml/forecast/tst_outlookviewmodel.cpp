#include "qml/forecast/outlookviewmodel.h"
#include "tests/qml/forecast/outlookcompany.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <numeric>

using namespace turnus;
using namespace turnus::outlook;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestOutlookViewModel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void countsInSlicesAndThenShows();
    void aProductNarrowsMonthsAndTerritories();
    void theMonthsHoldTheirInterval();
    void tellsHowForecastsCameTrue();
    void namesProductsThatFailEarly();
    void followsNewForecasts();
    void anEmptyDeviceSaysSo();

private:
    static double sum(const OutlookViewModel &model, int months);
};

void TestOutlookViewModel::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
}

double TestOutlookViewModel::sum(const OutlookViewModel &model, int months)
{
    const auto &rows = const_cast<OutlookViewModel &>(model).months()->rows();
    return std::accumulate(rows.begin(), rows.begin() + months, 0.0,
                           [](double total, const MonthRow &row) { return total + row.expected; });
}

void TestOutlookViewModel::countsInSlicesAndThenShows()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    const QAbstractItemModelTester months(model.months());
    const QAbstractItemModelTester products(model.products());
    QVERIFY(!model.isReady());
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.error(), QString());
    QCOMPARE(model.unitCount(), company.database.integer("SELECT count(*) FROM asset WHERE status = 'active'"));
    QCOMPARE(model.months()->rowCount(), 18);
    QVERIFY(sum(model, 12) > 1);
    QVERIFY2(model.headline().contains(QString::number(std::lround(sum(model, 12)))), qPrintable(model.headline()));
    QVERIFY(model.detail().startsWith(u"8 of 10 times between"));
    double shares = 0;
    for (const ShareRow &row : model.products()->rows()) {
        QVERIFY(row.share >= 0 && row.share <= 1);
        shares += row.amount.toDouble();
    }
    QVERIFY(std::abs(shares - sum(model, 12)) < model.products()->rowCount());
}

void TestOutlookViewModel::aProductNarrowsMonthsAndTerritories()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    QTRY_VERIFY(model.isReady());
    const double all = sum(model, 18);
    model.chooseProduct(double(SalesCompany::bk420.value));
    QCOMPARE(model.choice(), u"BK 420"_s);
    const double some = sum(model, 18);
    QVERIFY(some > 0 && some < all);
    QVERIFY(model.products()->rowCount() > 1);
    QCOMPARE(std::ranges::count_if(model.products()->rows(), &ShareRow::selected), 1);
    model.chooseProduct(double(SalesCompany::bk420.value));
    QCOMPARE(model.choice(), QString());
    QCOMPARE(sum(model, 18), all);
    model.chooseTerritory(double(TestDatabase::territoryChannel));
    QCOMPARE(sum(model, 18), all);
    model.showAll();
    QVERIFY(std::ranges::none_of(model.territories()->rows(), &ShareRow::selected));
}

void TestOutlookViewModel::theMonthsHoldTheirInterval()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    QTRY_VERIFY(model.isReady());
    for (const MonthRow &row : model.months()->rows()) {
        QVERIFY(row.low <= row.high && row.low <= row.expected + 0.5 && row.expected <= row.high + 0.5);
        QVERIFY(row.high <= model.mostInAMonth() && !row.spoken.isEmpty());
    }
}

void TestOutlookViewModel::tellsHowForecastsCameTrue()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    QTRY_VERIFY(model.isReady());
    QVERIFY2(model.calibration().contains(u"1,204") && model.calibration().contains(u"79%"),
             qPrintable(model.calibration()));
    QCOMPARE(model.scores()->rowCount(), 6);
    for (const ScoreRow &row : model.scores()->rows())
        QVERIFY(row.low < row.happened && row.happened < row.high);
    model.chooseProduct(double(SalesCompany::bk420.value));
    QVERIFY(model.calibration().contains(u"212") && model.calibration().contains(u"81%"));
    QCOMPARE(model.scores()->rowCount(), 0);
    model.chooseProduct(double(SalesCompany::bk620.value));
    QCOMPARE(model.calibration(), QString());
}

void TestOutlookViewModel::namesProductsThatFailEarly()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.early()->rowCount(), 1);
    const ShareRow row = model.early()->rows().first();
    QCOMPARE(row.id, SalesCompany::milkCooler.value);
    QVERIFY2(row.detail.startsWith(u"7 failure") && row.detail.contains(u"expected"), qPrintable(row.detail));
    QVERIFY(row.amount.endsWith(u"times"));
    model.chooseProduct(double(SalesCompany::milkCooler.value));
    QCOMPARE(model.early()->rowCount(), 1);
    model.chooseProduct(double(SalesCompany::bk420.value));
    QCOMPARE(model.early()->rowCount(), 0);
}

void TestOutlookViewModel::followsNewForecasts()
{
    OutlookCompany company;
    OutlookViewModel model(company.database.connection(), company.database.notifier, company.database.clock);
    QTRY_VERIFY(model.isReady());
    const double before = sum(model, 2);
    const qint64 today = toInteger(company.database.clock.today());
    QVERIFY(company.database.connection().write([&](storage::Writer &) -> Status {
        company.database.connection().execute("UPDATE asset_forecast SET p10 = ?1, p50 = ?1 + 5, p90 = ?1 + 10", today);
        return {};
    }));
    QTRY_VERIFY(sum(model, 2) > before + 10);
}

void TestOutlookViewModel::anEmptyDeviceSaysSo()
{
    TestDatabase database;
    database.execute("DELETE FROM asset");
    OutlookViewModel model(database.connection(), database.notifier, database.clock);
    QTRY_VERIFY(model.isReady());
    QCOMPARE(model.unitCount(), 0);
    QCOMPARE(model.early()->rowCount(), 0);
}

QTEST_MAIN(TestOutlookViewModel)
#include "tst_outlookviewmodel.moc"
