#pragma once

#include "core/forecast/history.h"
#include "core/forecast/productlife.h"

#include <span>

namespace turnus::forecast {

/// One of the units of a customer. Both must outlive the call.
struct CustomerUnit
{
    AssetHistory *history = nullptr;
    const ProductLife *life = nullptr;
};

/// Tells each unit's history how much the customer uses the others (AssetHistory::customerUsageFactor). Device and
/// server call it with all units that the customer has, so that both print the same digits.
void shareUsage(std::span<const CustomerUnit> units, Day today);

} // namespace turnus::forecast
