#include "core/visit/plausibility.h"

#include <QTest>

using namespace turnus;
using namespace turnus::visit;

namespace {

constexpr Instant start = instantFrom(1'700'000'000'000);

Instant after(int count)
{
    return start + days{count};
}

/// About 87 cups a day.
const std::vector<Reading> steady{{after(0), 121'000},   {after(180), 136'600}, {after(360), 152'100},
                                  {after(540), 167'700}, {after(720), 183'100}, {after(900), 198'640}};

} // namespace

class TestPlausibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readings_data();
    void readings();
    void firstReadingHasNothingToCompare();
    void oneReadingIsComparedWithTheProduct();
    void exchangedMeterStartsAtZero();
    void exchangeInThePastIsNoUse();
    void secondReadingOfTheSameDayFits();
    void expectedRangeFollowsTheRate();
    void meterThatNeverMovedDoesNotAsk();
};

void TestPlausibility::readings_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<Likelihood>("expected");
    QTest::newRow("fits") << 214'380.0 << Likelihood::Fits;
    QTest::newRow("busier than usual") << 222'000.0 << Likelihood::Unusual;
    QTest::newRow("quieter than usual") << 205'000.0 << Likelihood::Unusual;
    QTest::newRow("lower than last") << 198'000.0 << Likelihood::LowerThanLast;
    QTest::newRow("digit too many") << 2'143'800.0 << Likelihood::DigitTooMany;
    QTest::newRow("digit missing") << 21'438.0 << Likelihood::DigitMissing;
    QTest::newRow("far too fast") << 400'000.0 << Likelihood::TooFast;
    QTest::newRow("stood still") << 198'700.0 << Likelihood::TooSlow;
}

void TestPlausibility::readings()
{
    QFETCH(double, value);
    QFETCH(Likelihood, expected);
    const Plausibility p = checkReading(steady, 80, value, after(1081));
    QCOMPARE(p.likelihood, expected);
    QCOMPARE(p.asks(), expected >= Likelihood::LowerThanLast);
    QCOMPARE(p.last, 198'640.0);
}

void TestPlausibility::firstReadingHasNothingToCompare()
{
    QCOMPARE(checkReading({}, 80, 999'999, after(0)).likelihood, Likelihood::First);
}

void TestPlausibility::oneReadingIsComparedWithTheProduct()
{
    const std::vector<Reading> one{{after(0), 1'000}};
    QCOMPARE(checkReading(one, 80, 9'500, after(100)).likelihood, Likelihood::Fits);
    QCOMPARE(checkReading(one, 80, 60'000, after(100)).likelihood, Likelihood::DigitTooMany);
    QCOMPARE(checkReading(one, 0, 60'000, after(100)).likelihood, Likelihood::Unusual);
}

void TestPlausibility::exchangedMeterStartsAtZero()
{
    const Plausibility p = checkReading(steady, 80, 4'000, after(1081), true);
    QCOMPARE(p.likelihood, Likelihood::Fits);
    QCOMPARE(p.sinceLast, 4'000.0);
    QVERIFY(checkReading(steady, 80, 214'380, after(1081), true).asks());
}

void TestPlausibility::exchangeInThePastIsNoUse()
{
    const std::vector<Reading> changed{{after(0), 90'000}, {after(100), 2'000, true}, {after(200), 10'000}};
    const Plausibility p = checkReading(changed, 300, 18'000, after(300));
    QCOMPARE(p.likelihood, Likelihood::Fits);
    QCOMPARE(p.usualPerDay, 80.0);
}

void TestPlausibility::secondReadingOfTheSameDayFits()
{
    QCOMPARE(checkReading(steady, 80, 198'640, after(900)).likelihood, Likelihood::Fits);
    QVERIFY(!checkReading(steady, 80, 198'700, after(900)).asks());
}

void TestPlausibility::expectedRangeFollowsTheRate()
{
    const Plausibility p = checkReading(steady, 80, 214'380, after(1081));
    QVERIFY(p.expectedLow > 212'500 && p.expectedLow < 214'000);
    QVERIFY(p.expectedHigh > 215'000 && p.expectedHigh < 216'500);
    QVERIFY(qAbs(p.perDay - 87) < 0.1);
}

void TestPlausibility::meterThatNeverMovedDoesNotAsk()
{
    const std::vector<Reading> idle{{after(0), 500}, {after(100), 500}};
    QVERIFY(!checkReading(idle, 0, 500, after(200)).asks());
    QCOMPARE(checkReading(idle, 0, 400, after(200)).likelihood, Likelihood::LowerThanLast);
}

QTEST_APPLESS_MAIN(TestPlausibility)
#include "tst_plausibility.moc"
