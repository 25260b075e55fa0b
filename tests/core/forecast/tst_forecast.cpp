#include "core/forecast/compare.h"
#include "core/forecast/forecaster.h"

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
    void withFewFailuresItIsTheManufacturersFigure();
    void unusableFactsAreCountedAndChangeNothing();
    void thePackSurvivesTheWire();
    void aDamagedPackIsRefused();
    void cheapRepairOfAYoungUnitWins();
    void aProductThatLastsDaysIsComparedToo();
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

void TstForecast::withFewFailuresItIsTheManufacturersFigure()
{
    ProductLife learned = coffeeMachine();
    learned.version = 4;
    const auto saidAt = [&](int failures) {
        learned.failures = failures;
        return forecast::forecast(bought(2019), learned, today);
    };
    for (const int few : {0, 1, 2, 9}) {
        QVERIFY(saidAt(few).manufacturersFigure);
        QCOMPARE(saidAt(few).failures, few);
        QCOMPARE(saidAt(few).confidence, Confidence::Low);
    }
    QVERIFY(!saidAt(10).manufacturersFigure);
    QCOMPARE(saidAt(10).confidence, Confidence::Medium);
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

void TstForecast::aProductThatLastsDaysIsComparedToo()
{
    ProductLife brief = ProductLife::fromNominal(1, Money{1'000});
    brief.pairs = {{20, 3, 1}};
    const RepairOrReplace r = compare(bought(2025), brief, today, {Money{200}, Money{1'000}, {}, {}, 0});
    QVERIFY(r.keepsMonths > 0.9 && r.keepsMonths < 1.1);
    QVERIFY(r.keepPerYear.cents > 0);
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
