#pragma once

#include <chrono>

namespace turnus::sales::limits {

/// Options that stand side by side.
constexpr size_t options = 3;
/// A unit is tight when its capacity is below the highest use, and far too small below this share of the mean.
constexpr double tooSmallShare = 0.85;
/// It has a reserve from this multiple of the highest use on.
constexpr double reserveFactor = 1.5;
/// The guide value of a lease: months and yearly interest. Never an offer.
constexpr int leaseMonths = 60;
constexpr double leaseYearlyInterest = 0.048;
/// Repairs from which "usual cost of a repair" is more than one person's bad luck.
constexpr int leastRepairs = 3;
/// How long a consent to be contacted is asked for.
constexpr int consentMonths = 3;
/// A finding or due note counts as evidence for this long.
constexpr std::chrono::days evidenceAge{365};
/// Repairs of this time are summed up beside the evidence.
constexpr std::chrono::days repairsWindow{365};
/// Rows of the opportunities list at most; the first ones are due the soonest.
constexpr int opportunities = 500;

} // namespace turnus::sales::limits
