#include "core/forecast/customerunits.h"

#include "core/forecast/usage.h"

#include <cmath>

namespace turnus::forecast {

void shareUsage(std::span<const CustomerUnit> units, Day today)
{
    if (units.size() < 2)
        return;
    double sum = 0;
    int measured = 0;
    std::vector<std::optional<double>> own(units.size());
    for (size_t i = 0; i < units.size(); ++i) {
        const AssetHistory usable = checked(*units[i].history, today).history;
        const UsageProfile usage(usable, *units[i].life, today);
        if (!usage.measured() || usage.factor() <= 0)
            continue;
        own[i] = std::log(usage.factor());
        sum += *own[i];
        ++measured;
    }
    for (size_t i = 0; i < units.size(); ++i) {
        const int others = measured - (own[i] ? 1 : 0);
        if (others > 0)
            units[i].history->customerUsageFactor = std::exp((sum - own[i].value_or(0)) / others);
    }
}

} // namespace turnus::forecast
