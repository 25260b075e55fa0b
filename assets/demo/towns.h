#pragma once

#include <span>

namespace turnus::demo {

/// A town at its true place. `postalCodes` fit the town's centre; `technician` is who covers it (0 … 11).
struct Town
{
    const char *name;
    const char *country;
    const char *postalCodes; ///< one or more, separated by a space
    double latitude;
    double longitude;
    int weight; ///< how many of the customers are here, relative to the other towns
    int technician;
};

std::span<const Town> towns();

} // namespace turnus::demo
