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

/// Newton with halved steps; where the surface is not yet concave the step follows the gradient.
template <class Slope>
std::optional<Point> maximise(const Slope &slopeAt, double location, double logScale)
{
    Point at{location, logScale, slopeAt(location, logScale)};
    for (int round = 0; round < 200; ++round) {
        const auto &g = at.slope.gradient;
        double a = -at.slope.hessian[0], b = -at.slope.hessian[1], c = -at.slope.hessian[2];
        for (double ridge = 1e-3 * (std::abs(a) + std::abs(c)); !(a > 0 && c > 0 && a * c - b * b > 1e-14 * a * c);
             ridge *= 4) {
            a = -at.slope.hessian[0] + ridge;
            c = -at.slope.hessian[2] + ridge;
            if (!std::isfinite(ridge))
                return std::nullopt;
        }
        const double det = a * c - b * b;
        std::array<double, 2> step{(c * g[0] - b * g[1]) / det, (a * g[1] - b * g[0]) / det};
        const double longest = std::max(std::abs(step[0]), std::abs(step[1]));
        if (longest > 2)
            step = {step[0] * 2 / longest, step[1] * 2 / longest};
        const double gain = std::abs(g[0] * step[0] + g[1] * step[1]);
        bool moved = false;
        for (int half = 0; half < 40 && !moved; ++half) {
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
            return at;
        if (!moved)
            return gain < 1e-9 ? std::optional(at) : std::nullopt;
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
