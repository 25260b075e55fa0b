#include "core/forecast/forecaster.h"
#include "sync/server/jobs/explanation.h"
#include "sync/server/jobs/fleetfit.h"
#include "tests/sync/server/jobs/forecastrun.h"
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
    void whoeverGoesOnFromALifeEndsWhereAFreshFitDoes();
    void productsWithoutFailuresKeepTheirNominalLife();
    void writesOneRowForEachUnitAtRisk();
    void explainsOneUnit();
    void laterFactsAreNotUsed();
    void reasonsNameTheUnitAndNoEmptyMonths();
    void oneIsSaidAsOne();

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

namespace {

/// Age by which the share `q` has worn out.
double wornBy(const forecast::ProductLife &life, double q)
{
    double low = 1, high = 1e6;
    while (high / low > 1 + 1e-7) {
        const double middle = std::sqrt(low * high);
        double worn = 0;
        for (const forecast::LifePair &pair : life.pairs)
            worn += pair.weight * -std::expm1(-std::pow(middle / pair.eta, pair.beta));
        (worn < q ? low : high) = middle;
    }
    return low;
}

} // namespace

void TstFleet::whoeverGoesOnFromALifeEndsWhereAFreshFitDoes()
{
    FleetFitOptions thorough;
    thorough.passes = 40;
    const FleetFit settled = fitFleet(m_fleet.data, thorough);
    FleetFitOptions quick;
    quick.passes = 8;
    FleetFit night = m_fit;
    for (int i = 0; i < 3; ++i) {
        const FleetState before = resumedState(m_fleet.data, night.products, night.customerLifeLog);
        night = fitFleet(m_fleet.data, quick, &before);
        for (size_t p = 0; p < 4; ++p) {
            for (const double q : {0.02, 0.1, 0.5, 0.9}) {
                const double off = std::log(wornBy(night.products[p], q) / wornBy(settled.products[p], q));
                QVERIFY2(std::abs(off) < 0.005, qPrintable(u"night %1, product %2: %3"_s.arg(i).arg(p).arg(off)));
            }
            QCOMPARE(night.products[p].failures, settled.products[p].failures);
            QCOMPARE(night.products[p].assets, settled.products[p].assets);
        }
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
    const Run r = runForecast({u"fleet"_s, u"--data"_s, folder.path(), u"--as-of"_s, u"2025-06-01"_s, u"--out"_s, out});
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
    const Run r = runForecast(QStringList{u"explain"_s, QString::fromStdString(alive->id)} + where);
    QVERIFY2(r.code == 0, qPrintable(r.err));
    QVERIFY(r.out.contains(u"P50"_s) && r.out.contains(u"condition"_s));
    const Run unknown = runForecast(QStringList{u"explain"_s, u"A999999"_s} + where);
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

QTEST_APPLESS_MAIN(TstFleet)
#include "tst_fleet.moc"
