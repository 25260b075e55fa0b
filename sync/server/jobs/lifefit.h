#pragma once

#include "sync/server/jobs/lifedata.h"

#include <array>
#include <optional>

namespace turnus::jobs {

enum class LifeDistribution { Weibull, Lognormal };

/// Log-likelihood at (location, log scale) of log time with its first and second derivatives.
struct LifeSlope
{
    double value = 0;
    std::array<double, 2> gradient{};
    /// (location, location), (location, log scale), (log scale, log scale)
    std::array<double, 3> hessian{};
};
LifeSlope lifeSlope(const LifeTerms &terms, LifeDistribution distribution, double location, double logScale);
/// The value alone.
double lifeLogLikelihood(const LifeTerms &terms, LifeDistribution distribution, double location, double logScale);

/// Log of the share that outlives the standard log age z.
double lifeLogSurvival(LifeDistribution distribution, double z);

struct LifePrior
{
    double logMedianMean = 0;
    double logMedianSd = 1;
    double logSigmaMean = 0;
    double logSigmaSd = 1;
};

struct LifeQuantile
{
    double share = 0;
    double age = 0;
    double seLog = 0;
    std::array<double, 2> wald{};
    std::optional<std::array<double, 2>> likelihoodRatio;
    /// Why the figure must not be used, empty when it may.
    QString refusal;
};

struct LifeFit
{
    LifeDistribution distribution = LifeDistribution::Weibull;
    double location = 0;
    double logScale = 0;
    double logLikelihood = 0;
    /// Covariance of (location, log scale): diagonal, off-diagonal, diagonal.
    std::array<double, 3> covariance{};
    std::vector<LifeQuantile> quantiles;
};
/// Maximum likelihood by Newton steps on analytic derivatives. Refuses, with the reason, what the data cannot carry:
/// every figure of a fit is a finite number.
Result<LifeFit> fitLife(const LifeTerms &terms, LifeDistribution distribution);

struct LifeFigures
{
    double p10 = 0;
    double p50 = 0;
    double p90 = 0;
    double failWithin = 0;

    [[nodiscard]] bool isFinite() const;
};
struct LifePosterior
{
    /// At the mode: log median and log sigma, log posterior (prior without its constant) and covariance there.
    double logMedian = 0;
    double logSigma = 0;
    double logPosterior = 0;
    std::array<double, 3> covariance{};
    double meanLogMedian = 0;
    double sdLogMedian = 0;
    double meanLogSigma = 0;
    double sdLogSigma = 0;
    /// Total age at failure given alive at the asked age.
    LifeFigures atMode;
    LifeFigures predictive;
};
/// The posterior by integration on a grid around its mode; works without any failure, as the prior carries it.
Result<LifePosterior> lifePosterior(const LifeTerms &terms, LifeDistribution distribution, const LifePrior &prior,
                                    double aliveAt, double within);
LifeFigures lifeFigures(LifeDistribution distribution, double location, double logScale, double aliveAt, double within);

} // namespace turnus::jobs
