#include "core/forecast/customerunits.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

void CustomerUsage::add(const UsageProfile &unit)
{
    if (!unit.measured())
        return;
    m_logSum += std::log(std::clamp(unit.factor(), 0.05, 20.0));
    m_units += 1;
}

double CustomerUsage::factor() const
{
    // Spread of customers 0.35, of units 0.3 on the log scale.
    constexpr double shrink = (0.3 * 0.3) / (0.35 * 0.35);
    return std::exp(m_logSum / (m_units + shrink));
}

void shareUsage(std::span<const CustomerUnit> units, Day today)
{
    CustomerUsage usage;
    for (const CustomerUnit &unit : units)
        usage.add(UsageProfile(checked(*unit.history, today).history, *unit.life));
    for (const CustomerUnit &unit : units)
        unit.history->customerUsageFactor = usage.factor();
}

} // namespace turnus::forecast
