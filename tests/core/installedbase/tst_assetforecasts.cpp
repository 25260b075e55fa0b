#include "core/installedbase/assetforecasts.h"
#include "core/installedbase/forecastrefresher.h"
#include "core/installedbase/forecastwords.h"
#include "tests/support/salescompany.h"

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <cmath>

using namespace turnus;
using namespace turnus::installedbase;
using namespace turnus::tests;
using namespace Qt::StringLiterals;

class TestAssetForecasts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noUnitRunsMoreHoursThanADayHas();
    void saysWhatAnEstimateRestsOn();
    void noRepairIsSaidAsClearlyAsMany();
    void readsEveryFactOfAnAsset();
    void refreshesTheWholeTerritoryInSlicesAndThenRests();
    void aCorrectionTakesTheCorrectedFactsPlace();
    void answersToAMeasuredItemArePartOfTheForecast();
    void aPriceCountsFromItsDayOn();
    void aNewFactMakesExactlyItsAssetStale();
    void whatElseAForecastIsMadeFromMakesItStale();
    void aNewParameterPackMakesItsProductStale();
    void anUnreadablePackFallsBackToTheNominalLife();
    void oldForecastsAreRenewed();
    void refreshesOneAssetInTheVisitsTransaction();
    void aRemovedAssetLosesItsForecast();
    void theUsageOfTheOtherMachinesCounts();
    void theRefresherFollowsChanges();
    void theRefresherFollowsTheDay();
    void aFactOfAnotherConnectionIsNotOverlooked();
};

namespace {

constexpr const char *staleCount = "SELECT count(*) FROM asset a LEFT JOIN asset_forecast f ON f.asset_id = a.id "
                                   "WHERE a.status = 'active' AND ifnull(f.computed, 0) = 0";

int refreshAll(TestDatabase &database)
{
    AssetForecasts forecasts(database.connection());
    int total = 0;
    while (true) {
        const auto refreshed = forecasts.refreshSlice(database.clock.today());
        if (!refreshed)
            qFatal("%s", qPrintable(refreshed.error().toString()));
        if (*refreshed == 0)
            return total;
        total += *refreshed;
    }
}

} // namespace

void TestAssetForecasts::readsEveryFactOfAnAsset()
{
    TestDatabase database;
    SalesCompany company(database);
    QVERIFY(database.connection().read([&] {
        AssetHistories histories(database.connection());
        const auto inputs = histories.ofCustomer(TestDatabase::customer, company.today());
        QCOMPARE(inputs.size(), 3U);
        const forecast::AssetHistory &machine = inputs.at(1).history;
        QCOMPARE(inputs.at(1).asset, SalesCompany::machine);
        QCOMPARE(machine.readings.size(), 9U);
        QCOMPARE(machine.grades.size(), 9U);
        QCOMPARE(machine.grades.back().technician, 100);
        QCOMPARE(machine.repairs.size(), 3U);
        QCOMPARE(machine.repairs.back().cost, Money{86'000});
        QVERIFY(machine.sparePartsEnd);
        QVERIFY(machine.contractEnd);
    }));
}

void TestAssetForecasts::refreshesTheWholeTerritoryInSlicesAndThenRests()
{
    TestDatabase database;
    SalesCompany company(database);
    company.addCustomers(30);
    QCOMPARE(database.integer(staleCount), 128);
    AssetForecasts forecasts(database.connection());
    const auto first = forecasts.refreshSlice(company.today());
    QVERIFY(first);
    QVERIFY(*first > 0 && *first <= 8 * 4);
    QCOMPARE(*first + refreshAll(database), 128);
    QCOMPARE(database.integer(staleCount), 0);
    QCOMPARE(refreshAll(database), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE p10 > p50 OR p50 > p90"), 0);
    QCOMPARE(database.integer("SELECT count(*) FROM outbox"), 0);
}

void TestAssetForecasts::aCorrectionTakesTheCorrectedFactsPlace()
{
    TestDatabase database;
    SalesCompany company(database);
    const qint64 at = toInteger(startOfLocalDay(company.today())) + 36'000'000;
    const auto grade = [&](int id, const char *visit, qint64 ms, int value) {
        database.execute(u"INSERT INTO condition_grade (id, channel, asset_id, visit_id, at, grade) VALUES "
                         "(%1, 10, 500, %2, %3, %4)"_s.arg(id)
                             .arg(QString::fromLatin1(visit))
                             .arg(ms)
                             .arg(value)
                             .toUtf8()
                             .constData());
    };
    const auto reading = [&](int id, const char *visit, qint64 ms, int value) {
        database.execute(u"INSERT INTO meter_reading (id, channel, asset_id, visit_id, at, value, meter_exchanged, "
                         "implausible_confirmed) VALUES (%1, 10, 500, %2, %3, %4.0, 0, 0)"_s.arg(id)
                             .arg(QString::fromLatin1(visit))
                             .arg(ms)
                             .arg(value)
                             .toUtf8()
                             .constData());
    };
    const auto machine = [&] {
        return database.connection()
            .read([&] {
                return AssetHistories(database.connection()).ofCustomer(TestDatabase::customer, company.today()).at(1);
            })
            .value()
            .history;
    };
    const auto fives = std::ranges::count(machine().grades, 5, &forecast::Grade::grade);
    grade(1, "530", at, 5);
    grade(2, "530", at + 60'000, 2);
    reading(3, "530", at, 2'760'400);
    reading(4, "530", at + 60'000, 276'400);
    forecast::AssetHistory known = machine();
    QCOMPARE(known.grades.size(), 10U);
    QCOMPARE(known.grades.back().grade, 2);
    QCOMPARE(known.readings.size(), 10U);
    QCOMPARE(known.readings.back().value, 276'400.0);
    // Of another visit on the same day, and of none: the day decides.
    grade(5, "532", at + 120'000, 3);
    grade(6, "NULL", at - 300'000, 5);
    grade(7, "NULL", at + 180'000, 4);
    known = machine();
    QCOMPARE(known.grades.size(), 12U);
    QCOMPARE(std::ranges::count(known.grades, 5, &forecast::Grade::grade), fives);
}

void TestAssetForecasts::answersToAMeasuredItemArePartOfTheForecast()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute("INSERT INTO checklist (id, channel, name, kind, category) VALUES (1, 1, 'W', 'repair', 'x'); "
                     "INSERT INTO checklist_item (id, channel, checklist_id, position, label, answer, unit, required) "
                     "VALUES (2, 1, 1, 1, 'Druck', 'number', 'bar', 0); "
                     "INSERT INTO measured_quantity (id, channel, product_id, item_id, at_new, value_limit) VALUES "
                     "(3, 1, 400, 2, 9.0, 7.0)");
    const auto answer = [&](int id, const char *value) {
        database.execute(u"INSERT INTO checklist_answer (id, channel, visit_id, item_id, answer, value, at) VALUES "
                         "(%1, 10, 532, 2, 'value', %2, (SELECT started FROM visit WHERE id = 532) + %1)"_s.arg(id)
                             .arg(QString::fromLatin1(value))
                             .toUtf8()
                             .constData());
    };
    const auto measured = [&]() -> std::optional<forecast::Reason> {
        AssetForecasts forecasts(database.connection(), forecast::Settings{.maxReasons = 9});
        const auto computed = forecasts.compute(SalesCompany::machine, company.today());
        const auto found =
            std::ranges::find(computed->reasons, forecast::ReasonKind::Measurement, &forecast::Reason::kind);
        return found == computed->reasons.end() ? std::nullopt : std::optional(*found);
    };
    QVERIFY(!measured());
    answer(10, "8.9");
    const auto good = measured();
    QVERIFY(good && good->value == 8.9 && good->usual == 7.0 && good->count == 1);
    answer(11, "7.0");
    const auto bad = measured();
    QVERIFY(bad && bad->value == 7.0 && bad->count == 1);
    QVERIFY(bad->monthsEarlier > good->monthsEarlier);
    answer(12, "NULL");
    QVERIFY(!measured());
}

void TestAssetForecasts::aPriceCountsFromItsDayOn()
{
    TestDatabase database;
    SalesCompany company(database);
    AssetForecasts forecasts(database.connection());
    QCOMPARE(forecasts.life(ProductId{403})->price, Money{1'540'000});
    database.clock.advance(std::chrono::days{40});
    QCOMPARE(forecasts.life(ProductId{403})->price, Money{1'990'000});
}

void TestAssetForecasts::whatElseAForecastIsMadeFromMakesItStale()
{
    TestDatabase database;
    SalesCompany company(database);
    const auto staleAfter = [&](const char *sql) {
        refreshAll(database);
        database.execute(sql);
        return database.integer(staleCount);
    };
    const qint64 ofProduct =
        database.integer("SELECT count(*) FROM asset WHERE status = 'active' AND product_id = 400");
    QVERIFY(ofProduct > 1);
    QCOMPARE(staleAfter("UPDATE product SET spare_parts_until = spare_parts_until + 30 WHERE id = 400"), ofProduct);
    QCOMPARE(staleAfter("UPDATE product SET spare_parts_until = spare_parts_until WHERE id = 400"), 0);
    // 402 succeeds 400: its price stands in for the old product's.
    const qint64 ofBoth =
        ofProduct + database.integer("SELECT count(*) FROM asset WHERE status = 'active' AND product_id = 402");
    QCOMPARE(staleAfter("UPDATE price SET amount_cents = 1 WHERE id = 412"), ofBoth);
    QCOMPARE(staleAfter("INSERT INTO price (id, channel, product_id, valid_from, amount_cents) VALUES "
                        "(499, 1, 402, 19001, 1000000)"),
             ofBoth);
    QCOMPARE(staleAfter("DELETE FROM price WHERE id = 499"), ofBoth);
    database.execute("INSERT INTO checklist (id, channel, name, kind, category) VALUES (1, 1, 'W', 'repair', 'x'); "
                     "INSERT INTO checklist_item (id, channel, checklist_id, position, label, answer, required) VALUES "
                     "(2, 1, 1, 1, 'Druck', 'number', 0)");
    QCOMPARE(staleAfter("INSERT INTO measured_quantity (id, channel, product_id, item_id, at_new, value_limit) VALUES "
                        "(3, 1, 400, 2, 9.0, 7.0)"),
             ofProduct);
    QCOMPARE(staleAfter("INSERT INTO checklist_answer (id, channel, visit_id, item_id, answer, value, at) VALUES "
                        "(4, 10, 532, 2, 'value', 8.0, 1)"),
             1);
    QCOMPARE(staleAfter("DELETE FROM measured_quantity"), ofProduct);
    refreshAll(database);
    const auto overdue = [&] { return database.integer("SELECT count(*) FROM asset_forecast WHERE status = 3"); };
    const qint64 usual = overdue();
    QCOMPARE(staleAfter("INSERT INTO forecast_setting (id, channel, version, visit_interval_days, plan_ahead_days, "
                        "due_probability, overdue_probability, breakdown_share, talk_before_days, talk_until_days) "
                        "VALUES (5, 1, 1, 365, 183, 0.02, 0.03, 0.5, 540, 30)"),
             database.integer("SELECT count(*) FROM asset WHERE status = 'active'"));
    refreshAll(database);
    QVERIFY(overdue() > usual);
    QCOMPARE(staleAfter("UPDATE forecast_setting SET overdue_probability = 0.01"),
             database.integer("SELECT count(*) FROM asset WHERE status = 'active'"));
    refreshAll(database); // nonsense counts as none
    QCOMPARE(overdue(), usual);
    // The hotel's three units share how hard they are used.
    QCOMPARE(staleAfter("UPDATE asset SET customer_id = 600 WHERE id = 500"), 3);
    QCOMPARE(staleAfter("INSERT INTO customer_life (id, channel, customer_id, life_log) VALUES (1, 10, 600, 0.2)"), 2);
}

void TestAssetForecasts::aNewFactMakesExactlyItsAssetStale()
{
    TestDatabase database;
    SalesCompany company(database);
    refreshAll(database);
    database.execute(
        "INSERT INTO condition_grade (id, channel, asset_id, at, grade) VALUES (1, 10, 501, 1790000000000, 4)");
    QCOMPARE(database.integer(staleCount), 1);
    QCOMPARE(database.integer("SELECT asset_id FROM asset_forecast WHERE computed = 0"), 501);
    const qint64 before = database.integer("SELECT p50 FROM asset_forecast WHERE asset_id = 501");
    refreshAll(database);
    QVERIFY(database.integer("SELECT p50 FROM asset_forecast WHERE asset_id = 501") < before);
}

void TestAssetForecasts::aNewParameterPackMakesItsProductStale()
{
    TestDatabase database;
    SalesCompany company(database);
    refreshAll(database);
    forecast::ProductLife life = forecast::ProductLife::fromNominal(60, Money{240'000});
    life.version = 3;
    QVERIFY(database.connection().write([&](storage::Writer &) -> Status {
        database.connection().execute(
            "INSERT INTO life_model (id, channel, product_id, version, parameters) VALUES (1, 1, 300, 3, ?)",
            life.toBytes());
        return {};
    }));
    // The two grinders of product 300 at the customers 600 and 603, and the hotel's, with their customers' others.
    QVERIFY(refreshAll(database) >= 3);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE model_version = 3"), 3);
    QCOMPARE(refreshAll(database), 0);
}

void TestAssetForecasts::anUnreadablePackFallsBackToTheNominalLife()
{
    TestDatabase database;
    SalesCompany company(database);
    database.execute(
        "INSERT INTO life_model (id, channel, product_id, version, parameters) VALUES (1, 1, 400, 2, x'00')");
    refreshAll(database);
    QCOMPARE(refreshAll(database), 0);
    const auto result = AssetForecasts(database.connection()).compute(SalesCompany::machine, company.today());
    QVERIFY(result);
    QVERIFY(result->manufacturersFigure);
}

void TestAssetForecasts::oldForecastsAreRenewed()
{
    TestDatabase database;
    SalesCompany company(database);
    refreshAll(database);
    database.clock.advance(std::chrono::days{6});
    QCOMPARE(refreshAll(database), 0);
    database.clock.advance(std::chrono::days{2});
    QCOMPARE(refreshAll(database), 8);
}

void TestAssetForecasts::refreshesOneAssetInTheVisitsTransaction()
{
    TestDatabase database;
    SalesCompany company(database);
    AssetForecasts forecasts(database.connection());
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("condition_grade", Id<struct GradeTag>{id}, "asset", SalesCompany::machine,
                      {{"asset_id", SalesCompany::machine}, {"at", writer.now()}, {"grade", 5}});
        return forecasts.refreshWithin(writer, SalesCompany::machine, company.today());
    }));
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE computed > 0"), 1);
    QVERIFY(forecasts.stored(SalesCompany::machine));
    refreshAll(database);
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        return forecasts.refreshWithin(writer, SalesCompany::machine, company.today());
    }));
    QCOMPARE(database.integer(staleCount), 2); // the customer's others share its usage
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        database.execute("UPDATE asset SET status = 'removed' WHERE id = 500");
        return forecasts.refreshWithin(writer, SalesCompany::machine, company.today());
    }));
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE asset_id = 500"), 0);
    const auto unknown = database.connection().write([&](storage::Writer &writer) -> Status {
        return forecasts.refreshWithin(writer, AssetId{99}, company.today());
    });
    QCOMPARE(unknown.error().code, u"not-found"_s);
}

void TestAssetForecasts::aRemovedAssetLosesItsForecast()
{
    TestDatabase database;
    SalesCompany company(database);
    refreshAll(database);
    database.execute("UPDATE asset SET status = 'removed' WHERE id = 500");
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE asset_id = 500"), 0);
    // Its readings say nothing any more of how hard the customer's other two are used.
    QCOMPARE(refreshAll(database), 2);
    QCOMPARE(database.integer("SELECT count(*) FROM asset_forecast WHERE asset_id = 500"), 0);
    QCOMPARE(refreshAll(database), 0);
}

void TestAssetForecasts::theUsageOfTheOtherMachinesCounts()
{
    TestDatabase database;
    SalesCompany company(database);
    QVERIFY(database.connection().read([&] {
        AssetHistories histories(database.connection());
        const auto inputs = histories.ofCustomer(TestDatabase::customer, company.today());
        // Only the old machine has readings, above what is usual: one unit speaks for all, but not at full strength.
        const double factor = inputs.at(2).history.customerUsageFactor;
        QCOMPARE(inputs.at(1).history.customerUsageFactor, factor);
        QVERIFY(factor > 1.0);
        const forecast::AssetHistory machine = forecast::checked(inputs.at(1).history, company.today()).history;
        const forecast::UsageProfile own(machine, histories.life(inputs.at(1).product, company.today()).life);
        QVERIFY(std::log(factor) < 0.7 * std::log(own.factor()));
    }));
    const auto usage = AssetForecasts(database.connection()).measuredUsage(SalesCompany::machine, company.today());
    QVERIFY(usage && *usage);
    QVERIFY(qAbs((*usage)->perDay - 88) < 3);
    QVERIFY((*usage)->peakPerDay >= (*usage)->perDay);
    const auto unmeasured =
        AssetForecasts(database.connection()).measuredUsage(SalesCompany::youngMachine, company.today());
    QVERIFY(unmeasured && !*unmeasured);
}

void TestAssetForecasts::theRefresherFollowsChanges()
{
    TestDatabase database;
    SalesCompany company(database);
    ForecastRefresher refresher(database.connection(), database.notifier);
    QSignalSpy finished(&refresher, &ForecastRefresher::finished);
    refresher.start();
    QVERIFY(finished.wait());
    QCOMPARE(finished.takeFirst().at(0).toInt(), 8);
    QVERIFY(!refresher.isRunning());
    QVERIFY(database.connection().write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("condition_grade", Id<struct GradeTag>{id}, "asset", SalesCompany::machine,
                      {{"asset_id", SalesCompany::machine}, {"at", writer.now()}, {"grade", 5}});
        return {};
    }));
    QVERIFY(finished.wait());
    QCOMPARE(database.integer(staleCount), 0);
}

void TestAssetForecasts::theRefresherFollowsTheDay()
{
    TestDatabase database;
    SalesCompany company(database);
    ForecastRefresher refresher(database.connection(), database.notifier);
    QSignalSpy finished(&refresher, &ForecastRefresher::finished);
    refresher.lookAtTheDay();
    QVERIFY(!refresher.isRunning()); // nobody started it yet
    refresher.start();
    QVERIFY(finished.wait());
    refresher.lookAtTheDay();
    QVERIFY(!refresher.isRunning());
    database.clock.advance(std::chrono::days{8});
    refresher.lookAtTheDay();
    QVERIFY(refresher.isRunning());
    QVERIFY(finished.wait());
    QCOMPARE(finished.last().at(0).toInt(), 8);
}

void TestAssetForecasts::aFactOfAnotherConnectionIsNotOverlooked()
{
    TestDatabase database;
    SalesCompany company(database);
    refreshAll(database);
    const qint64 before = database.integer("SELECT p50 FROM asset_forecast WHERE asset_id = 501");
    auto other = storage::Connection::open({.path = database.path()}, database.clock);
    QVERIFY(other);
    AssetForecasts forecasts(**other);
    QVERIFY(forecasts.refreshSlice(company.today()));
    database.execute(
        "INSERT INTO condition_grade (id, channel, asset_id, at, grade) VALUES (1, 10, 501, 1790000000000, 4)");
    QVERIFY(*forecasts.refreshSlice(company.today()) > 0);
    QVERIFY(database.integer("SELECT p50 FROM asset_forecast WHERE asset_id = 501") < before);
    QCOMPARE(database.integer(staleCount), 0);
}

void TestAssetForecasts::saysWhatAnEstimateRestsOn()
{
    const auto said = [](int failures, size_t grades) {
        auto life = forecast::ProductLife::fromNominal(96, Money{240'000});
        life.version = 2;
        life.failures = failures;
        const Day today{std::chrono::year{2026} / 3 / 2};
        forecast::AssetHistory unit;
        unit.installed = unit.observedFrom = today - std::chrono::days{900};
        for (size_t k = 0; k < grades; ++k)
            unit.grades.push_back({unit.installed + std::chrono::days{200 * qint64(k)}, 1, 0});
        return ForecastWords::confidence(forecast::forecast(unit, life, today));
    };
    const auto figure = u"manufacturer's figure"_s;
    QVERIFY2(said(0, 0).startsWith(u"Low") && said(0, 0).contains(figure), qPrintable(said(0, 0)));
    for (const int few : {1, 2, 9}) {
        QVERIFY2(said(few, 0).startsWith(u"Low") && said(few, 0).contains(figure), qPrintable(said(few, 0)));
        QVERIFY2(said(few, 0).contains(u"corrected by %1 failure"_s.arg(few)), qPrintable(said(few, 0)));
        QVERIFY2(said(few, 3).startsWith(u"Medium") && said(few, 3).contains(figure), qPrintable(said(few, 3)));
        QVERIFY2(said(few, 3).contains(u"this unit's graded visits"), qPrintable(said(few, 3)));
    }
    QVERIFY(said(10, 0).startsWith(u"Medium") && !said(10, 0).contains(figure));
    QVERIFY(said(50, 3).startsWith(u"High") && !said(50, 3).contains(figure));
}

void TestAssetForecasts::noRepairIsSaidAsClearlyAsMany()
{
    forecast::Reason repairs;
    repairs.kind = forecast::ReasonKind::Repairs;
    repairs.monthsEarlier = -3;
    QCOMPARE(ForecastWords::title(repairs, {}), u"No repairs"_s);
    QCOMPARE(ForecastWords::sentence(repairs, {}), u"No repair since our records began."_s);
    repairs.usual = 1.4;
    QCOMPARE(ForecastWords::sentence(repairs, {}), u"No repair since our records began; 1.4 would be usual."_s);
}

void TestAssetForecasts::noUnitRunsMoreHoursThanADayHas()
{
    const forecast::Reason use{.kind = forecast::ReasonKind::Usage, .value = 29, .usual = 8};
    for (const QString &unit : {u"hours"_s, u"h"_s, u"Stunden"_s}) {
        const QString words = ForecastWords::title(use, unit) + u": "_s + ForecastWords::sentence(use, unit);
        QVERIFY2(words.contains(u"more hours lately than have passed"_s) && !words.contains(u"29"_s),
                 qPrintable(words));
    }
    QCOMPARE(ForecastWords::sentence(use, u"cups"_s), u"29 cups a day lately; 8 is usual for this product."_s);
    QCOMPARE(ForecastWords::title(use, u"cups"_s), u"Use 29 a day"_s);
}

QTEST_GUILESS_MAIN(TestAssetForecasts)
#include "tst_assetforecasts.moc"
