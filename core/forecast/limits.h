#pragma once

namespace turnus::forecast::limits {

/// Cells of the life grid of one asset.
constexpr int lifeCells = 256;
/// (eta, beta) pairs of a parameter pack: 5 x 5 Gauss-Hermite nodes.
constexpr int maxPairs = 25;
/// An asset is never younger than a day: a life of zero has no logarithm.
constexpr double leastAgeDays = 1.0;
/// Facts per asset and kind that are looked at; the newest win.
constexpr int maxFacts = 512;
/// With fewer failures of a product the manufacturer's figure still shows in what was learned; with so many it is well
/// known.
constexpr int fewFailures = 10;
constexpr int manyFailures = 50;
/// Longest life that a date can express: later quantiles stop here.
constexpr double farthestDays = 200.0 * 365.25;
constexpr double daysPerYear = 365.25;
constexpr double daysPerMonth = daysPerYear / 12.0;

} // namespace turnus::forecast::limits
