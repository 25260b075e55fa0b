#pragma once

#include "sync/server/jobs/lifefit.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace turnus::jobs {

struct Point
{
    double location = 0;
    double logScale = 0;
    LifeSlope slope;
};

/// Whether a surface of this Hessian bends downwards in every direction, by more than rounding can feign.
inline bool isConcave(const std::array<double, 3> &hessian)
{
    const auto &[a, b, c] = hessian;
    return a < 0 && c < 0 && a * c - b * b > 1e-12 * a * c;
}

/// Minus the Hessian; where the surface is not concave a ridge turns the step towards the gradient. Nothing when no
/// ridge helps.
inline std::optional<std::array<double, 3>> curvature(const std::array<double, 3> &hessian)
{
    // A flat surface has no size to take a share of.
    constexpr double leastRidge = 1e-8;
    constexpr int mostRidges = 100;
    std::array<double, 3> sum = hessian;
    double ridge = std::max(1e-3 * (std::abs(hessian[0]) + std::abs(hessian[2])), leastRidge);
    for (int i = 0; i < mostRidges && std::isfinite(ridge); ++i, ridge *= 4) {
        const auto &[a, b, c] = sum;
        if (a < 0 && c < 0 && a * c - b * b > 1e-14 * a * c)
            return std::array<double, 3>{-a, -b, -c};
        sum = {hessian[0] - ridge, hessian[1], hessian[2] - ridge};
    }
    return std::nullopt;
}

/// Newton with halved steps. Nothing when it does not converge, or not to a point where the surface is concave.
template <class Slope>
std::optional<Point> maximise(const Slope &slopeAt, double location, double logScale)
{
    constexpr int mostRounds = 200;
    constexpr int mostHalves = 40;
    const auto maximum = [](const Point &at) { return isConcave(at.slope.hessian) ? std::optional(at) : std::nullopt; };
    Point at{location, logScale, slopeAt(location, logScale)};
    for (int round = 0; round < mostRounds; ++round) {
        const auto &g = at.slope.gradient;
        const auto curved = curvature(at.slope.hessian);
        if (!curved)
            return std::nullopt;
        const auto &[a, b, c] = *curved;
        const double det = a * c - b * b;
        std::array<double, 2> step{(c * g[0] - b * g[1]) / det, (a * g[1] - b * g[0]) / det};
        const double longest = std::max(std::abs(step[0]), std::abs(step[1]));
        if (longest > 2)
            step = {step[0] * 2 / longest, step[1] * 2 / longest};
        const double gain = std::abs(g[0] * step[0] + g[1] * step[1]);
        bool moved = false;
        for (int half = 0; half < mostHalves && !moved; ++half) {
            Point next{at.location + step[0], at.logScale + step[1], {}};
            next.slope = slopeAt(next.location, next.logScale);
            if (std::isfinite(next.slope.value) &&
                next.slope.value >= at.slope.value - 1e-12 * std::abs(at.slope.value)) {
                at = next;
                moved = true;
            }
            step = {step[0] / 2, step[1] / 2};
        }
        if (gain < 1e-13 * (1 + std::abs(at.slope.value)) && longest < 1e-9)
            return maximum(at);
        if (!moved)
            return gain < 1e-9 ? maximum(at) : std::nullopt;
    }
    return std::nullopt;
}

/// Covariance from the Hessian of a log-likelihood at its maximum.
inline std::array<double, 3> inverted(const std::array<double, 3> &hessian)
{
    const double det = hessian[0] * hessian[2] - hessian[1] * hessian[1];
    return {-hessian[2] / det, hessian[1] / det, -hessian[0] / det};
}

} // namespace turnus::jobs
