#pragma once

#include "core/support/time.h"

#include <optional>
#include <span>

namespace turnus::visit {

struct Reading
{
    Instant at;
    double value = 0;
    /// The first reading of a new meter that began at zero.
    bool meterExchanged = false;

    bool operator==(const Reading &) const = default;
};

/// What a new reading looks like beside the earlier ones. Doubts are asked about, never refused.
enum class Likelihood {
    First,   ///< nothing to compare with
    Fits,    ///< within the expected range
    Unusual, ///< outside of it, but possible: nobody is asked
    LowerThanLast,
    DigitTooMany,
    DigitMissing,
    TooFast,
    TooSlow
};

struct Plausibility
{
    Likelihood likelihood = Likelihood::First;
    double last = 0;
    std::optional<Instant> lastAt;
    double daysSince = 0;
    double sinceLast = 0;
    double perDay = 0;
    double usualPerDay = 0;
    /// Where the meter was expected today.
    double expectedLow = 0;
    double expectedHigh = 0;

    [[nodiscard]] bool asks() const { return likelihood >= Likelihood::LowerThanLast; }
    bool operator==(const Plausibility &) const = default;
};

/// `earlier` by time, oldest first. `nominalPerDay` is the product's usual rate, for units with fewer than two
/// readings. `exchanged`: the meter began at zero since the last reading.
Plausibility checkReading(std::span<const Reading> earlier, double nominalPerDay, double value, Instant at,
                          bool exchanged = false);

} // namespace turnus::visit
