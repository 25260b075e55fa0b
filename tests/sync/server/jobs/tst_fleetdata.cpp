#include "core/forecast/forecaster.h"
#include "sync/server/jobs/fleetdata.h"
#include "tests/sync/server/jobs/forecastrun.h"
#include "tests/sync/server/jobs/simulatedfleet.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

namespace {

constexpr Day asOf{std::chrono::year{2025} / 6 / 1};

} // namespace

/// Tables of a fleet as companies have them: what is wrong in them is named with file and line, or left out with a
/// word.
class TstFleetData final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wrongInputNamesFileAndLine_data();
    void wrongInputNamesFileAndLine();
    void oddFactsAreLeftOutWithAWarning();
    void aGradeThatIsThereTwiceIsNoSecondVisit();
    void oddExitsAreNamed();
    void whenNothingIsLeftTheWarningsSayWhy();
    void theEndOfSparePartsIsALimit();
    void metersFasterThanTimeAreNamed();
    void aUnitKeepsTheNewestOfManyFacts();
    void saysOnceWhatIsNotUsed();
    void unitsOfNobodyKnownHaveNoSurroundingsInCommon();
    void nominalUsageMayBeTheLifesShare();
    void tooManyRowsNameTheLimit();
};

void TstFleetData::wrongInputNamesFileAndLine_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty table") << u"assets.csv"_s << QByteArray() << u"assets.csv: line 1"_s;
    QTest::newRow("no assets") << u"assets.csv"_s << QByteArray("asset_id,model_id,customer_id,install_date\n")
                               << u"no assets"_s;
    QTest::newRow("column") << u"assets.csv"_s << QByteArray("asset_id,model_id,customer_id\nA1,P1,C1\n")
                            << u"\"install_date\" is missing"_s;
    QTest::newRow("product") << u"assets.csv"_s
                             << QByteArray("asset_id,model_id,customer_id,install_date\nA1,P1,C1,2020-01-01\n"
                                           "A2,P77,C1,2020-01-01\n")
                             << u"assets.csv: line 3: product \"P77\""_s;
    QTest::newRow("date") << u"assets.csv"_s
                          << QByteArray("asset_id,model_id,customer_id,install_date\nA1,P1,C1,2020-02-30\n")
                          << u"assets.csv: line 2: \"2020-02-30\""_s;
    QTest::newRow("twice") << u"assets.csv"_s
                           << QByteArray("asset_id,model_id,customer_id,install_date\nA1,P1,C1,2020-01-01\n"
                                         "A1,P1,C1,2020-01-01\n")
                           << u"line 3: asset \"A1\" is there twice"_s;
    QTest::newRow("life") << u"models.csv"_s
                          << QByteArray("model_id,category,nominal_life_years,price_eur\nP1,x,-3,5\n")
                          << u"models.csv: line 2"_s;
    QTest::newRow("short life") << u"models.csv"_s
                                << QByteArray("model_id,category,nominal_life_years,price_eur\nP1,x,0.001,5\n")
                                << u"models.csv: line 2: a nominal life of 0.001"_s;
    QTest::newRow("usage") << u"models.csv"_s
                           << QByteArray("model_id,category,nominal_life_years,price_eur,nominal_usage_per_year\n"
                                         "P1,x,3,5,-1\n")
                           << u"models.csv: line 2: a usage of -1"_s;
    QTest::newRow("flag") << u"models.csv"_s
                          << QByteArray(
                                 "model_id,category,nominal_life_years,price_eur,hidden_failure\nP1,x,3,5,maybe\n")
                          << u"models.csv: line 2: hidden_failure"_s;
    QTest::newRow("column twice") << u"readings.csv"_s << QByteArray("asset_id,date,meter,meter\nA1,2024-01-01,1,2\n")
                                  << u"readings.csv: line 1: column \"meter\" is there twice"_s;
    QTest::newRow("ancient") << u"assets.csv"_s
                             << QByteArray("asset_id,model_id,customer_id,install_date\nA1,P1,C1,0202-01-01\n")
                             << u"assets.csv: line 2: an installation before 1900"_s;
    QTest::newRow("word") << u"findings.csv"_s << QByteArray("asset_id,date,grade\nA1,2024-01-01,good\n")
                          << u"findings.csv: line 2: \"good\""_s;
}

void TstFleetData::wrongInputNamesFileAndLine()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    QVERIFY(writeFleet(simulateFleet(20, 2, 9, asOf).data, folder.path()));
    QVERIFY(put(folder, file, text));
    const QString out = folder.filePath(u"out.csv"_s);
    const Run r = runForecast({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 1, qPrintable(r.err));
    QVERIFY2(r.err.contains(message), qPrintable(r.err));
    QVERIFY(!QFile::exists(out));
}

void TstFleetData::oddFactsAreLeftOutWithAWarning()
{
    const QTemporaryDir folder;
    const SimulatedFleet fleet = simulateFleet(60, 2, 9, asOf);
    QVERIFY(writeFleet(fleet.data, folder.path()));
    QFile findings(folder.filePath(u"findings.csv"_s));
    QVERIFY(findings.open(QIODevice::Append));
    findings.write("A1,2031-01-01,3,T1\nA1,1950-01-01,3,T1\nA1,2025-05-20,9,T1\nZZ,2025-05-20,3,T1\n");
    findings.close();
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    const QString warnings = read->warnings.join(u'\n');
    for (const QString &part : {u"after the day of the forecast"_s, u"before the installation"_s, u"outside 1 to 5"_s,
                                u"not in assets.csv"_s, u"findings.csv: line"_s})
        QVERIFY2(warnings.contains(part), qPrintable(part + u" in "_s + warnings));
}

namespace {

/// A folder with these units of one product "P1" and no facts.
bool writeUnits(const QTemporaryDir &folder, const QByteArray &units, const QByteArray &product = "P1,x,10,5,h,,,,,\n")
{
    return put(folder, u"models.csv"_s,
               "model_id,category,nominal_life_years,price_eur,usage_unit,nominal_usage_per_year,"
               "measured_quantity,value_new,value_limit,spare_parts_end\n" +
                   product) &&
           put(folder, u"assets.csv"_s,
               "asset_id,model_id,customer_id,install_date,observed_from,exit_date,exit_reason,"
               "failure_after,failure_by\n" +
                   units);
}

} // namespace

void TstFleetData::aGradeThatIsThereTwiceIsNoSecondVisit()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A,P1,C1,2015-01-01,2015-01-01,,,,\nB,P1,C1,2015-01-01,2015-01-01,,,,\n"));
    QVERIFY(put(folder, u"findings.csv"_s,
                "asset_id,date,grade\nA,2024-05-01,4\nA,2023-05-01,2\nA,2024-05-01,4\nA,2024-05-01,3\n"
                "B,2024-05-01,4\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    const auto &grades = read->assets[0].history.grades;
    QCOMPARE(grades.size(), size_t(2));
    QCOMPARE(grades[0].grade, 2);
    QCOMPARE(grades[1].grade, 3);
    QCOMPARE(read->assets[1].history.grades.size(), size_t(1));
    const QString warnings = read->warnings.join(u'\n');
    QVERIFY2(warnings.contains(u"several grades of one unit and day"_s) && warnings.contains(u"2 rows left out"_s),
             qPrintable(warnings));
}

void TstFleetData::oddExitsAreNamed()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder,
                       "A1,P1,C1,2015-01-01,2015-01-01,,failed,,\n"
                       "A2,P1,C1,2015-01-01,2020-01-01,2021-01-01,failed,2018-01-01,2021-01-01\n"
                       "A3,P1,C1,2015-01-01,2020-01-01,2021-01-01,,,\n"
                       "A4,P1,C1,2015-01-01,2020-01-01,2025-06-01,failed,,\n"
                       "A5,P1,C1,2015-01-01,2020-01-01,2021-01-01,customer_lost,2018-01-01,2021-01-01\n"
                       "A6,P1,C1,2015-01-01,2010-01-01,,,2018-01-01,2021-01-01\n",
                       "P1,x,10,5,h,,heat,1,1.0000000001,\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    const QString warnings = read->warnings.join(u'\n');
    QVERIFY2(warnings.contains(u"assets.csv: line 2: an exit reason without exit_date"_s), qPrintable(warnings));
    QVERIFY2(warnings.contains(u"models.csv: line 2: value_new and value_limit are the same"_s), qPrintable(warnings));
    QVERIFY(!read->products[0].life.measurement.present);
    QCOMPARE(read->assets.size(), size_t(6));
    for (const QString &part :
         {u"line 4: exit_date without an exit reason"_s, u"line 5: left on or after the day of the forecast"_s,
          u"line 6: days of a failure of a unit that did not fail"_s, u"line 7: observed_from is before"_s,
          u"line 7: a failure without exit_date"_s})
        QVERIFY2(warnings.contains(part), qPrintable(part + u" in "_s + warnings));
    QCOMPARE(read->assets[5].history.observedFrom, read->assets[5].history.installed);
    QCOMPARE(read->assets[1].failureAfter, read->assets[1].history.observedFrom);
}

void TstFleetData::whenNothingIsLeftTheWarningsSayWhy()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2030-01-01,2030-01-01,,,,\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(u"not yet observed"_s), qPrintable(read.error().detail));
}

void TstFleetData::theEndOfSparePartsIsALimit()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2024-01-01,2024-01-01,,,,\n", "P1,x,10,5,h,,,,,2025-12-31\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    const Day end{std::chrono::year{2025} / 12 / 31};
    const auto f = forecast::forecast(read->assets[0].history, read->products[0].life, asOf);
    QCOMPARE(f.hardLimit, std::optional(end));
    QCOMPARE(f.p50, end);
    QVERIFY(f.failureP50 > end);
    // The table's flag is about failing: a young unit has none soon, whatever the supply of parts.
    const QString out = folder.filePath(u"out.txt"_s);
    const Run r = runForecast({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 0, qPrintable(r.err));
    const QStringList fields = linesOf(out).value(1).split(u',');
    QCOMPARE(fields.value(7), u"plan"_s);
    QVERIFY2(fields.value(5).isEmpty() || fields.value(5) > u"2026-06-01"_s, qPrintable(fields.value(5)));
}

void TstFleetData::metersFasterThanTimeAreNamed()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2020-01-01,2020-01-01,,,,\nA2,P1,C1,2020-01-01,2020-01-01,,,,\n"));
    QVERIFY(put(folder, u"models.csv"_s,
                "model_id,category,nominal_life_years,price_eur,usage_unit,nominal_usage_per_year\n"
                "P1,x,10,5000,h,7000\n"));
    QVERIFY(put(folder, u"readings.csv"_s,
                "asset_id,date,meter\nA1,2022-01-01,22000\nA1,2024-01-01,44000\nA1,2025-05-01,58000\n"
                "A2,2022-01-01,14000\nA2,2024-01-01,28000\nA2,2025-05-01,37000\n"));
    const QStringList where{u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s};
    const QString out = folder.filePath(u"out.csv"_s);
    const Run r = runForecast(QStringList{u"fleet"_s, u"--out"_s, out} + where);
    QVERIFY2(r.code == 0, qPrintable(r.err));
    QVERIFY2(r.err.contains(u"1 meter of hours faster than time (the first of unit \"A1\")"_s), qPrintable(r.err));
    QVERIFY(r.out.startsWith(u"2 forecasts written"_s));
    QVERIFY(runForecast(QStringList{u"explain"_s, u"A1"_s} + where).out.contains(u"runs faster than time"_s));
    QVERIFY(!runForecast(QStringList{u"explain"_s, u"A2"_s} + where).out.contains(u"faster than time"_s));
}

void TstFleetData::aUnitKeepsTheNewestOfManyFacts()
{
    const QTemporaryDir folder;
    SimulatedFleet fleet = simulateFleet(20, 2, 9, asOf);
    for (int i = 0; i < 5'000; ++i)
        fleet.data.assets[0].history.readings.push_back({asOf - days{1 + i % 300}, 5.0 + i, false});
    fleet.data.assets[0].history.installed = fleet.data.assets[0].history.observedFrom = asOf - days{400};
    fleet.data.assets[0].exit = FleetExit::None;
    QVERIFY(writeFleet(fleet.data, folder.path()));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    QVERIFY(read->warnings.join(u'\n').contains(u"the newest are used"_s));
    const auto &readings = read->assets[0].history.readings;
    QVERIFY(readings.size() >= 512 && readings.size() < 1'024);
    QVERIFY(std::ranges::any_of(readings, [](const auto &r) { return r.day == asOf - days{1}; }));
}

void TstFleetData::saysOnceWhatIsNotUsed()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2024-01-01,2024-01-01,,,,\n"));
    QVERIFY(put(folder, u"customers.csv"_s, "customer_id,service_contract\nC1,1\n"));
    QVERIFY(put(folder, u"visits.csv"_s, "asset_id,date\nA1,2024-02-01\n"));
    QVERIFY(put(folder, u"weather.csv"_s, "date,rain\n2024-02-01,3\n"));
    QVERIFY(put(folder, u"readings.csv"_s, "asset_id,date,meter,mood\nA1,2024-02-01,3,good\n"));
    const QString out = folder.filePath(u"out.txt"_s);
    const Run r = runForecast({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 0, qPrintable(r.err));
    const Run help = runForecast({u"--help"_s});
    for (const QString &part : {u"note: customers.csv: not used, "_s, u"note: visits.csv: not used, "_s,
                                u"no such table is known: weather.csv\n"_s,
                                u"note: readings.csv: not used, no such column is known: mood\n"_s})
        QVERIFY2(r.err.count(part) == 1, qPrintable(r.err));
    for (const QString &part : {u"customers.csv"_s, u"visits.csv"_s, u"nominal_life_usage"_s, u"hidden_failure*"_s})
        QVERIFY2(help.out.contains(part), qPrintable(help.out));
}

void TstFleetData::unitsOfNobodyKnownHaveNoSurroundingsInCommon()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,,2024-01-01,2024-01-01,,,,\nA2,P1,,2024-01-01,2024-01-01,,,,\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    QCOMPARE(read->customers.size(), size_t(2));
    QVERIFY(read->assets[0].customer != read->assets[1].customer);
    QVERIFY(read->warnings.join(u'\n').contains(u"assets.csv: line 2: no customer"_s));
}

void TstFleetData::nominalUsageMayBeTheLifesShare()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2024-01-01,2024-01-01,,,,\n"));
    QVERIFY(put(folder, u"models.csv"_s,
                "model_id,category,nominal_life_years,price_eur,nominal_usage_per_year,nominal_life_usage\n"
                "P1,x,10,5,,20000\nP2,x,10,5,1000,20000\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    QCOMPARE(read->products[0].life.nominalUsagePerDay * 365.25, 2'000.0);
    QCOMPARE(read->products[1].life.nominalUsagePerDay * 365.25, 1'000.0);
}

void TstFleetData::tooManyRowsNameTheLimit()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2024-01-01,2024-01-01,,,,\n"));
    QByteArray models("model_id,category,nominal_life_years,price_eur\n");
    for (int i = 1; i <= 2'001; ++i)
        models += "P" + QByteArray::number(i) + ",x,10,5\n";
    QVERIFY(put(folder, u"models.csv"_s, models));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(u"models.csv: line 2002: more than 2,000 products"_s),
             qPrintable(read.error().detail));
}

QTEST_APPLESS_MAIN(TstFleetData)
#include "tst_fleetdata.moc"
