#pragma once

#include <chrono>

namespace turnus::schedule::limits {

/// Roads per bee-line, as is usual between European towns.
constexpr double roadFactor = 1.3;
/// The first and last of a drive is in town.
constexpr double townMetres = 8'000;
constexpr double townMetresPerMinute = 30'000.0 / 60;
constexpr double roadMetresPerMinute = 70'000.0 / 60;
/// Nearer to the site than this, a person is taken to have arrived.
constexpr double arrivalMetres = 150;

/// A visit that was begun and not completed is offered again for so long.
constexpr std::chrono::hours unfinishedFor{7 * 24};
/// Units due for replacement that an appointment names.
constexpr int replacementReasons = 2;
/// Open complaints named there, the oldest.
constexpr int complaintReasons = 2;

} // namespace turnus::schedule::limits
