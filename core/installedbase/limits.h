#pragma once

#include <chrono>

namespace turnus::installedbase::limits {

/// Hits that a search answers with at most.
constexpr int searchHits = 40;
/// Words of a query that are looked at.
constexpr int searchWords = 8;
/// Customers whose assets one slice of the refresher forecasts; keeps a transaction under a few milliseconds.
constexpr int customersPerSlice = 8;
/// Units that one slice of the fleet's outlook counts; well under a frame.
constexpr int unitsPerSlice = 500;
/// Units that a page offers as the successor of one that is gone.
constexpr int successorsOffered = 6;
/// A stored forecast older than this is computed anew, because the unit has aged meanwhile.
constexpr std::chrono::days forecastAge{7};
/// How often the refresher looks whether another day has begun.
constexpr std::chrono::minutes dayLookedAtEvery{10};

} // namespace turnus::installedbase::limits
