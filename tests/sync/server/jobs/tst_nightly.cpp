#include "sync/server/jobs/forecastjob.h"
#include "sync/server/jobs/nightly.h"
#include "tests/sync/server/support/companyhistory.h"

#include <QTest>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

class TestNightly : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreReadOrRefused();
    void aNightIsWantedOnceAndMadeUpForWhenMissed();
    void runsWhenTheNightHasCome();
    void aJobThatIsStoppedLeavesNothingHalfDone();
};

void TestNightly::timesAreReadOrRefused()
{
    const auto night = parseNightTime(u"02:30"_s);
    QVERIFY(night && *night);
    QCOMPARE(**night, std::chrono::minutes(150));
    const auto off = parseNightTime(u"off"_s);
    QVERIFY(off && !*off);
    for (const auto &wrong : {u""_s, u"25:00"_s, u"2"_s, u"night"_s, u"02:30:10"_s})
        QVERIFY2(!parseNightTime(wrong), qPrintable(wrong));
}

void TestNightly::aNightIsWantedOnceAndMadeUpForWhenMissed()
{
    using std::chrono::hours;
    using std::chrono::minutes;
    NightlyOptions options;
    options.timeOfDay = minutes(150);
    const Instant midnight = startOfLocalDay(dayFrom(20'000));
    const Instant night = midnight + minutes(150);
    QCOMPARE(lastNight(night, minutes(150)), night);
    QCOMPARE(lastNight(night - milliseconds(1), minutes(150)), startOfLocalDay(dayFrom(19'999)) + minutes(150));
    const Instant begun = midnight - hours(6);
    QVERIFY(!NightlyForecast::isWanted(night - minutes(1), begun, {}, options));
    QVERIFY(NightlyForecast::isWanted(night, begun, {}, options));
    QVERIFY(!NightlyForecast::isWanted(night + hours(3), begun, night + minutes(1), options));
    options.jitter = minutes(10);
    QVERIFY(!NightlyForecast::isWanted(night + minutes(9), begun, {}, options));
    QVERIFY(NightlyForecast::isWanted(night + minutes(10), begun, {}, options));
    // A server that begins in the morning waits for the night, unless two were missed.
    const Instant morning = night + hours(6);
    QVERIFY(!NightlyForecast::isWanted(morning, morning, {}, options));
    QVERIFY(!NightlyForecast::isWanted(morning, morning, night - hours(20), options));
    QVERIFY(NightlyForecast::isWanted(morning, morning, night - hours(30), options));
}

void TestNightly::runsWhenTheNightHasCome()
{
    Company company;
    addHistory(company, 20);
    FakeClock clock(startOfLocalDay(dayFrom(20'731)) + std::chrono::hours(2));
    NightlyOptions options;
    options.timeOfDay = std::chrono::minutes(120);
    std::atomic<int> reports = 0;
    const NightlyForecast nightly(company.database(), clock, options, [&](const QString &) { ++reports; });
    QTRY_COMPARE_WITH_TIMEOUT(reports.load(), 1, 60'000);
    QCOMPARE(company.integer(u"SELECT count(*) FROM life_model"_s), 1);
}

void TestNightly::aJobThatIsStoppedLeavesNothingHalfDone()
{
    Company company;
    addHistory(company, 20);
    const std::atomic<bool> stop = true;
    ForecastJob::Options options;
    options.stop = &stop;
    const auto stopped = ForecastJob(company.connection(), company.clock).run(options);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, u"stopped"_s);
    QCOMPARE(company.integer(u"SELECT count(*) FROM life_model"_s), 0);
    const auto again = ForecastJob(company.connection(), company.clock).run({});
    QVERIFY(again && *again);
    QVERIFY((*again)->fitted);
}

QTEST_GUILESS_MAIN(TestNightly)
#include "tst_nightly.moc"
