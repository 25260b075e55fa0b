#pragma once

#include <chrono>

namespace turnus::content::limits {

/// A brochure that ends within this time says so.
constexpr std::chrono::days endsSoon{14};
/// Brochures that are offered for one asset at most.
constexpr int fitting = 4;
/// A page that was shown for less was only leafed over and is no evidence.
constexpr std::chrono::milliseconds leastShown{400};
/// Longer than this nobody looks at one page: the handheld was put down.
constexpr std::chrono::milliseconds longestShown{std::chrono::minutes{10}};

} // namespace turnus::content::limits
