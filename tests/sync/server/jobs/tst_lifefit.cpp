#include "sync/server/jobs/lifefit.h"
#include "sync/server/jobs/newton.h"
#include "tests/sync/server/jobs/forecastrun.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <random>
#include <utility>

using namespace Qt::StringLiterals;
using namespace turnus;
using namespace turnus::jobs;
using namespace turnus::tests;

namespace {

/// The folder of reference data beside the repository, or empty.
QString referenceFolder()
{
    const QString root = QStringLiteral(TURNUS_SOURCE_DIR);
    for (const QString &up : {u"/../shared"_s, u"/../../shared"_s}) {
        QString folder = root + up + u"/forecast/reference"_s;
        if (QDir(folder).exists())
            return folder;
    }
    return {};
}

QJsonObject readJson(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.readAll()).object();
}

bool near(double got, double expected, double relative)
{
    return std::abs(got - expected) <= relative * std::abs(expected);
}

} // namespace

class TstLifeFit final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesTheReference_data();
    void matchesTheReference();
    void matchesTheExactPosterior_data();
    void matchesTheExactPosterior();
    void derivativesAreThoseOfTheValue_data();
    void derivativesAreThoseOfTheValue();
    void mergingEqualTermsChangesNothing();
    void scalingTimeScalesTheLife();
    void moreCensoringNeverNarrowsAnInterval();
    void aSurfaceWithoutAMaximumEndsTheSearch_data();
    void aSurfaceWithoutAMaximumEndsTheSearch();
    void everyFigureOfAnyLivesIsFiniteOrRefused_data();
    void everyFigureOfAnyLivesIsFiniteOrRefused();
    void aNarrowIntervalTellsOfItsDensity();
    void agesFarBelowTheDataAreRefused();
};

void TstLifeFit::matchesTheReference_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("distribution");
    for (const char *set : {"cracks", "circuit_breaker"}) {
        for (const char *distribution : {"weibull", "lognormal"})
            QTest::addRow("%s %s", set, distribution) << QString::fromLatin1(set) << QString::fromLatin1(distribution);
    }
}

void TstLifeFit::matchesTheReference()
{
    QFETCH(QString, set);
    QFETCH(QString, distribution);
    const QString folder = referenceFolder();
    if (folder.isEmpty())
        QSKIP("the reference data (../shared/forecast/reference) are not beside the repository");
    const QJsonObject expected = readJson(folder + u"/expected.json"_s)[set][u"fits"_s][distribution].toObject();
    const Run r = runForecast(
        {u"fit-life"_s, u"--data"_s, folder + u'/' + set + u".csv"_s, u"--distribution"_s, distribution, u"--json"_s});
    QCOMPARE(r.code, 0);
    const QJsonObject got = QJsonDocument::fromJson(r.out.toUtf8()).object();
    QVERIFY(std::abs(got[u"loglik"_s].toDouble() - expected[u"loglik"_s].toDouble()) < 1e-6);
    for (const QString &key : {u"location"_s, u"log_scale"_s})
        QVERIFY2(near(got[key].toDouble(), expected[key].toDouble(), 1e-6), qPrintable(key));
    for (const QString &key : {u"se_location"_s, u"se_log_scale"_s})
        QVERIFY2(near(got[key].toDouble(), expected[key].toDouble(), 1e-5), qPrintable(key));
    for (const QString &name : {u"B10"_s, u"B50"_s, u"B90"_s}) {
        const QJsonObject q = got[u"quantiles"_s][name].toObject();
        const QJsonObject e = expected[u"quantiles"_s][name].toObject();
        QVERIFY2(near(q[u"t"_s].toDouble(), e[u"t"_s].toDouble(), 1e-5), qPrintable(name));
        for (const QString &limits : {u"wald_log_ci95"_s, u"likelihood_ratio_ci95"_s}) {
            for (int side : {0, 1})
                QVERIFY2(near(q[limits][side].toDouble(), e[limits][side].toDouble(), 1e-5), qPrintable(name + limits));
        }
    }
}

void TstLifeFit::matchesTheExactPosterior_data()
{
    QTest::addColumn<QString>("set");
    QTest::newRow("interval censored") << u"cracks"_s;
    QTest::newRow("left truncated") << u"circuit_breaker"_s;
}

void TstLifeFit::matchesTheExactPosterior()
{
    QFETCH(QString, set);
    const QString folder = referenceFolder();
    if (folder.isEmpty())
        QSKIP("the reference data (../shared/forecast/reference) are not beside the repository");
    const QJsonObject expected = readJson(folder + u"/predictions.json"_s)[set].toObject();
    const QJsonObject prior = expected[u"prior"_s].toObject();
    QStringList numbers;
    for (const QString &key : {u"log_median_mean"_s, u"log_median_sd"_s, u"log_sigma_mean"_s, u"log_sigma_sd"_s})
        numbers << QString::number(prior[key].toDouble(), 'g', 17);
    for (const auto &value : expected[u"total_age_at_failure_given_alive_at_age"_s].toArray()) {
        const QJsonObject e = value.toObject();
        const Run r =
            runForecast({u"fit-life"_s, u"--data"_s, folder + u'/' + set + u".csv"_s, u"--json"_s, u"--prior"_s,
                         numbers.join(u','), u"--alive-at"_s, QString::number(e[u"age"_s].toDouble()), u"--within"_s,
                         QString::number(e[u"delta"_s].toDouble())});
        QCOMPARE(r.code, 0);
        const QJsonObject got = QJsonDocument::fromJson(r.out.toUtf8()).object();
        QVERIFY(near(got[u"map"_s][u"log_median"_s].toDouble(), expected[u"map"_s][u"log_median"_s].toDouble(), 1e-6));
        const QJsonObject g = got[u"total_age_at_failure_given_alive_at_age"_s][0].toObject();
        for (const QString &kind : {u"plug_in_mle"_s, u"plug_in_map"_s, u"posterior_predictive"_s}) {
            const double digits = kind == u"posterior_predictive"_s ? 2e-3 : 1e-5;
            for (const QString &key : {u"p10"_s, u"p50"_s, u"p90"_s, u"prob_fail_in_delta"_s})
                QVERIFY2(near(g[kind][key].toDouble(), e[kind][key].toDouble(), digits),
                         qPrintable(kind + u' ' + key + u' ' + QString::number(g[kind][key].toDouble(), 'g', 9) + u' ' +
                                    QString::number(e[kind][key].toDouble(), 'g', 9)));
        }
    }
}

void TstLifeFit::derivativesAreThoseOfTheValue_data()
{
    QTest::addColumn<int>("distribution");
    QTest::newRow("weibull") << int(LifeDistribution::Weibull);
    QTest::newRow("lognormal") << int(LifeDistribution::Lognormal);
}

void TstLifeFit::derivativesAreThoseOfTheValue()
{
    QFETCH(int, distribution);
    const auto d = LifeDistribution(distribution);
    const double none = std::numeric_limits<double>::infinity();
    const LifeTerms terms =
        lifeTerms({{5, 5, 0, 2}, {9, none, 3, 1}, {0, 4, 0, 1.5}, {6, 11, 2, 3}, {200, 210, 0, 1}, {0, 0.01, 0, 1}});
    constexpr double step = 1e-5;
    for (const double location : {1.5, 2.0, 3.3}) {
        for (const double logScale : {-0.6, -0.2, 0.6}) {
            const LifeSlope at = lifeSlope(terms, d, location, logScale);
            QVERIFY(near(at.value, lifeLogLikelihood(terms, d, location, logScale), 1e-12));
            const auto along = [&](double dl, double ds) {
                return lifeSlope(terms, d, location + dl * step, logScale + ds * step);
            };
            const LifeSlope l1 = along(1, 0), l0 = along(-1, 0), s1 = along(0, 1), s0 = along(0, -1);
            const double size = std::abs(at.value) + std::abs(at.hessian[0]) + std::abs(at.hessian[2]);
            const auto equal = [&](double a, double b) { return std::abs(a - b) < 1e-6 * size; };
            QVERIFY(equal(at.gradient[0], (l1.value - l0.value) / (2 * step)));
            QVERIFY(equal(at.gradient[1], (s1.value - s0.value) / (2 * step)));
            QVERIFY(equal(at.hessian[0], (l1.gradient[0] - l0.gradient[0]) / (2 * step)));
            QVERIFY(equal(at.hessian[1], (l1.gradient[1] - l0.gradient[1]) / (2 * step)));
            QVERIFY(equal(at.hessian[2], (s1.gradient[1] - s0.gradient[1]) / (2 * step)));
        }
    }
}

void TstLifeFit::mergingEqualTermsChangesNothing()
{
    std::vector<LifeRecord> records;
    for (int i = 0; i < 500; ++i) {
        const double age = 1 + i % 17;
        records.push_back({age, i % 3 ? std::numeric_limits<double>::infinity() : age, i % 4 ? 0.0 : 0.5, 1});
    }
    for (const auto d : {LifeDistribution::Weibull, LifeDistribution::Lognormal}) {
        QVERIFY(near(lifeLogLikelihood(lifeTerms(records, true), d, 2, -0.5),
                     lifeLogLikelihood(lifeTerms(records, false), d, 2, -0.5), 1e-12));
    }
}

void TstLifeFit::scalingTimeScalesTheLife()
{
    const double none = std::numeric_limits<double>::infinity();
    const std::vector<LifeRecord> inYears{{3, 3, 1, 1}, {5, 5, 0, 1}, {4, none, 2, 6}, {2, 6, 0, 2}, {7, 7, 0, 1}};
    std::vector<LifeRecord> inDays = inYears;
    for (LifeRecord &r : inDays) {
        r.lower *= 365.25;
        r.upper *= 365.25;
        r.entry *= 365.25;
    }
    for (const auto d : {LifeDistribution::Weibull, LifeDistribution::Lognormal}) {
        const auto years = fitLife(lifeTerms(inYears), d);
        const auto daily = fitLife(lifeTerms(inDays), d);
        QVERIFY(years && daily);
        QVERIFY(near(daily->logScale, years->logScale, 1e-7));
        for (size_t i = 0; i < 3; ++i) {
            QVERIFY(near(daily->quantiles[i].age, 365.25 * years->quantiles[i].age, 1e-7));
            QVERIFY(near(daily->quantiles[i].seLog, years->quantiles[i].seLog, 1e-6));
        }
    }
}

void TstLifeFit::moreCensoringNeverNarrowsAnInterval()
{
    // The same lives seen for longer and longer: what is known of the middle only grows.
    std::vector<double> lives;
    for (int i = 1; i < 200; ++i)
        lives.push_back(10 * std::pow(-std::log1p(-i / 200.0), 1 / 2.5));
    double narrowest = std::numeric_limits<double>::infinity();
    for (const double seenUntil : {5.0, 7.0, 9.0, 11.0, 14.0, 20.0}) {
        std::vector<LifeRecord> records;
        for (const double life : lives) {
            const bool seen = life <= seenUntil;
            records.push_back({std::min(life, seenUntil), seen ? life : std::numeric_limits<double>::infinity(), 0, 1});
        }
        const auto fit = fitLife(lifeTerms(records), LifeDistribution::Weibull);
        QVERIFY(fit);
        QVERIFY(fit->quantiles[1].seLog <= narrowest);
        narrowest = fit->quantiles[1].seLog;
    }
}

void TstLifeFit::aSurfaceWithoutAMaximumEndsTheSearch_data()
{
    using Surface = std::function<LifeSlope(double, double)>;
    QTest::addColumn<Surface>("surface");
    const double nan = std::nan("");
    QTest::newRow("flat") << Surface([](double, double) { return LifeSlope{}; });
    QTest::newRow("a ledge") << Surface([](double x, double) { return LifeSlope{std::max(x, 0.0), {}, {}}; });
    QTest::newRow("a plane") << Surface([](double x, double y) { return LifeSlope{x + y, {1, 1}, {}}; });
    QTest::newRow("a valley") << Surface([](double x, double) { return LifeSlope{x * x, {2 * x, 0}, {2, 0, -1}}; });
    QTest::newRow("a ridge") << Surface([](double x, double) { return LifeSlope{-x * x, {-2 * x, 0}, {-2, 0, 0}}; });
    QTest::newRow("no number") << Surface([=](double, double) { return LifeSlope{0, {0, 0}, {nan, nan, nan}}; });
    QTest::newRow("beyond numbers") << Surface([](double, double) {
        return LifeSlope{0, {1e300, 1}, {1e308, 1e308, 1e308}};
    });
}

void TstLifeFit::aSurfaceWithoutAMaximumEndsTheSearch()
{
    QFETCH(std::function<LifeSlope(double, double)>, surface);
    int looks = 0;
    const auto counted = [&](double x, double y) {
        ++looks;
        return surface(x, y);
    };
    QVERIFY(!maximise(counted, 0, 0));
    QVERIFY(looks <= 1 + 200 * 40);
}

namespace {

/// A few lives as hands type them: equal ages, ages that nearly are, entries at the age, slivers of weight.
std::vector<LifeRecord> anyLives(std::mt19937 &random)
{
    const auto below = [&](size_t n) { return size_t(random() % n); };
    const auto age = [&] {
        constexpr std::array ages{0.001, 1.0, 1.885, 2.0, 5.0, 10.0, 10.0, 12.0, 50.0, 606.0, 1e5};
        const double one = ages[below(ages.size())];
        switch (below(8)) {
        case 0:
            return one * (1 + 1e-13);
        case 1:
            return one + double(below(20'000)) / 1000;
        default:
            return one;
        }
    };
    std::vector<LifeRecord> lives;
    for (size_t i = 0, count = 1 + below(7); i < count; ++i) {
        LifeRecord r{age(), 0, 0, std::array{0.1, 1.0, 1.0, 4.0, 5.0, 1e4}[below(6)]};
        switch (below(5)) {
        case 0:
            r.upper = std::numeric_limits<double>::infinity();
            break;
        case 1:
            r.upper = std::exchange(r.lower, 0);
            break;
        case 2:
            r.upper = std::max(age(), r.lower);
            break;
        default:
            r.upper = r.lower;
        }
        if (r.lower > 0)
            r.entry = std::array{0.0, 0.0, 0.5, 0.9, 1.0}[below(5)] * r.lower;
        lives.push_back(r);
    }
    return lives;
}

bool areFinite(std::initializer_list<double> values)
{
    return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

bool isComplete(const LifeFit &fit)
{
    const auto &cov = fit.covariance;
    return areFinite({fit.location, fit.logScale, fit.logLikelihood, cov[0], cov[1], cov[2]}) && cov[0] > 0 &&
           cov[2] > 0 && cov[0] * cov[2] > cov[1] * cov[1] &&
           std::ranges::all_of(fit.quantiles, [](const LifeQuantile &q) {
               const auto ratio = q.likelihoodRatio.value_or(q.wald);
               return areFinite({q.age, q.seLog, q.wald[1], ratio[0], ratio[1]}) && q.seLog > 0 && q.wald[0] > 0 &&
                      q.wald[0] < q.age && q.age < q.wald[1];
           });
}

bool isComplete(const LifePosterior &p)
{
    return areFinite({p.logMedian, p.logSigma, p.logPosterior, p.covariance[0], p.covariance[1], p.covariance[2],
                      p.meanLogMedian, p.sdLogMedian, p.meanLogSigma, p.sdLogSigma}) &&
           p.covariance[0] > 0 && p.covariance[2] > 0 && p.atMode.isFinite() && p.predictive.isFinite();
}

QString asRows(const std::vector<LifeRecord> &lives)
{
    QString rows;
    for (const LifeRecord &r : lives)
        rows += u"%1,%2,%3,%4\n"_s.arg(r.lower, 0, 'g', 17).arg(r.upper, 0, 'g', 17).arg(r.entry).arg(r.weight);
    return rows;
}

} // namespace

void TstLifeFit::everyFigureOfAnyLivesIsFiniteOrRefused_data()
{
    derivativesAreThoseOfTheValue_data();
}

void TstLifeFit::everyFigureOfAnyLivesIsFiniteOrRefused()
{
    QFETCH(int, distribution);
    std::mt19937 random(20260105);
    int fitted = 0, refused = 0;
    for (int i = 0; i < 4000; ++i) {
        const std::vector<LifeRecord> lives = anyLives(random);
        const LifeTerms terms = lifeTerms(lives);
        const auto fit = fitLife(terms, LifeDistribution(distribution));
        QVERIFY2(fit ? isComplete(*fit) : !fit.error().detail.isEmpty(), qPrintable(asRows(lives)));
        ++(fit ? fitted : refused);
        if (i % 80 == 0) {
            const auto carried = lifePosterior(terms, LifeDistribution(distribution), {2.7, 0.6, -0.7, 0.4}, 8, 1);
            QVERIFY2(carried ? isComplete(*carried) : !carried.error().detail.isEmpty(), qPrintable(asRows(lives)));
        }
    }
    QVERIFY2(fitted > 400 && refused > 400, qPrintable(u"%1 %2"_s.arg(fitted).arg(refused)));
}

void TstLifeFit::aNarrowIntervalTellsOfItsDensity()
{
    for (const auto d : {LifeDistribution::Weibull, LifeDistribution::Lognormal}) {
        const auto exact = fitLife(lifeTerms({{606, 606, 0, 1}, {300, 300, 0, 1}, {900, 900, 0, 1}}), d);
        QVERIFY(exact);
        for (const double width : {1e-10, 1e-7, 1e-4, 1e-3}) {
            const auto narrow = fitLife(lifeTerms({{606, 606 + width, 0, 1}, {300, 300, 0, 1}, {900, 900, 0, 1}}), d);
            QVERIFY2(narrow, qPrintable(QString::number(width)));
            QVERIFY(near(narrow->location, exact->location, 1e-6));
            for (const size_t i : {0, 2})
                QVERIFY(near(narrow->covariance[i], exact->covariance[i], 1e-5));
            QVERIFY(near(narrow->logLikelihood, exact->logLikelihood + std::log(width), 1e-3));
        }
    }
}

void TstLifeFit::agesFarBelowTheDataAreRefused()
{
    // Most had failed before anybody looked, so the early lives are the curve's alone.
    const auto fit = fitLife(lifeTerms({{0, 10, 0, 9}, {10, 100, 0, 2}, {100, 1000, 0, 1}}), LifeDistribution::Weibull);
    QVERIFY(fit);
    QVERIFY(fit->quantiles[0].age < 1);
    QVERIFY2(fit->quantiles[0].refusal.contains(u"least age seen (10)"_s), qPrintable(fit->quantiles[0].refusal));
    QVERIFY(fit->quantiles[2].refusal.isEmpty());
}

QTEST_APPLESS_MAIN(TstLifeFit)
#include "tst_lifefit.moc"
