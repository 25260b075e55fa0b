#include "sync/server/jobs/lifefit.h"
#include "sync/server/jobs/newton.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

/// Log of the standard quantile of one half: location = log median − this · scale.
double standardMedian(LifeDistribution distribution)
{
    return distribution == LifeDistribution::Weibull ? std::log(std::log(2.0)) : 0.0;
}

double logSurvivalAt(LifeDistribution distribution, double location, double logScale, double age)
{
    if (!(age > 0))
        return 0;
    return lifeLogSurvival(distribution, (std::log(age) - location) * std::exp(-logScale));
}

/// A weighted set of lives. The unit that is asked about is among the data, so that it was alive at its age is already
/// in the weights: each life gives its own chance of lasting on.
struct Mixture
{
    struct Life
    {
        double location = 0;
        double logScale = 0;
        double weight = 0;
    };
    LifeDistribution distribution;
    std::vector<Life> lives;

    [[nodiscard]] LifeFigures figures(double aliveAt, double within) const
    {
        std::vector<double> atAge;
        double total = 0;
        for (const Life &life : lives) {
            atAge.push_back(logSurvivalAt(distribution, life.location, life.logScale, aliveAt));
            total += life.weight;
        }
        const auto alive = [&](double age) {
            double sum = 0;
            for (size_t i = 0; i < lives.size(); ++i) {
                const double now = logSurvivalAt(distribution, lives[i].location, lives[i].logScale, age);
                sum += lives[i].weight * std::exp(now - atAge[i]);
            }
            return sum / total;
        };
        const auto ageAt = [&](double failed) {
            double low = std::log(std::max(aliveAt, 1e-12)), high = low + 1;
            for (int i = 0; i < 200 && alive(std::exp(high)) > 1 - failed; ++i)
                high += 1;
            for (int i = 0; i < 100 && high - low > 1e-12; ++i) {
                const double middle = 0.5 * (low + high);
                (alive(std::exp(middle)) > 1 - failed ? low : high) = middle;
            }
            return std::exp(0.5 * (low + high));
        };
        return {ageAt(0.1), ageAt(0.5), ageAt(0.9), 1 - alive(aliveAt + within)};
    }
};

/// Log posterior and derivatives in (log median, log sigma).
LifeSlope posteriorSlope(const LifeTerms &terms, LifeDistribution distribution, const LifePrior &prior, double median,
                         double logSigma)
{
    const double shift = standardMedian(distribution) * std::exp(logSigma);
    LifeSlope s = lifeSlope(terms, distribution, median - shift, logSigma);
    s.hessian[2] += -2 * shift * s.hessian[1] + shift * shift * s.hessian[0] - shift * s.gradient[0];
    s.hessian[1] -= shift * s.hessian[0];
    s.gradient[1] -= shift * s.gradient[0];
    const double z1 = (median - prior.logMedianMean) / prior.logMedianSd;
    const double z2 = (logSigma - prior.logSigmaMean) / prior.logSigmaSd;
    s.value -= 0.5 * (z1 * z1 + z2 * z2);
    s.gradient[0] -= z1 / prior.logMedianSd;
    s.gradient[1] -= z2 / prior.logSigmaSd;
    s.hessian[0] -= 1 / (prior.logMedianSd * prior.logMedianSd);
    s.hessian[2] -= 1 / (prior.logSigmaSd * prior.logSigmaSd);
    return s;
}

/// Values of the posterior over a rotated grid of `side`² points that reaches 7 deviations around the mode.
void integrate(const LifeTerms &terms, const LifePrior &prior, const Point &mode, int side, LifePosterior &result,
               Mixture &mixture)
{
    const auto &cov = result.covariance;
    const double sdMedian = std::sqrt(cov[0]);
    const double slope = cov[1] / cov[0];
    const double sdSigma = std::sqrt(std::max(cov[2] - cov[1] * slope, 1e-12));
    constexpr double reach = 7;
    double total = 0;
    std::array<double, 4> moments{};
    for (int i = 0; i < side; ++i) {
        for (int j = 0; j < side; ++j) {
            const double u = reach * (2.0 * i / (side - 1) - 1);
            const double v = reach * (2.0 * j / (side - 1) - 1);
            const double median = mode.location + u * sdMedian;
            const double logSigma = mode.logScale + u * sdMedian * slope + v * sdSigma;
            const double location = median - standardMedian(mixture.distribution) * std::exp(logSigma);
            const double z1 = (median - prior.logMedianMean) / prior.logMedianSd;
            const double z2 = (logSigma - prior.logSigmaMean) / prior.logSigmaSd;
            const double value = lifeLogLikelihood(terms, mixture.distribution, location, logSigma) -
                                 0.5 * (z1 * z1 + z2 * z2) - mode.slope.value;
            if (!(value > -40))
                continue;
            const double w = std::exp(value);
            total += w;
            moments[0] += w * median;
            moments[1] += w * median * median;
            moments[2] += w * logSigma;
            moments[3] += w * logSigma * logSigma;
            mixture.lives.push_back({location, logSigma, w});
        }
    }
    result.meanLogMedian = moments[0] / total;
    result.sdLogMedian = std::sqrt(std::max(moments[1] / total - result.meanLogMedian * result.meanLogMedian, 0.0));
    result.meanLogSigma = moments[2] / total;
    result.sdLogSigma = std::sqrt(std::max(moments[3] / total - result.meanLogSigma * result.meanLogSigma, 0.0));
}

bool isFinite(const LifePosterior &p)
{
    const double sum = p.logMedian + p.logSigma + p.logPosterior + p.covariance[0] + p.covariance[1] + p.covariance[2] +
                       p.meanLogMedian + p.sdLogMedian + p.meanLogSigma + p.sdLogSigma;
    return std::isfinite(sum) && p.covariance[0] > 0 && p.covariance[2] > 0;
}

} // namespace

bool LifeFigures::isFinite() const
{
    return std::isfinite(p10) && std::isfinite(p50) && std::isfinite(p90) && std::isfinite(failWithin);
}

LifeFigures lifeFigures(LifeDistribution distribution, double location, double logScale, double aliveAt, double within)
{
    return Mixture{distribution, {{location, logScale, 1.0}}}.figures(aliveAt, within);
}

Result<LifePosterior> lifePosterior(const LifeTerms &terms, LifeDistribution distribution, const LifePrior &prior,
                                    double aliveAt, double within)
{
    if (!(prior.logMedianSd > 0) || !(prior.logSigmaSd > 0) || !std::isfinite(prior.logMedianMean) ||
        !std::isfinite(prior.logSigmaMean))
        return fail(Domain::Input, u"prior", u"deviations must be greater than 0"_s);
    if (!(aliveAt >= 0) || !(within >= 0) || !std::isfinite(aliveAt + within))
        return fail(Domain::Input, u"age", u"--alive-at and --within must not be negative"_s);
    const auto slope = [&](double median, double logSigma) {
        return posteriorSlope(terms, distribution, prior, median, logSigma);
    };
    const auto mode = maximise(slope, prior.logMedianMean, prior.logSigmaMean);
    if (!mode)
        return fail(Domain::Input, u"no-estimate", u"the posterior has no maximum"_s);
    LifePosterior result;
    result.logMedian = mode->location;
    result.logSigma = mode->logScale;
    result.logPosterior = mode->slope.value;
    result.covariance = inverted(mode->slope.hessian);
    result.atMode = lifeFigures(distribution, mode->location - standardMedian(distribution) * std::exp(mode->logScale),
                                mode->logScale, aliveAt, within);
    Mixture mixture{distribution, {}};
    const auto sizes =
        terms.exact.logTime.size() + terms.survival.logTime.size() + terms.left.logTime.size() + terms.between.size();
    integrate(terms, prior, *mode, sizes > 50'000 ? 21 : 61, result, mixture);
    result.predictive = mixture.figures(aliveAt, within);
    if (!result.atMode.isFinite() || !result.predictive.isFinite() || !isFinite(result))
        return fail(Domain::Input, u"no-estimate",
                    u"the ages at failure are beyond every number: look at --prior and --alive-at"_s);
    return result;
}

} // namespace turnus::jobs
