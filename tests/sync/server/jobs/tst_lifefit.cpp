#include "sync/server/jobs/csv.h"
#include "sync/server/jobs/forecast_command.h"
#include "sync/server/jobs/lifefit.h"
#include "sync/server/jobs/newton.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
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

namespace {

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
    void withoutFailuresOnlyAPriorHelps();
    void aSurfaceWithoutAMaximumEndsTheSearch_data();
    void aSurfaceWithoutAMaximumEndsTheSearch();
    void livesWithoutAMaximumAreRefused_data();
    void livesWithoutAMaximumAreRefused();
    void everyFigureOfAnyLivesIsFiniteOrRefused_data();
    void everyFigureOfAnyLivesIsFiniteOrRefused();
    void aNarrowIntervalTellsOfItsDensity();
    void agesFarBelowTheDataAreRefused();
    void whatHasNoNumberIsRefused();
    void wordsThatSayNothingAreRefused_data();
    void wordsThatSayNothingAreRefused();
    void everySpellingOfForEverIsAlive();
    void helpIsGivenWhereverItIsAsked();
    void onlyATimeOfDayFollowsADate();
    void wrongInputNamesFileAndLine_data();
    void wrongInputNamesFileAndLine();

private:
    QString write(const QByteArray &text)
    {
        QFile file(m_folder.filePath(u"lives.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return file.fileName();
    }
    QTemporaryDir m_folder;
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
    const Run r = run(
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
        const Run r = run({u"fit-life"_s, u"--data"_s, folder + u'/' + set + u".csv"_s, u"--json"_s, u"--prior"_s,
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

void TstLifeFit::withoutFailuresOnlyAPriorHelps()
{
    const QString file = write("lower,upper,entry,weight\n5,,0,100\n8,,2,40\n");
    const Run refused = run({u"fit-life"_s, u"--data"_s, file});
    QCOMPARE(refused.code, 1);
    QVERIFY(refused.err.contains(u"prior"_s));
    const Run carried = run({u"fit-life"_s, u"--data"_s, file, u"--prior"_s, u"2.7,0.3,-1.1,0.3"_s, u"--alive-at"_s,
                             u"8"_s, u"--within"_s, u"1"_s, u"--json"_s});
    QCOMPARE(carried.code, 0);
    const QJsonObject o = QJsonDocument::fromJson(carried.out.toUtf8()).object();
    QVERIFY(o[u"refused"_s].toString().startsWith(u"input/no-failures"_s));
    QVERIFY(o[u"map"_s][u"log_median"_s].toDouble() > 2.7);
    QCOMPARE(run({u"fit-life"_s, u"--data"_s, write("lower,upper\n4,4\n4,4\n")}).code, 1);
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

void TstLifeFit::livesWithoutAMaximumAreRefused_data()
{
    QTest::addColumn<QByteArray>("rows");
    QTest::newRow("first seen on the day of failure") << QByteArray("10,10,10,1\n12,12,12,4\n");
    QTest::newRow("one of them a day before") << QByteArray("10,10,9,1\n12,12,12,4\n20,,20,3\n");
    QTest::newRow("no slope in either direction")
        << QByteArray("5,50,2.5,1\n5,50,2.5,0.1\n0,21.015,0,1\n0,5,0,0.1\n2,,0,5\n0,10,0,5\n");
    QTest::newRow("limits beyond numbers") << QByteArray("5,,2.5,0.1\n0,19.6,0,1\n5,,2.5,5\n5,5,2.5,1\n0,1,0,1\n");
    QTest::newRow("ages that differ by rounding") << QByteArray("606,606,0,1\n606,606.0000000001,0,1\n");
    QTest::newRow("found failed only") << QByteArray("0,5,0,5\n1,,1,0.1\n0,100000,0,1\n0,1.885,0,0.1\n");
}

void TstLifeFit::livesWithoutAMaximumAreRefused()
{
    QFETCH(QByteArray, rows);
    const Run r = run({u"fit-life"_s, u"--data"_s, write("lower,upper,entry,weight\n" + rows)});
    QCOMPARE(r.code, 1);
    QVERIFY2(r.err.contains(u"no-estimate"_s), qPrintable(r.err));
    QVERIFY(r.out.isEmpty());
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

void TstLifeFit::whatHasNoNumberIsRefused()
{
    const QString file = write("lower,upper,entry,weight\n5,5,,10\n8,,2,40\n6,6,,4\n");
    for (const QStringList &beyond : {QStringList{u"2.7,0.3,-1.1,0.3"_s, u"1e300"_s}, {u"700,1,5,3"_s, u"8"_s}}) {
        const Run r = run({u"fit-life"_s, u"--data"_s, file, u"--prior"_s, beyond[0], u"--alive-at"_s, beyond[1],
                           u"--within"_s, u"1"_s, u"--json"_s});
        QVERIFY2(!r.out.contains(u"nfinity"_s) && !r.out.contains(u"nan"_s, Qt::CaseInsensitive), qPrintable(r.out));
        if (r.code == 0)
            QVERIFY(QJsonDocument::fromJson(r.out.toUtf8()).isObject());
        else
            QVERIFY2(r.err.contains(u"--prior"_s), qPrintable(r.err));
    }
}

void TstLifeFit::wordsThatSayNothingAreRefused_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("a word too many") << QStringList{u"more.csv"_s};
    QTest::newRow("an age without a prior") << QStringList{u"--alive-at"_s, u"3"_s};
    QTest::newRow("a time without a prior") << QStringList{u"--within"_s, u"3"_s};
}

void TstLifeFit::wordsThatSayNothingAreRefused()
{
    QFETCH(QStringList, words);
    const QString file = write("lower,upper\n5,5\n8,8\n6,6\n");
    QCOMPARE(run({u"fit-life"_s, u"--data"_s, file}).code, 0);
    const Run r = run(QStringList{u"fit-life"_s, u"--data"_s, file} + words);
    QCOMPARE(r.code, 2);
    QVERIFY(r.err.contains(words.front()));
    QVERIFY(r.out.isEmpty());
}

void TstLifeFit::everySpellingOfForEverIsAlive()
{
    const Run plain = run({u"fit-life"_s, u"--data"_s, write("lower,upper\n5,5\n8,8\n9,\n")});
    QCOMPARE(plain.code, 0);
    for (const char *word : {"inf", "Inf", "INF", "Infinity", "infinity", "+inf", "NA", "NULL"}) {
        const Run r = run({u"fit-life"_s, u"--data"_s, write(QByteArray("lower,upper\n5,5\n8,8\n9,") + word + "\n")});
        QVERIFY2(r.out == plain.out, qPrintable(r.err));
    }
}

void TstLifeFit::helpIsGivenWhereverItIsAsked()
{
    for (const QStringList &args :
         {QStringList{u"--help"_s}, {u"fit-life"_s, u"--help"_s}, {u"fleet"_s, u"-h"_s}, {u"run"_s, u"--help"_s}}) {
        const Run r = run(args);
        QCOMPARE(r.code, 0);
        QVERIFY(r.err.isEmpty());
        QVERIFY(r.out.contains(u"fit-life --data"_s) && r.out.contains(u"are of the failure"_s));
    }
}

void TstLifeFit::onlyATimeOfDayFollowsADate()
{
    const auto day = parseIsoDay("2015-02-03");
    QVERIFY(day);
    for (const char *good : {"2015-02-03T08:30", "2015-02-03 08:30:15", "2015-02-03T08:30:15.250Z",
                             "2015-02-03T08:30:15+01:00", "2015-02-03 08:30:15.1-0500"})
        QVERIFY2(parseIsoDay(good) == day, good);
    for (const char *bad : {"2015-02-03Tjunk", "2015-02-03T", "2015-02-03T08:3", "2015-02-03T08:30Zulu",
                            "2015-02-03 08:30:15+", "2015-02-03x", "2015-02-30"})
        QVERIFY2(!parseIsoDay(bad), bad);
}

void TstLifeFit::wrongInputNamesFileAndLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << QByteArray() << u"lives.csv: line 1"_s;
    QTest::newRow("no rows") << QByteArray("lower,upper\n") << u"no rows with data"_s;
    QTest::newRow("column") << QByteArray("lower,entry\n1,2\n") << u"column \"upper\" is missing"_s;
    QTest::newRow("word") << QByteArray("lower,upper\n1,1\nold,3\n") << u"lives.csv: line 3: \"old\" is not a number"_s;
    QTest::newRow("fields") << QByteArray("lower,upper\n1,1,9\n") << u"lives.csv: line 2: 3 fields"_s;
    QTest::newRow("negative") << QByteArray("lower,upper\n-1,1\n") << u"lives.csv: line 2: an age is negative"_s;
    QTest::newRow("backwards") << QByteArray("lower,upper\n5,2\n") << u"upper 2 is before lower 5"_s;
    QTest::newRow("zero") << QByteArray("lower,upper\n0,0\n") << u"age 0"_s;
    QTest::newRow("entry") << QByteArray("lower,upper,entry\n5,,9\n") << u"observation began at 9"_s;
    QTest::newRow("nan") << QByteArray("lower,upper\nnan,2\n") << u"line 2"_s;
    QTest::newRow("endless weight") << QByteArray("lower,upper,weight\n1,2,Inf\n") << u"line 2"_s;
    QTest::newRow("twice") << QByteArray("lower,upper,lower\n1,2,3\n") << u"\"lower\" is there twice"_s;
    QTest::newRow("endless, spelt out") << QByteArray("lower,upper\nInfinity,2\n") << u"line 2: a number is missing"_s;
    QTest::newRow("semicolons") << QByteArray("lower;upper\n1;2\n") << u"line 1: semicolons part the columns"_s;
    QTest::newRow("tabs") << QByteArray("lower\tupper\n1\t2\n") << u"line 1: tabs part the columns"_s;
    QTest::newRow("UTF-16") << QByteArray("\xff\xfel\0o\0w\0", 8) << u"the file is UTF-16"_s;
    QTest::newRow("UTF-16 without a mark") << QByteArray("l\0o\0w\0", 6) << u"zero bytes"_s;
    QTest::newRow("huge") << QByteArray("lower,upper\n1e999,2\n") << u"line 2"_s;
}

void TstLifeFit::wrongInputNamesFileAndLine()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    const Run r = run({u"fit-life"_s, u"--data"_s, write(text)});
    QCOMPARE(r.code, 1);
    QVERIFY2(r.err.contains(message), qPrintable(r.err));
    QVERIFY(r.out.isEmpty());
}

QTEST_APPLESS_MAIN(TstLifeFit)
#include "tst_lifefit.moc"
