#include "sync/server/jobs/lifefit.h"

#include "sync/server/jobs/newton.h"

#include <algorithm>
#include <boost/math/special_functions/erf.hpp>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

namespace {

constexpr double chiSquare95 = 3.841458820694124;
constexpr double normal975 = 1.959963984540054;
constexpr double overflowing = 700;
constexpr double halfLogTwoPi = 0.91893853320467274178;

/// A function of z with two derivatives.
struct Curve
{
    double value = 0;
    double first = 0;
    double second = 0;
};

/// Smallest extreme value distribution: log of a Weibull life.
struct Extreme
{
    static double median() { return std::log(std::log(2.0)); }
    static double quantile(double p) { return std::log(-std::log1p(-p)); }
    static double logSurvival(double z) { return -std::exp(std::min(z, overflowing)); }
    static Curve density(double z)
    {
        const double h = std::exp(std::min(z, overflowing));
        return {z - h, 1 - h, -h};
    }
    static Curve survival(double z)
    {
        const double h = std::exp(std::min(z, overflowing));
        return {-h, -h, -h};
    }
    static Curve below(double z)
    {
        const double h = std::exp(std::min(z, overflowing));
        const double failed = -std::expm1(-h);
        if (h > overflowing)
            return {0, 0, 0};
        const double r = h > 1e-8 ? h / std::expm1(h) : 1 - 0.5 * h;
        return {h > 1e-300 ? std::log(failed) : z, r, r * (1 - (h > 1e-8 ? h / failed : 1 + 0.5 * h))};
    }
    /// Derivative of the log density.
    static double densitySlope(double z) { return 1 - std::exp(std::min(z, overflowing)); }
    static double logDensity(double z) { return z - std::exp(std::min(z, overflowing)); }
};

struct Normal
{
    static double median() { return 0; }
    static double quantile(double p) { return -std::sqrt(2.0) * boost::math::erfc_inv(2 * p); }
    static double logSurvival(double z)
    {
        if (z < 25)
            return std::log(0.5 * std::erfc(z * 0.70710678118654752440));
        const double i = 1 / (z * z);
        return -0.5 * z * z - halfLogTwoPi - std::log(z) + std::log1p(-i * (1 - i * (3 - i * (15 - i * 105))));
    }
    static double logDensity(double z) { return -0.5 * z * z - halfLogTwoPi; }
    static double densitySlope(double z) { return -z; }
    static Curve density(double z) { return {logDensity(z), -z, -1}; }
    static Curve survival(double z)
    {
        const double s = logSurvival(z);
        const double h = std::exp(logDensity(z) - s);
        return {s, -h, -h * (h - z)};
    }
    static Curve below(double z)
    {
        const Curve mirrored = survival(-z);
        return {mirrored.value, -mirrored.first, mirrored.second};
    }
};

/// Adds weight·T(z(location, log scale)) with z = (y − location)/scale.
void add(LifeSlope &sum, double weight, const Curve &t, double z, double inverseScale)
{
    sum.value += weight * t.value;
    sum.gradient[0] -= weight * t.first * inverseScale;
    sum.gradient[1] -= weight * t.first * z;
    sum.hessian[0] += weight * t.second * inverseScale * inverseScale;
    sum.hessian[1] += weight * (t.first + z * t.second) * inverseScale;
    sum.hessian[2] += weight * z * (t.first + z * t.second);
}

/// Standard deviations below which an interval counts as its density times its width: the difference of two survivals
/// would be lost in rounding.
constexpr double narrowInterval = 1e-5;

template <class D>
void addBetween(LifeSlope &sum, const LifeTerms::Between &b, double location, double inverseScale)
{
    const double width = (b.logUpper - b.logLower) * inverseScale;
    if (width < narrowInterval) {
        const double z = (0.5 * (b.logLower + b.logUpper) - location) * inverseScale;
        add(sum, b.weight, D::density(z), z, inverseScale);
        sum.value += b.weight * std::log(width);
        sum.gradient[1] -= b.weight;
        return;
    }
    const double z1 = (b.logLower - location) * inverseScale;
    const double z2 = (b.logUpper - location) * inverseScale;
    const double above = D::logSurvival(z1);
    const double logP = above + std::log(-std::expm1(D::logSurvival(z2) - above));
    const double r1 = std::exp(D::logDensity(z1) - logP);
    const double r2 = std::exp(D::logDensity(z2) - logP);
    const double d1 = D::densitySlope(z1), d2 = D::densitySlope(z2);
    // Differences first: each square is of the size of one over the width squared.
    const double rise = r2 - r1;
    const double turned = z2 * r2 - z1 * r1;
    sum.value += b.weight * logP;
    sum.gradient[0] -= b.weight * rise * inverseScale;
    sum.gradient[1] -= b.weight * turned;
    sum.hessian[0] += b.weight * (r2 * d2 - r1 * d1 - rise * rise) * inverseScale * inverseScale;
    sum.hessian[1] += b.weight * (rise + z2 * r2 * d2 - z1 * r1 * d1 - rise * turned) * inverseScale;
    sum.hessian[2] += b.weight * (turned + z2 * z2 * r2 * d2 - z1 * z1 * r1 * d1 - turned * turned);
}

template <class D>
double betweenValue(const LifeTerms::Between &b, double location, double inverseScale)
{
    const double width = (b.logUpper - b.logLower) * inverseScale;
    if (width < narrowInterval)
        return D::logDensity((0.5 * (b.logLower + b.logUpper) - location) * inverseScale) + std::log(width);
    const double above = D::logSurvival((b.logLower - location) * inverseScale);
    const double under = D::logSurvival((b.logUpper - location) * inverseScale);
    return above + std::log(-std::expm1(under - above));
}

template <class D>
LifeSlope slopeOf(const LifeTerms &terms, double location, double logScale)
{
    LifeSlope sum;
    const double inverse = std::exp(-logScale);
    for (size_t i = 0; i < terms.exact.logTime.size(); ++i) {
        const double z = (terms.exact.logTime[i] - location) * inverse;
        const double w = terms.exact.weight[i];
        add(sum, w, D::density(z), z, inverse);
        sum.value -= w * (logScale + terms.exact.logTime[i]);
        sum.gradient[1] -= w;
    }
    for (size_t i = 0; i < terms.survival.logTime.size(); ++i) {
        const double z = (terms.survival.logTime[i] - location) * inverse;
        add(sum, terms.survival.weight[i], D::survival(z), z, inverse);
    }
    for (size_t i = 0; i < terms.left.logTime.size(); ++i) {
        const double z = (terms.left.logTime[i] - location) * inverse;
        add(sum, terms.left.weight[i], D::below(z), z, inverse);
    }
    for (const LifeTerms::Between &b : terms.between)
        addBetween<D>(sum, b, location, inverse);
    return sum;
}

template <class D>
double valueOf(const LifeTerms &terms, double location, double logScale)
{
    const double inverse = std::exp(-logScale);
    double sum = 0;
    const auto &exact = terms.exact;
    for (size_t i = 0; i < exact.logTime.size(); ++i)
        sum += exact.weight[i] * (D::logDensity((exact.logTime[i] - location) * inverse) - logScale - exact.logTime[i]);
    const auto &survival = terms.survival;
    for (size_t i = 0; i < survival.logTime.size(); ++i)
        sum += survival.weight[i] * D::logSurvival((survival.logTime[i] - location) * inverse);
    for (size_t i = 0; i < terms.left.logTime.size(); ++i)
        sum += terms.left.weight[i] * D::below((terms.left.logTime[i] - location) * inverse).value;
    for (const LifeTerms::Between &b : terms.between)
        sum += b.weight * betweenValue<D>(b, location, inverse);
    return sum;
}

double startLocation(const LifeTerms &terms)
{
    double weight = 0, sum = 0;
    const auto take = [&](double y, double w) {
        weight += w;
        sum += w * y;
    };
    for (size_t i = 0; i < terms.exact.logTime.size(); ++i)
        take(terms.exact.logTime[i], terms.exact.weight[i]);
    for (const auto &b : terms.between)
        take(0.5 * (b.logLower + b.logUpper), b.weight);
    for (size_t i = 0; i < terms.left.logTime.size(); ++i)
        take(terms.left.logTime[i] - 0.7, terms.left.weight[i]);
    const double middle = weight > 0 ? sum / weight : 0;
    const double censored = terms.rightCensored / std::max(terms.failures, 0.5);
    return middle + 0.3 * std::log1p(censored);
}

/// Largest likelihood on the line of parameters whose quantile of standard value k is at log age y.
template <class D>
double profile(const LifeTerms &terms, double y, double k, double &logScale)
{
    double best = -std::numeric_limits<double>::infinity();
    double s = logScale;
    for (int round = 0; round < 60; ++round) {
        const double reach = k * std::exp(s);
        const LifeSlope at = slopeOf<D>(terms, y - reach, s);
        const double first = at.gradient[1] - reach * at.gradient[0];
        const double second =
            at.hessian[2] - 2 * reach * at.hessian[1] + reach * reach * at.hessian[0] - reach * at.gradient[0];
        best = at.value;
        double step = second < 0 ? -first / second : std::copysign(0.1, first);
        step = std::clamp(step, -0.5, 0.5);
        s += step;
        if (std::abs(step) < 1e-10)
            break;
    }
    logScale = s;
    return best;
}

/// The log age beyond the estimate (side −1 or +1) at which the likelihood ratio reaches its 95 % point.
template <class D>
std::optional<double> ratioLimit(const LifeTerms &terms, const LifeFit &fit, const LifeQuantile &q, double k, int side)
{
    const double y = fit.location + k * std::exp(fit.logScale);
    double logScale = fit.logScale;
    const auto excess = [&](double at) {
        return 2 * (fit.logLikelihood - profile<D>(terms, at, k, logScale)) - chiSquare95;
    };
    double inside = y, atInside = -chiSquare95;
    double outside = y + side * normal975 * q.seLog;
    double atOutside = excess(outside);
    for (int i = 0; atOutside < 0 && i < 30; ++i) {
        inside = outside;
        atInside = atOutside;
        outside += side * 0.5 * normal975 * q.seLog * (i + 1);
        atOutside = excess(outside);
    }
    if (!(atOutside >= 0))
        return std::nullopt;
    for (int i = 0; i < 80 && std::abs(outside - inside) > 1e-11; ++i) {
        double middle = inside - atInside * (outside - inside) / (atOutside - atInside);
        if (i % 3 == 2 || !(std::min(inside, outside) < middle && middle < std::max(inside, outside)))
            middle = 0.5 * (inside + outside);
        const double value = excess(middle);
        if (std::abs(value) < 1e-11)
            return middle;
        (value < 0 ? inside : outside) = middle;
        (value < 0 ? atInside : atOutside) = value;
    }
    return 0.5 * (inside + outside);
}

bool isPositive(double value)
{
    return value > 0 && std::isfinite(value);
}

template <class D>
LifeQuantile quantileOf(const LifeTerms &terms, const LifeFit &fit, double share)
{
    LifeQuantile q;
    q.share = share;
    const double k = D::quantile(share);
    const double reach = k * std::exp(fit.logScale);
    q.age = std::exp(fit.location + reach);
    const double variance = fit.covariance[0] + 2 * reach * fit.covariance[1] + reach * reach * fit.covariance[2];
    q.seLog = std::sqrt(variance);
    q.wald = {q.age * std::exp(-normal975 * q.seLog), q.age * std::exp(normal975 * q.seLog)};
    const auto low = ratioLimit<D>(terms, fit, q, k, -1);
    const auto high = ratioLimit<D>(terms, fit, q, k, 1);
    if (low && high && isPositive(std::exp(*low)) && isPositive(std::exp(*high)))
        q.likelihoodRatio = std::array<double, 2>{std::exp(*low), std::exp(*high)};
    if (q.age > 3 * terms.greatestAge)
        q.refusal = u"beyond 3 times the greatest age seen (%1): needs a prior"_s.arg(terms.greatestAge);
    else if (q.age < 0.1 * terms.leastAge)
        q.refusal = u"below a tenth of the least age seen (%1): needs a prior"_s.arg(terms.leastAge);
    return q;
}

/// What of the estimate is no figure to show, in words; empty when all are.
QString whatIsNoFigure(const LifeFit &fit)
{
    const double scale = std::exp(fit.logScale);
    if (!std::isfinite(fit.logLikelihood) || !isPositive(std::exp(fit.location)) || !isPositive(scale))
        return u"the life is beyond every number"_s;
    const auto &cov = fit.covariance;
    if (!isPositive(cov[0]) || !isPositive(cov[2]) || !isPositive(cov[0] * cov[2] - cov[1] * cov[1]))
        return u"the standard errors are no numbers"_s;
    if (!isPositive(std::exp(fit.location) * std::sqrt(cov[0])) || !isPositive(std::sqrt(cov[2]) / scale))
        return u"the standard errors are beyond every number"_s;
    for (const LifeQuantile &q : fit.quantiles) {
        if (!isPositive(q.age) || !isPositive(q.seLog) || !isPositive(q.wald[0]) || !isPositive(q.wald[1]) ||
            !(q.wald[0] < q.wald[1]))
            return u"the limits of the life are beyond every number"_s;
    }
    return {};
}

template <class D>
Result<LifeFit> fitOf(const LifeTerms &terms, LifeDistribution distribution)
{
    const auto slope = [&](double location, double logScale) { return slopeOf<D>(terms, location, logScale); };
    const auto best = maximise(slope, startLocation(terms), std::log(0.5));
    if (!best || best->logScale < -12 || best->logScale > 5)
        return fail(Domain::Input, u"no-estimate", u"the likelihood has no maximum for these data: give a prior"_s);
    LifeFit fit;
    fit.distribution = distribution;
    fit.location = best->location;
    fit.logScale = best->logScale;
    fit.logLikelihood = best->slope.value;
    fit.covariance = inverted(best->slope.hessian);
    for (const double share : {0.1, 0.5, 0.9})
        fit.quantiles.push_back(quantileOf<D>(terms, fit, share));
    const QString missing = whatIsNoFigure(fit);
    if (!missing.isEmpty())
        return fail(Domain::Input, u"no-estimate", missing + u": the data say too little, give a prior"_s);
    return fit;
}

template <class Function>
auto with(LifeDistribution distribution, const Function &function)
{
    return distribution == LifeDistribution::Weibull ? function(Extreme{}) : function(Normal{});
}

} // namespace

LifeSlope lifeSlope(const LifeTerms &terms, LifeDistribution distribution, double location, double logScale)
{
    return with(distribution, [&](auto d) { return slopeOf<decltype(d)>(terms, location, logScale); });
}

double lifeLogSurvival(LifeDistribution distribution, double z)
{
    return with(distribution, [&](auto d) { return decltype(d)::logSurvival(z); });
}

double lifeLogLikelihood(const LifeTerms &terms, LifeDistribution distribution, double location, double logScale)
{
    return with(distribution, [&](auto d) { return valueOf<decltype(d)>(terms, location, logScale); });
}

Result<LifeFit> fitLife(const LifeTerms &terms, LifeDistribution distribution)
{
    if (!(terms.units > 0))
        return fail(Domain::Input, u"no-data", u"no lives"_s);
    if (!(terms.failures > 0))
        return fail(Domain::Input, u"no-failures", u"without a failure there is no estimate: give a prior"_s);
    if (terms.distinctFailureTimes < 2)
        return fail(Domain::Input, u"one-failure-time",
                    u"all failures are of one age: no slope can be found without a prior"_s);
    return with(distribution, [&](auto d) { return fitOf<decltype(d)>(terms, distribution); });
}

} // namespace turnus::jobs
