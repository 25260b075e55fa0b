#include "core/forecast/compare.h"
#include "core/forecast/forecaster.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <limits>

using namespace turnus;
using namespace turnus::forecast;

namespace {

constexpr Day today{std::chrono::year{2026} / 3 / 2};

ProductLife coffeeMachine()
{
    ProductLife p = ProductLife::fromNominal(120, Money{1'000'000}, 60, QStringLiteral("cups"));
    p.repairs = {0.1 / 365.25, 0.6 / 365.25, 5, Money{40'000}};
    return p;
}

AssetHistory bought(int year)
{
    AssetHistory h;
    h.installed = Day{std::chrono::year{year} / 3 / 1};
    h.observedFrom = h.installed;
    return h;
}

double monthsBetween(Day a, Day b)
{
    return double((b - a).count()) / (365.25 / 12);
}

} // namespace

class TstForecast final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aYoungUnitIsNotDue();
    void wornGradesBringTheDueDateForward();
    void heavyUseBringsTheDueDateForward();
    void reasonsAndTheRestAddUpToTheUsual();
    void averageEvidenceEqualsTheFleet();
    void aHardLimitCapsTheDueDateButNotTheFailure();
    void statusFollowsTheProbability();
    void unusableFactsAreCountedAndChangeNothing();
    void timeUnitsDoNotMatter();
    void neverANumberThatIsNone();
    void thePackSurvivesTheWire();
    void aDamagedPackIsRefused();
    void cheapRepairOfAYoungUnitWins();
    void dearRepairOfAWornUnitLoses();
};

void TstForecast::aYoungUnitIsNotDue()
{
    const Forecast f = forecast::forecast(bought(2025), coffeeMachine(), today);
    QCOMPARE(f.status, DueStatus::NotDue);
    QVERIFY(f.p10 < f.p50 && f.p50 < f.p90);
    QVERIFY(f.manufacturersFigure);
    QCOMPARE(f.confidence, Confidence::Low);
    QVERIFY(!f.planFrom || *f.planFrom > today + days{700});
    QVERIFY(f.failWithinYear > 0.001 && f.failWithinYear < 0.03);
}

void TstForecast::wornGradesBringTheDueDateForward()
{
    AssetHistory h = bought(2019);
    const Forecast before = forecast::forecast(h, coffeeMachine(), today);
    h.grades = {{today - days{400}, 4, 0}, {today - days{30}, 4, 0}};
    const Forecast after = forecast::forecast(h, coffeeMachine(), today);
    QVERIFY(monthsBetween(after.p50, before.p50) > 6);
    QVERIFY(monthsBetween(after.p10, after.p90) < monthsBetween(before.p10, before.p90));
    QCOMPARE(after.reasons.front().kind, ReasonKind::Condition);
    QCOMPARE(after.reasons.front().grade, 4);
    QCOMPARE(after.reasons.front().count, 2);
    QVERIFY(after.reasons.front().monthsEarlier > 6);
    h.grades = {{today - days{30}, 1, 0}};
    QVERIFY(forecast::forecast(h, coffeeMachine(), today).p50 > before.p50);
}

void TstForecast::heavyUseBringsTheDueDateForward()
{
    AssetHistory h = bought(2021);
    const auto readAt = [&](double perDay) {
        h.readings.clear();
        for (int year = 2022; year <= 2025; ++year) {
            const Day day{std::chrono::year{year} / 3 / 1};
            h.readings.push_back({day, perDay * double((day - h.installed).count()), false});
        }
        return forecast::forecast(h, coffeeMachine(), today);
    };
    const Forecast light = readAt(40), usual = readAt(60), heavy = readAt(110);
    QVERIFY(heavy.p50 < usual.p50 && usual.p50 < light.p50);
    QVERIFY(std::abs(heavy.usagePerDay - 110) < 8);
    for (const Reason &reason : usual.reasons) {
        if (reason.kind == ReasonKind::Usage)
            QVERIFY2(std::abs(reason.monthsEarlier) < 0.5, qPrintable(QString::number(reason.monthsEarlier)));
    }
}

void TstForecast::reasonsAndTheRestAddUpToTheUsual()
{
    AssetHistory h = bought(2018);
    h.readings = {{today - days{500}, 200'000, false}, {today - days{100}, 260'000, false}};
    h.grades = {{today - days{500}, 3, 0}, {today - days{100}, 4, 0}};
    h.repairs = {{today - days{300}, Money{52'000}}, {today - days{100}, Money{86'000}}};
    h.sparePartsEnd = today + days{200};
    h.customerLifeLog = 0.1;
    const Forecast f = forecast::forecast(h, coffeeMachine(), today);
    QCOMPARE(f.reasons.size(), 3U);
    double months = f.otherMonthsEarlier;
    for (const Reason &reason : f.reasons)
        months += reason.monthsEarlier;
    QVERIFY2(std::abs(months - monthsBetween(f.p50, f.usualP50)) < 0.2, qPrintable(QString::number(months)));
}

void TstForecast::averageEvidenceEqualsTheFleet()
{
    const Forecast f = forecast::forecast(bought(2020), ProductLife::fromNominal(120, Money{1'000'000}), today);
    QCOMPARE(f.p50, f.usualP50);
    QCOMPARE(f.reasons.size(), 1U);
    QCOMPARE(f.reasons.front().kind, ReasonKind::Age);
}

void TstForecast::aHardLimitCapsTheDueDateButNotTheFailure()
{
    AssetHistory h = bought(2024);
    h.sparePartsEnd = today + days{300};
    const Forecast f = forecast::forecast(h, coffeeMachine(), today);
    QCOMPARE(f.p50, *h.sparePartsEnd);
    QVERIFY(f.failureP50 > f.p50);
    QCOMPARE(f.status, DueStatus::Plan);
    QCOMPARE(f.reasons.front().kind, ReasonKind::SpareParts);
    h.sparePartsEnd = today - days{1};
    QCOMPARE(forecast::forecast(h, coffeeMachine(), today).status, DueStatus::Overdue);
}

void TstForecast::statusFollowsTheProbability()
{
    DueStatus before = DueStatus::NotDue;
    double riskBefore = 0;
    ProductLife known = coffeeMachine();
    known.pairs = {{4'000, 3, 1}};
    known.environmentSd = 0;
    known.repairs = {};
    for (int year = 2025; year >= 2000; --year) {
        const Forecast f = forecast::forecast(bought(year), known, today);
        QVERIFY2(f.failWithinYear >= riskBefore - 1e-9, qPrintable(QString::number(year)));
        QVERIFY(int(f.status) >= int(before));
        riskBefore = f.failWithinYear;
        before = f.status;
    }
    const Forecast young = forecast::forecast(bought(2025), known, today);
    QVERIFY(young.planFrom && *young.planFrom > today + days{2'000} && *young.planFrom < young.p90);
    AssetHistory worn = bought(2014);
    worn.grades = {{today - days{400}, 4, 0}, {today - days{20}, 5, 0}};
    QVERIFY(int(forecast::forecast(worn, known, today).status) >= int(DueStatus::Due));
}

void TstForecast::unusableFactsAreCountedAndChangeNothing()
{
    AssetHistory h = bought(2019);
    h.grades = {{today - days{100}, 3, 0}};
    const Forecast clean = forecast::forecast(h, coffeeMachine(), today);
    h.grades.push_back({today + days{5}, 5, 0});
    h.grades.push_back({today - days{50}, 9, 0});
    h.readings.push_back({today - days{60}, -5, false});
    h.readings.push_back({today - days{60}, std::numeric_limits<double>::quiet_NaN(), false});
    h.repairs.push_back({h.installed - days{3}, Money{100}});
    const Forecast dirty = forecast::forecast(h, coffeeMachine(), today);
    QCOMPARE(dirty.droppedFacts, 5);
    QCOMPARE(dirty.p50, clean.p50);
    QCOMPARE(dirty.failWithinYear, clean.failWithinYear);
}

void TstForecast::timeUnitsDoNotMatter()
{
    // Twice the life, at twice the age: twice the remaining time.
    ProductLife slow = ProductLife::fromNominal(240, Money{1'000'000});
    ProductLife quick = ProductLife::fromNominal(120, Money{1'000'000});
    slow.suddenPerDay = quick.suddenPerDay / 2;
    AssetHistory h;
    h.installed = h.observedFrom = today - days{2000};
    h.grades = {{today - days{200}, 3, 0}};
    AssetHistory doubled;
    doubled.installed = doubled.observedFrom = today - days{4000};
    doubled.grades = {{today - days{400}, 3, 0}};
    const Forecast a = forecast::forecast(h, quick, today);
    const Forecast b = forecast::forecast(doubled, slow, today);
    const double ratio = double((b.p50 - today).count()) / double((a.p50 - today).count());
    QVERIFY2(std::abs(ratio - 2) < 0.01, qPrintable(QString::number(ratio)));
}

namespace {

Day randomDay(QRandomGenerator &random)
{
    return today + days{random.bounded(-40'000, 2'000)};
}

double randomNumber(QRandomGenerator &random)
{
    switch (random.bounded(8)) {
    case 0:
        return std::numeric_limits<double>::infinity();
    case 1:
        return std::numeric_limits<double>::quiet_NaN();
    case 2:
        return -1e300;
    default:
        return std::exp(random.bounded(60.0) - 20);
    }
}

void checkRandomHistory(const Forecaster &forecaster, QRandomGenerator &random)
{
    AssetHistory h;
    h.installed = randomDay(random);
    h.installedYearOnly = random.bounded(2);
    h.observedFrom = randomDay(random);
    for (int k = random.bounded(6); k > 0; --k) {
        h.readings.push_back({randomDay(random), randomNumber(random), random.bounded(4) == 0});
        h.grades.push_back({randomDay(random), random.bounded(-1, 8), random.bounded(4)});
        h.measurements.push_back({randomDay(random), randomNumber(random)});
        h.repairs.push_back({randomDay(random), Money{random.bounded(-5, 1'000'000)}});
    }
    h.customerUsageFactor = randomNumber(random);
    h.customerLifeLog = randomNumber(random);
    const Forecast f = forecaster.forecast(h, today);
    QVERIFY(f.p10 >= today && f.p10 <= f.p50 && f.p50 <= f.p90);
    QVERIFY(f.failWithinYear >= 0 && f.failWithinYear <= 1);
    QVERIFY(f.usedLifeShare >= 0 && f.usedLifeShare <= 1);
    QVERIFY(std::isfinite(f.usagePerDay) && std::isfinite(f.otherMonthsEarlier));
    for (const Reason &r : f.reasons)
        QVERIFY(std::isfinite(r.monthsEarlier) && std::isfinite(r.logOddsChange) && std::isfinite(r.usual));
}

} // namespace

void TstForecast::neverANumberThatIsNone()
{
    QRandomGenerator random(7);
    // TURNUS_FORECAST_PRODUCTS=20000 makes it a million histories.
    const int products = std::max(qEnvironmentVariableIntValue("TURNUS_FORECAST_PRODUCTS"), 60);
    for (int i = 0; i < products; ++i) {
        ProductLife p =
            ProductLife::fromNominal(randomNumber(random), Money{random.bounded(10'000'000)}, randomNumber(random));
        if (random.bounded(2))
            p.setMeasured(randomNumber(random), randomNumber(random));
        p.hiddenFailure = random.bounded(2);
        if (!p.validate())
            continue;
        const Forecaster forecaster(p);
        for (int unit = 0; unit < 50; ++unit)
            checkRandomHistory(forecaster, random);
    }
}

void TstForecast::thePackSurvivesTheWire()
{
    ProductLife p = coffeeMachine();
    p.setMeasured(100, 60);
    p.technicians = {{7, 0.02}, {9, -0.04}};
    p.failures = 61;
    p.version = 12;
    p.calibration = {200, 0.81};
    const auto read = ProductLife::fromBytes(p.toBytes());
    QVERIFY(read);
    QCOMPARE(read->toBytes(), p.toBytes());
    QCOMPARE(read->version, 12);
    QCOMPARE(read->technicians.size(), 2U);
    AssetHistory h = bought(2019);
    h.grades = {{today - days{100}, 3, 7}};
    QCOMPARE(forecast::forecast(h, *read, today).failWithinYear, forecast::forecast(h, p, today).failWithinYear);
}

void TstForecast::aDamagedPackIsRefused()
{
    const QByteArray good = coffeeMachine().toBytes();
    QCOMPARE(ProductLife::fromBytes({}).error().code, QStringLiteral("forecast-pack"));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray broken = good;
        broken[i] = char(broken[i] ^ 0x41);
        QVERIFY2(!ProductLife::fromBytes(broken), qPrintable(QString::number(i)));
        QVERIFY(!ProductLife::fromBytes(good.left(i)));
    }
    ProductLife p = coffeeMachine();
    p.pairs[3].beta = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(p.validate().error().code, QStringLiteral("forecast-parameters"));
    QVERIFY(!ProductLife::fromBytes(p.toBytes()));
}

void TstForecast::cheapRepairOfAYoungUnitWins()
{
    const RepairOrReplace r =
        compare(bought(2023), coffeeMachine(), today, {Money{20'000}, Money{1'000'000}, {}, {}, 0});
    QCOMPARE(r.choice, Choice::Keep);
    QVERIFY(r.keepsMonths > 24);
    QVERIFY(r.advantage.cents > 0);
}

void TstForecast::dearRepairOfAWornUnitLoses()
{
    AssetHistory h = bought(2016);
    h.grades = {{today - days{300}, 4, 0}, {today - days{3}, 5, 0}};
    const RepairOrReplace r = compare(h, coffeeMachine(), today, {Money{250'000}, Money{1'000'000}, {}, {}, 0});
    QCOMPARE(r.choice, Choice::Replace);
    QVERIFY(r.keepsMonths < 24);
}

QTEST_APPLESS_MAIN(TstForecast)
#include "tst_forecast.moc"
