#include "core/forecast/forecaster.h"
#include "sync/server/jobs/explanation.h"
#include "sync/server/jobs/fleetfit.h"
#include "sync/server/jobs/forecast_command.h"
#include "tests/sync/server/jobs/simulatedfleet.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

namespace {

constexpr Day asOf{std::chrono::year{2025} / 6 / 1};

struct Run
{
    int code = 0;
    QString out;
    QString err;
};

Run run(const QStringList &args)
{
    Run result;
    QTextStream out(&result.out);
    QTextStream err(&result.err);
    result.code = runForecastCommand(args, out, err);
    return result;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

} // namespace

class TstFleet final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsTheTrueLives();
    void intervalsHold();
    void threadsDoNotChangeADigit();
    void aSampleLearnsWhatTheWholeFleetDoes();
    void productsWithoutFailuresKeepTheirNominalLife();
    void writesOneRowForEachUnitAtRisk();
    void explainsOneUnit();
    void laterFactsAreNotUsed();
    void wrongInputNamesFileAndLine_data();
    void wrongInputNamesFileAndLine();
    void oddFactsAreLeftOutWithAWarning();
    void aGradeThatIsThereTwiceIsNoSecondVisit();
    void oddExitsAreNamed();
    void whenNothingIsLeftTheWarningsSayWhy();
    void theEndOfSparePartsIsALimit();
    void reasonsNameTheUnitAndNoEmptyMonths();
    void oneIsSaidAsOne();
    void metersFasterThanTimeAreNamed();
    void aUnitKeepsTheNewestOfManyFacts();
    void saysOnceWhatIsNotUsed();
    void unitsOfNobodyKnownHaveNoSurroundingsInCommon();
    void nominalUsageMayBeTheLifesShare();
    void tooManyRowsNameTheLimit();

private:
    SimulatedFleet m_fleet;
    FleetFit m_fit;
};

void TstFleet::initTestCase()
{
    m_fleet = simulateFleet(1'500, 4, 11, asOf);
    prepareFleet(m_fleet.data);
    m_fit = fitFleet(m_fleet.data, {});
}

void TstFleet::findsTheTrueLives()
{
    for (size_t p = 0; p < 4; ++p) {
        QVERIFY(m_fit.products[p].validate());
        QVERIFY(m_fit.products[p].failures > 20);
        const double error = m_fit.state.products[p].logMedian - std::log(m_fleet.medianDays[p]);
        QVERIFY2(std::abs(error) < 0.12, qPrintable(QString::number(error)));
        const double slope = -m_fit.state.products[p].logSigma - std::log(m_fleet.beta[p]);
        QVERIFY2(std::abs(slope) < 0.4, qPrintable(QString::number(slope)));
        QVERIFY(std::abs(m_fit.products[p].grades.power - 1.45) < 0.35);
    }
    QVERIFY(std::abs(m_fit.products[0].usageExponent - 0.65) < 0.25);
    QVERIFY(m_fit.products[0].repairs.wearPerDay * 365.25 > 0.35);
}

void TstFleet::intervalsHold()
{
    std::vector<forecast::Forecaster> forecasters;
    for (const auto &product : m_fit.products)
        forecasters.emplace_back(product);
    int alive = 0, held = 0, early = 0;
    for (size_t i = 0; i < m_fleet.data.assets.size(); ++i) {
        FleetAsset a = m_fleet.data.assets[i];
        if (a.exit != FleetExit::None)
            continue;
        a.history.customerLifeLog = m_fit.customerLifeLog[size_t(a.customer)];
        const auto f = forecasters[size_t(a.product)].forecast(a.history, asOf);
        ++alive;
        held += m_fleet.failure[i] >= f.failureP10 && m_fleet.failure[i] <= f.failureP90;
        early += m_fleet.failure[i] < f.failureP50;
    }
    QVERIFY(alive > 700);
    QVERIFY2(held > 0.74 * alive && held < 0.87 * alive, qPrintable(QString::number(held / double(alive))));
    QVERIFY2(early > 0.43 * alive && early < 0.57 * alive, qPrintable(QString::number(early / double(alive))));
}

void TstFleet::threadsDoNotChangeADigit()
{
    SimulatedFleet small = simulateFleet(300, 2, 5, asOf);
    prepareFleet(small.data);
    FleetFitOptions options;
    options.passes = 6;
    options.threads = 1;
    const FleetFit one = fitFleet(small.data, options);
    options.threads = 3;
    const FleetFit three = fitFleet(small.data, options);
    for (size_t p = 0; p < one.products.size(); ++p)
        QCOMPARE(one.products[p].toBytes(), three.products[p].toBytes());
}

void TstFleet::aSampleLearnsWhatTheWholeFleetDoes()
{
    FleetFitOptions options;
    options.sampleUnits = 600;
    const FleetFit part = fitFleet(m_fleet.data, options);
    QVERIFY(part.sampled >= 600 && part.sampled < 1'200);
    QCOMPARE(part.customerLifeLog.size(), m_fit.customerLifeLog.size());
    for (size_t p = 0; p < 4; ++p) {
        QVERIFY(part.products[p].validate());
        QCOMPARE(part.products[p].failures, m_fit.products[p].failures);
        // Lives are settled by all units: well within what either fit is sure of.
        const auto &whole = m_fit.state.products[p];
        const double sd = std::sqrt(whole.covariance[0]);
        const double error = part.state.products[p].logMedian - whole.logMedian;
        QVERIFY2(std::abs(error) < 0.8 * sd, qPrintable(u"%1 of %2"_s.arg(error).arg(sd)));
    }
}

void TstFleet::productsWithoutFailuresKeepTheirNominalLife()
{
    SimulatedFleet young = simulateFleet(200, 1, 3, asOf);
    std::erase_if(young.data.assets, [](const FleetAsset &a) {
        return a.exit != FleetExit::None || a.history.installed < asOf - days{700};
    });
    prepareFleet(young.data);
    const FleetFit fit = fitFleet(young.data, {});
    QVERIFY(fit.products[0].validate());
    QCOMPARE(fit.products[0].failures, 0);
    const double ratio = std::exp(fit.state.products[0].logMedian) / young.data.products[0].life.nominalLifeDays;
    QVERIFY2(ratio > 0.75 && ratio < 1.5, qPrintable(QString::number(ratio)));
}

void TstFleet::writesOneRowForEachUnitAtRisk()
{
    const QTemporaryDir folder;
    const SimulatedFleet fleet = simulateFleet(150, 2, 9, asOf);
    QVERIFY(writeFleet(fleet.data, folder.path()));
    const QString out = folder.filePath(u"out.csv"_s);
    const Run r = run({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 0, qPrintable(r.err));
    const QStringList lines = linesOf(out);
    const auto atRisk = std::count_if(fleet.data.assets.begin(), fleet.data.assets.end(),
                                      [](const FleetAsset &a) { return a.exit == FleetExit::None; });
    QCOMPARE(lines.size(), atRisk + 1);
    QVERIFY(lines[0].startsWith(u"asset_id,as_of,p10,p50,p90,flag_date,score,status,confidence"_s));
    for (const QString &line : lines.mid(1)) {
        const QStringList fields = line.split(u',');
        QCOMPARE(fields.size(), 12);
        QVERIFY(fields[1] <= fields[2] && fields[2] <= fields[3] && fields[3] <= fields[4]);
        QVERIFY(fields[6].toDouble() >= 0 && fields[6].toDouble() <= 1);
    }
}

void TstFleet::explainsOneUnit()
{
    const QTemporaryDir folder;
    SimulatedFleet fleet = simulateFleet(150, 2, 9, asOf);
    QVERIFY(writeFleet(fleet.data, folder.path()));
    const auto alive = std::find_if(fleet.data.assets.begin(), fleet.data.assets.end(), [](const FleetAsset &a) {
        return a.exit == FleetExit::None && a.history.grades.size() > 2;
    });
    const QStringList where{u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s};
    const Run r = run(QStringList{u"explain"_s, QString::fromStdString(alive->id)} + where);
    QVERIFY2(r.code == 0, qPrintable(r.err));
    QVERIFY(r.out.contains(u"P50"_s) && r.out.contains(u"condition"_s));
    const Run unknown = run(QStringList{u"explain"_s, u"A999999"_s} + where);
    QCOMPARE(unknown.code, 1);
    QVERIFY(unknown.err.contains(u"A999999"_s));
}

void TstFleet::laterFactsAreNotUsed()
{
    const QTemporaryDir folder;
    const SimulatedFleet fleet = simulateFleet(150, 2, 9, asOf);
    QVERIFY(writeFleet(fleet.data, folder.path()));
    const Day earlier{std::chrono::year{2023} / 6 / 1};
    const auto read = readFleet(folder.path(), earlier);
    QVERIFY(read);
    QVERIFY(!read->warnings.isEmpty());
    for (const FleetAsset &a : read->assets) {
        QVERIFY(a.history.observedFrom < earlier && a.until <= earlier);
        for (const auto &grade : a.history.grades)
            QVERIFY(grade.day < earlier);
    }
}

void TstFleet::wrongInputNamesFileAndLine_data()
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

void TstFleet::wrongInputNamesFileAndLine()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const QTemporaryDir folder;
    QVERIFY(writeFleet(simulateFleet(20, 2, 9, asOf).data, folder.path()));
    QFile broken(folder.filePath(file));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(text);
    broken.close();
    const QString out = folder.filePath(u"out.csv"_s);
    const Run r = run({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 1, qPrintable(r.err));
    QVERIFY2(r.err.contains(message), qPrintable(r.err));
    QVERIFY(!QFile::exists(out));
}

void TstFleet::oddFactsAreLeftOutWithAWarning()
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
    const auto put = [&](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    return put(u"models.csv"_s, "model_id,category,nominal_life_years,price_eur,usage_unit,nominal_usage_per_year,"
                                "measured_quantity,value_new,value_limit,spare_parts_end\n" +
                                    product) &&
           put(u"assets.csv"_s, "asset_id,model_id,customer_id,install_date,observed_from,exit_date,exit_reason,"
                                "failure_after,failure_by\n" +
                                    units);
}

} // namespace

void TstFleet::aGradeThatIsThereTwiceIsNoSecondVisit()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A,P1,C1,2015-01-01,2015-01-01,,,,\nB,P1,C1,2015-01-01,2015-01-01,,,,\n"));
    QFile findings(folder.filePath(u"findings.csv"_s));
    QVERIFY(findings.open(QIODevice::WriteOnly));
    findings.write("asset_id,date,grade\nA,2024-05-01,4\nA,2023-05-01,2\nA,2024-05-01,4\nA,2024-05-01,3\n"
                   "B,2024-05-01,4\n");
    findings.close();
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

void TstFleet::oddExitsAreNamed()
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

void TstFleet::whenNothingIsLeftTheWarningsSayWhy()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2030-01-01,2030-01-01,,,,\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains(u"not yet observed"_s), qPrintable(read.error().detail));
}

void TstFleet::theEndOfSparePartsIsALimit()
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
    const Run r = run({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 0, qPrintable(r.err));
    const QStringList fields = linesOf(out).value(1).split(u',');
    QCOMPARE(fields.value(7), u"plan"_s);
    QVERIFY2(fields.value(5).isEmpty() || fields.value(5) > u"2026-06-01"_s, qPrintable(fields.value(5)));
}

void TstFleet::reasonsNameTheUnitAndNoEmptyMonths()
{
    forecast::Reason use;
    use.kind = forecast::ReasonKind::Usage;
    use.value = 2'740'000'000.0;
    use.usual = 9.5;
    use.monthsEarlier = 0.2;
    QCOMPARE(inWords(use, u"cups"_s), u"used 2740000000 cups a day; usual 9.5 (less than a month)"_s);
    use.monthsEarlier = -3.2;
    QCOMPARE(inWords(use, {}), u"used 2740000000 a day; usual 9.5 (3 months later)"_s);
}

void TstFleet::oneIsSaidAsOne()
{
    using forecast::ReasonKind;
    const forecast::Reason repair{
        .kind = ReasonKind::Repairs, .monthsEarlier = 1, .count = 1, .usual = 0.3, .money = Money{15'900}};
    QCOMPARE(inWords(repair, {}), u"1 repair for 159 EUR; 0.3 to be expected (1 month earlier)"_s);
    const forecast::Reason unnamed{.kind = ReasonKind::Repairs, .monthsEarlier = -2.4, .count = 2};
    QCOMPARE(inWords(unnamed, {}), u"2 repairs for 0 EUR (2 months later)"_s);
    const forecast::Reason grade{
        .kind = ReasonKind::Condition, .monthsEarlier = 1.2, .grade = 4, .count = 1, .usual = 0.8};
    QCOMPARE(inWords(grade, {}), u"condition 4 of 5 at 1 visit; usual at 80 % of life (1 month earlier)"_s);
}

void TstFleet::metersFasterThanTimeAreNamed()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2020-01-01,2020-01-01,,,,\nA2,P1,C1,2020-01-01,2020-01-01,,,,\n"));
    QFile models(folder.filePath(u"models.csv"_s));
    QVERIFY(models.open(QIODevice::WriteOnly));
    models.write("model_id,category,nominal_life_years,price_eur,usage_unit,nominal_usage_per_year\n"
                 "P1,x,10,5000,h,7000\n");
    models.close();
    QFile readings(folder.filePath(u"readings.csv"_s));
    QVERIFY(readings.open(QIODevice::WriteOnly));
    readings.write("asset_id,date,meter\nA1,2022-01-01,22000\nA1,2024-01-01,44000\nA1,2025-05-01,58000\n"
                   "A2,2022-01-01,14000\nA2,2024-01-01,28000\nA2,2025-05-01,37000\n");
    readings.close();
    const QStringList where{u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s};
    const QString out = folder.filePath(u"out.csv"_s);
    const Run r = run(QStringList{u"fleet"_s, u"--out"_s, out} + where);
    QVERIFY2(r.code == 0, qPrintable(r.err));
    QVERIFY2(r.err.contains(u"1 meter of hours faster than time (the first of unit \"A1\")"_s), qPrintable(r.err));
    QVERIFY(r.out.startsWith(u"2 forecasts written"_s));
    QVERIFY(run(QStringList{u"explain"_s, u"A1"_s} + where).out.contains(u"runs faster than time"_s));
    QVERIFY(!run(QStringList{u"explain"_s, u"A2"_s} + where).out.contains(u"faster than time"_s));
}

void TstFleet::aUnitKeepsTheNewestOfManyFacts()
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

namespace {

bool put(const QTemporaryDir &folder, const QString &name, const QByteArray &text)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

void TstFleet::saysOnceWhatIsNotUsed()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,C1,2024-01-01,2024-01-01,,,,\n"));
    QVERIFY(put(folder, u"customers.csv"_s, "customer_id,service_contract\nC1,1\n"));
    QVERIFY(put(folder, u"visits.csv"_s, "asset_id,date\nA1,2024-02-01\n"));
    QVERIFY(put(folder, u"weather.csv"_s, "date,rain\n2024-02-01,3\n"));
    QVERIFY(put(folder, u"readings.csv"_s, "asset_id,date,meter,mood\nA1,2024-02-01,3,good\n"));
    const QString out = folder.filePath(u"out.txt"_s);
    const Run r = run({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
    QVERIFY2(r.code == 0, qPrintable(r.err));
    const Run help = run({u"--help"_s});
    for (const QString &part : {u"note: customers.csv: not used, "_s, u"note: visits.csv: not used, "_s,
                                u"no such table is known: weather.csv\n"_s,
                                u"note: readings.csv: not used, no such column is known: mood\n"_s})
        QVERIFY2(r.err.count(part) == 1, qPrintable(r.err));
    for (const QString &part : {u"customers.csv"_s, u"visits.csv"_s, u"nominal_life_usage"_s, u"hidden_failure*"_s})
        QVERIFY2(help.out.contains(part), qPrintable(help.out));
}

void TstFleet::unitsOfNobodyKnownHaveNoSurroundingsInCommon()
{
    const QTemporaryDir folder;
    QVERIFY(writeUnits(folder, "A1,P1,,2024-01-01,2024-01-01,,,,\nA2,P1,,2024-01-01,2024-01-01,,,,\n"));
    const auto read = readFleet(folder.path(), asOf);
    QVERIFY(read);
    QCOMPARE(read->customers.size(), size_t(2));
    QVERIFY(read->assets[0].customer != read->assets[1].customer);
    QVERIFY(read->warnings.join(u'\n').contains(u"assets.csv: line 2: no customer"_s));
}

void TstFleet::nominalUsageMayBeTheLifesShare()
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

void TstFleet::tooManyRowsNameTheLimit()
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

QTEST_APPLESS_MAIN(TstFleet)
#include "tst_fleet.moc"
