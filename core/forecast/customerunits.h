#pragma once

#include "core/forecast/usage.h"

#include <span>

namespace turnus::forecast {

/// How hard a customer uses its units, as a factor of what is usual for their products: the mean of those that are
/// measured, drawn towards usual while they are few.
class CustomerUsage
{
public:
    /// Units that are not measured say nothing.
    void add(const UsageProfile &unit);
    [[nodiscard]] double factor() const;

private:
    double m_logSum = 0;
    double m_units = 0;
};

/// One of the units of a customer. Both must outlive the call.
struct CustomerUnit
{
    AssetHistory *history = nullptr;
    const ProductLife *life = nullptr;
};

/// Tells each unit's history how hard the customer uses all of them (AssetHistory::customerUsageFactor, which must be
/// 1 before). Device and server call it with all units that the customer has, so that both print the same digits.
void shareUsage(std::span<const CustomerUnit> units, Day today);

} // namespace turnus::forecast
