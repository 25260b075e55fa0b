#include "core/forecast/recorded.h"
#include "core/installedbase/assethistory.h"
#include "core/installedbase/forecasthistory.h"
#include "tests/support/salescompany.h"

#include <QTest>

using namespace turnus;
using namespace turnus::installedbase;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestForecastHistory : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhatWasSaidNewestFirst();
    void tellsHowForecastsCameTrue();
    void knowsNothingBeforeTheServerDid();
    void reasonsComeBackAsTheyWere();
    void aCustomersSurroundingsAreRead();
};

void TestForecastHistory::tellsWhatWasSaidNewestFirst()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO forecast_statement (id, channel, asset_id, as_of, status, p10, p50, p90, limited, "
                     "fails_within_year, confidence, model_version, reasons) VALUES "
                     "(1, 10, 500, 20000, 'not_due', 20900, 21300, 21900, 0, 0.04, 'medium', 1, NULL), "
                     "(2, 10, 500, 20100, 'plan', 20400, 20700, 21000, 0, 0.21, 'high', 2, "
                     "'condition months=9.0 grade=4 count=2 value=4.00 usual=0.84'), "
                     "(3, 10, 501, 20100, 'due', 20200, 20300, 20400, 0, 0.7, 'high', 2, NULL)");
    database.execute("INSERT INTO due_note (id, channel, asset_id, visit_id, verdict, customer_informed, "
                     "forecast_status, p10, p50, p90, model_version, at) VALUES "
                     "(4, 10, 500, 530, 'replace', 1, 'due', 20300, 20500, 20800, 2, 1752000000000), "
                     "(5, 10, 500, 530, 'keep', 0, 'not_due', NULL, NULL, NULL, NULL, 1752000000000)");
    const auto past = ForecastHistory(database.connection()).of(SalesCompany::machine);
    QVERIFY(past);
    QCOMPARE(past->size(), 3U);
    const PastForecast &note = past->at(0);
    QCOMPARE(note.status, forecast::DueStatus::Due);
    QCOMPARE(note.visit, SalesCompany::visit);
    QVERIFY(note.customerInformed);
    QVERIFY(!note.failsWithinYear);
    const PastForecast &statement = past->at(1);
    QCOMPARE(statement.on, dayFrom(20100));
    QCOMPARE(statement.p50, dayFrom(20700));
    QCOMPARE(statement.confidence, forecast::Confidence::High);
    QCOMPARE(*statement.failsWithinYear, 0.21);
    QCOMPARE(statement.reasons.size(), 1U);
    QCOMPARE(statement.reasons.front().grade, 4);
    QVERIFY(!statement.visit);
    QCOMPARE(past->at(2).status, forecast::DueStatus::NotDue);
}

void TestForecastHistory::tellsHowForecastsCameTrue()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO calibration (id, channel, product_id, as_of, horizon_days, forecasts, inside, below, "
                     "above) VALUES (1, 1, 400, 20200, 365, 10, 8, 1, 1), (2, 1, NULL, 20200, 365, 100, 79, 11, 10)");
    database.execute(
        "INSERT INTO calibration_bin (id, channel, calibration_id, kind, predicted, forecasts, happened) VALUES "
        "(3, 1, 2, 'within_horizon', 0.3, 40, 13), (4, 1, 2, 'within_horizon', 0.02, 900, 17), "
        "(5, 1, 2, 'within_horizon', 0.9, 0, 0), (6, 1, 2, 'by_date', 0.1, 300, 33), "
        "(7, 1, 1, 'within_horizon', 0.5, 4, 2)");
    const ForecastHistory history(database.connection());
    const auto all = history.calibration();
    QVERIFY(all && *all);
    QCOMPARE((*all)->inside, 79);
    QCOMPARE((*all)->withinHorizon.size(), 2U);
    QCOMPARE((*all)->withinHorizon.front().happened, 17);
    QCOMPARE((*all)->byDate.size(), 1U);
    const auto one = history.calibration(SalesCompany::bk420);
    QVERIFY(one && *one);
    QCOMPARE((*one)->forecasts, 10);
    const auto each = history.calibrations();
    QVERIFY(each);
    QCOMPARE(each->size(), 2U);
    QVERIFY(!each->front().product);
}

void TestForecastHistory::knowsNothingBeforeTheServerDid()
{
    TestDatabase database;
    SalesCompany company(database);
    const ForecastHistory history(database.connection());
    const auto past = history.of(SalesCompany::machine);
    QVERIFY(past && past->empty());
    const auto calibration = history.calibration(SalesCompany::bk420);
    QVERIFY(calibration && !*calibration);
}

void TestForecastHistory::reasonsComeBackAsTheyWere()
{
    using forecast::Reason;
    using forecast::ReasonKind;
    Reason repairs;
    repairs.kind = ReasonKind::Repairs;
    repairs.monthsEarlier = -3.5;
    repairs.count = 3;
    repairs.usual = 0.8;
    repairs.money = Money{156'600};
    Reason parts;
    parts.kind = ReasonKind::SpareParts;
    parts.day = dayFrom(20500);
    const QString text = forecast::reasonsText({repairs, parts});
    const auto read = forecast::reasonsFrom(text + u"\nmoonlight months=2.0"_s);
    QCOMPARE(read.size(), 2U);
    QCOMPARE(forecast::reasonsText(read), text);
    QCOMPARE(read.front().money, Money{156'600});
    QCOMPARE(read.back().day, parts.day);
    QVERIFY(forecast::reasonsFrom({}).empty());
}

void TestForecastHistory::aCustomersSurroundingsAreRead()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO asset_forecast (asset_id, computed, model_version, status, p10, p50, p90, talk_from, "
                     "talk_until, fail_within_interval) VALUES (500, 20000, 0, 0, 1, 2, 3, 1, 2, 0.1)");
    database.execute("INSERT INTO customer_life (id, channel, customer_id, life_log) VALUES (1, 10, 200, -0.25)");
    QCOMPARE(database.integer("SELECT computed FROM asset_forecast WHERE asset_id = 500"), 0);
    QVERIFY(database.connection().read([&] {
        AssetHistories histories(database.connection());
        for (const ForecastInput &input : histories.ofCustomer(TestDatabase::customer, company.today()))
            QCOMPARE(input.history.customerLifeLog, -0.25);
    }));
}

QTEST_GUILESS_MAIN(TestForecastHistory)
#include "tst_forecasthistory.moc"
