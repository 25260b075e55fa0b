// What holds for every unit, tried on seeded random ones.
#include "core/forecast/forecaster.h"

#include <QRandomGenerator>
#include <QTest>
#include <cmath>
#include <limits>

using namespace turnus;
using namespace turnus::forecast;

namespace {

constexpr Day today{std::chrono::year{2026} / 3 / 2};
constexpr quint32 seed = 7;
constexpr int unitsPerProduct = 800;

double remaining(Day day)
{
    return double((day - today).count());
}

/// One life, so that no unit can turn out to be of a lasting kind by having lasted.
ProductLife oneLife(QRandomGenerator &random)
{
    ProductLife p = ProductLife::fromNominal(60 + random.bounded(200), Money{1'000'000});
    p.pairs = {{500 + random.bounded(6'000.0), 1 + random.bounded(6.0), 1}};
    p.nominalLifeDays = p.pairs[0].eta;
    p.environmentSd = 0;
    return p;
}

AssetHistory aged(int ageDays)
{
    AssetHistory h;
    h.installed = h.observedFrom = today - days{ageDays};
    return h;
}

/// Visits about a year apart with grades that rise with age, more or less.
void addGrades(AssetHistory &h, const ProductLife &product, QRandomGenerator &random)
{
    const double age = remaining(today) - remaining(h.installed);
    for (double at = 200; at < age; at += 365) {
        const double share = at / product.nominalLifeDays + random.bounded(0.3) - 0.15;
        h.grades.push_back({h.installed + days{int(at)}, std::clamp(1 + int(4.5 * share), 1, 5), 0});
    }
}

} // namespace

class TstForecastProperties final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timeUnitsDoNotMatter();
    void anOlderUnitIsNeverSafer();
    void averageEvidenceEqualsTheFleet();
    void aWorseGradeNeverPutsTheDateOff();
    void theIntervalHoldsTheMiddleAndGrowsWithDoubt();
    void everyReasonIsTrueOfItsHistory();
    void moreRepairsThanUsualAreNeverAReasonForLater();
    void neverANumberThatIsNone();
};

void TstForecastProperties::timeUnitsDoNotMatter()
{
    QRandomGenerator random(seed);
    for (int i = 0; i < 40; ++i) {
        // So many times the life, at so many times the age: so many times the remaining time.
        const int times = 2 + random.bounded(3);
        const double months = 48 + random.bounded(100);
        ProductLife quick = ProductLife::fromNominal(months, Money{1'000'000});
        ProductLife slow = ProductLife::fromNominal(times * months, Money{1'000'000});
        slow.suddenPerDay = quick.suddenPerDay / times;
        const int age = 300 + random.bounded(int(quick.nominalLifeDays));
        AssetHistory h = aged(age);
        AssetHistory stretched = aged(times * age);
        addGrades(h, quick, random);
        for (const Grade &grade : h.grades)
            stretched.grades.push_back(
                {stretched.installed + times * (grade.day - h.installed), grade.grade, grade.technician});
        const Forecast a = forecast::forecast(h, quick, today);
        const Forecast b = forecast::forecast(stretched, slow, today);
        for (const auto &[one, other] : {std::pair{a.failureP10, b.failureP10}, std::pair{a.failureP50, b.failureP50},
                                         std::pair{a.failureP90, b.failureP90}}) {
            const double off = std::abs(remaining(other) - times * remaining(one));
            QVERIFY2(off <= times + 0.01 * remaining(other),
                     qPrintable(QStringLiteral("%1: %2 and %3").arg(i).arg(remaining(one)).arg(remaining(other))));
        }
        QVERIFY(std::abs(a.usedLifeShare - b.usedLifeShare) < 0.01);
    }
}

void TstForecastProperties::anOlderUnitIsNeverSafer()
{
    QRandomGenerator random(seed);
    for (int i = 0; i < 30; ++i) {
        const Forecaster forecaster(oneLife(random));
        double before = 0;
        Day p50 = today + days{100'000};
        // as long as some of such units are alive
        for (int age = 30; age < int(2 * forecaster.kernel().product().nominalLifeDays);
             age += 60 + random.bounded(90)) {
            const Forecast f = forecaster.forecast(aged(age), today);
            QVERIFY2(f.failWithinYear >= before - 2e-3,
                     qPrintable(QStringLiteral("age %1: %2 after %3 with eta %4, beta %5")
                                    .arg(age)
                                    .arg(f.failWithinYear)
                                    .arg(before)
                                    .arg(forecaster.kernel().product().pairs[0].eta)
                                    .arg(forecaster.kernel().product().pairs[0].beta)));
            QVERIFY(f.failureP50 <= p50 + days{2});
            before = f.failWithinYear;
            p50 = f.failureP50;
        }
    }
}

void TstForecastProperties::averageEvidenceEqualsTheFleet()
{
    QRandomGenerator random(seed);
    for (int i = 0; i < 40; ++i) {
        const double perDay = 5 + random.bounded(200.0);
        const ProductLife p = ProductLife::fromNominal(60 + random.bounded(200), Money{1'000'000}, perDay);
        const int age = 500 + random.bounded(int(p.nominalLifeDays));
        AssetHistory h = aged(age);
        for (int at = 200; at < age; at += 200) // used exactly as is usual
            h.readings.push_back({h.installed + days{at}, perDay * at, false});
        const Forecast f = forecast::forecast(h, p, today);
        const double off = std::abs(remaining(f.failureP50) - remaining(f.usualP50));
        QVERIFY2(off <= 2 + 0.01 * remaining(f.usualP50), qPrintable(QString::number(off)));
        for (const Reason &reason : f.reasons)
            QVERIFY(std::abs(reason.monthsEarlier) < 0.5);
    }
}

void TstForecastProperties::aWorseGradeNeverPutsTheDateOff()
{
    QRandomGenerator random(seed);
    for (int i = 0; i < 30; ++i) {
        const ProductLife p = oneLife(random);
        const Forecaster forecaster(p);
        for (int unit = 0; unit < 10; ++unit) {
            // Of middle age: a grade that cannot be true at its age is taken for a slip and weighs nothing.
            AssetHistory h = aged(int(p.nominalLifeDays * (0.3 + random.bounded(0.4))));
            h.grades = {{today - days{random.bounded(60)}, 1, 0}};
            Day before = today + days{100'000};
            for (int grade = 1; grade <= 5; ++grade) {
                h.grades.back().grade = grade;
                const Forecast f = forecaster.forecast(h, today);
                QVERIFY2(f.failureP50 <= before + days{2},
                         qPrintable(QStringLiteral("grade %1: %2 after %3 days with eta %4, beta %5")
                                        .arg(grade)
                                        .arg(remaining(f.failureP50))
                                        .arg(remaining(before))
                                        .arg(p.pairs[0].eta)
                                        .arg(p.pairs[0].beta)));
                before = f.failureP50;
            }
        }
    }
}

void TstForecastProperties::theIntervalHoldsTheMiddleAndGrowsWithDoubt()
{
    QRandomGenerator random(seed);
    for (int i = 0; i < 40; ++i) {
        // The same life, known less and less well: its interval never narrows.
        const double months = 60 + random.bounded(200);
        const int age = 100 + random.bounded(2'000);
        double before = 0;
        for (const double spread : {0.0, 0.5, 1.0}) {
            ProductLife p = ProductLife::fromNominal(months, Money{1'000'000});
            for (LifePair &pair : p.pairs) {
                const double middle = p.nominalLifeDays / std::pow(std::log(2.0), 1 / pair.beta);
                pair.eta = middle * std::pow(pair.eta / middle, spread);
            }
            p.environmentSd = 0;
            const Forecast f = forecast::forecast(aged(age), p, today);
            QVERIFY(f.failureP10 <= f.failureP50 && f.failureP50 <= f.failureP90);
            const double width = remaining(f.failureP90) - remaining(f.failureP10);
            QVERIFY2(width >= before - 2, qPrintable(QStringLiteral("%1 after %2").arg(width).arg(before)));
            before = width;
        }
    }
}

namespace {

int equalGradesAtTheEnd(const std::vector<Grade> &grades)
{
    const auto other = std::find_if(grades.rbegin(), grades.rend(),
                                    [&](const Grade &grade) { return grade.grade != grades.back().grade; });
    return int(other - grades.rbegin());
}

void checkReason(const Reason &r, const AssetHistory &known, const Forecast &f)
{
    switch (r.kind) {
    case ReasonKind::Condition:
        QCOMPARE(r.grade, known.grades.back().grade);
        QCOMPARE(r.day, std::optional(known.grades.back().day));
        QCOMPARE(r.count, equalGradesAtTheEnd(known.grades));
        break;
    case ReasonKind::Measurement:
        QCOMPARE(r.value, known.measurements.back().value);
        QCOMPARE(r.count, int(known.measurements.size()));
        break;
    case ReasonKind::Repairs: {
        Money spent;
        for (const Repair &repair : known.repairs)
            spent += repair.cost;
        QCOMPARE(r.count, int(known.repairs.size()));
        QCOMPARE(r.money, spent);
        break;
    }
    case ReasonKind::Usage:
        QCOMPARE(r.value, f.usagePerDay);
        break;
    case ReasonKind::Customer:
        QCOMPARE(r.value, std::exp(known.customerLifeLog));
        break;
    case ReasonKind::Age:
        QCOMPARE(r.value, f.ageMonths);
        break;
    case ReasonKind::SpareParts:
        QCOMPARE(r.day, known.sparePartsEnd);
        break;
    case ReasonKind::Statutory:
        QCOMPARE(r.day, known.statutoryLimit);
        break;
    }
}

} // namespace

void TstForecastProperties::everyReasonIsTrueOfItsHistory()
{
    QRandomGenerator random(seed);
    Settings all;
    all.maxReasons = 10;
    int conditions = 0;
    for (int i = 0; i < 40; ++i) {
        ProductLife p = ProductLife::fromNominal(60 + random.bounded(200), Money{1'000'000}, 5 + random.bounded(200.0));
        p.setMeasured(100, 60);
        p.repairs = {0.1 / 365.25, 0.6 / 365.25, 5, Money{40'000}};
        const Forecaster forecaster(p, all);
        for (int unit = 0; unit < 25; ++unit) {
            AssetHistory h = aged(200 + random.bounded(int(p.nominalLifeDays)));
            for (int at = 100; at < remaining(today) - remaining(h.installed); at += 100 + random.bounded(300)) {
                const Day day = h.installed + days{at};
                h.grades.push_back({day, 1 + random.bounded(3), 0});
                h.readings.push_back({day, p.nominalUsagePerDay * at, false});
                h.measurements.push_back({day, 100 - random.bounded(10.0)});
                if (random.bounded(3) == 0)
                    h.repairs.push_back({day, Money{random.bounded(90'000)}});
            }
            h.customerLifeLog = random.bounded(0.4) - 0.2;
            if (random.bounded(2))
                h.sparePartsEnd = today + days{random.bounded(900)};
            const Forecast f = forecaster.forecast(h, today);
            const AssetHistory known = checked(h, today).history;
            for (const Reason &r : f.reasons) {
                checkReason(r, known, f);
                conditions += r.kind == ReasonKind::Condition;
            }
            if (QTest::currentTestFailed())
                return;
        }
    }
    QVERIFY(conditions > 500);
}

void TstForecastProperties::moreRepairsThanUsualAreNeverAReasonForLater()
{
    QRandomGenerator random(seed);
    Settings all;
    all.maxReasons = 10;
    int told = 0, named = 0;
    for (int i = 0; i < 40; ++i) {
        ProductLife p = ProductLife::fromNominal(60 + random.bounded(200), Money{1'000'000}, 5 + random.bounded(200.0));
        p.setMeasured(100, 60);
        p.repairs = {random.bounded(0.4) / 365.25, random.bounded(1.5) / 365.25, 1 + random.bounded(5.0),
                     Money{40'000}};
        const Forecaster forecaster(p, all);
        for (int unit = 0; unit < 50; ++unit) {
            AssetHistory h = aged(200 + random.bounded(int(1.5 * p.nominalLifeDays)));
            const int age = int(remaining(today) - remaining(h.installed));
            if (unit % 2)
                h.observedFrom = h.installed + days{random.bounded(age)};
            if (unit % 3)
                addGrades(h, p, random);
            if (unit % 5 == 0)
                h.measurements.push_back({today - days{30}, 60 + random.bounded(40.0)});
            const int observed = age - int(remaining(h.observedFrom) - remaining(h.installed));
            for (int k = random.bounded(5); k > 0; --k)
                h.repairs.push_back({today - days{random.bounded(observed + 1)}, Money{15'900}});
            for (const Reason &r : forecaster.forecast(h, today).reasons) {
                if (r.kind != ReasonKind::Repairs)
                    continue;
                ++told;
                named += r.usual > 0;
                QVERIFY2(r.usual == 0 || std::abs(r.monthsEarlier) < 0.5 || (r.count - r.usual) * r.monthsEarlier >= 0,
                         qPrintable(QStringLiteral("%1 repairs, %2 usual, %3 months earlier")
                                        .arg(r.count)
                                        .arg(r.usual)
                                        .arg(r.monthsEarlier)));
            }
        }
    }
    QVERIFY2(told > 1500 && named > 0.9 * told, qPrintable(QStringLiteral("%1 of %2").arg(named).arg(told)));
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

void TstForecastProperties::neverANumberThatIsNone()
{
    QRandomGenerator random(seed);
    // 120,000 histories are what sanitizers do in 15 s; TURNUS_FORECAST_PRODUCTS=1250 makes it a million.
    const int products = std::max(qEnvironmentVariableIntValue("TURNUS_FORECAST_PRODUCTS"), 150);
    int tried = 0;
    while (tried < products) {
        ProductLife p =
            ProductLife::fromNominal(randomNumber(random), Money{random.bounded(10'000'000)}, randomNumber(random));
        if (random.bounded(2))
            p.setMeasured(randomNumber(random), randomNumber(random));
        p.hiddenFailure = random.bounded(2);
        if (random.bounded(2))
            p.repairs = {0.1 / 365.25, 0.6 / 365.25, 5, Money{40'000}};
        if (!p.validate())
            continue;
        ++tried;
        const Forecaster forecaster(p);
        for (int unit = 0; unit < unitsPerProduct; ++unit) {
            checkRandomHistory(forecaster, random);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

QTEST_APPLESS_MAIN(TstForecastProperties)
#include "tst_forecastproperties.moc"
