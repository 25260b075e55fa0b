#include "core/forecast/forecast.h"

#include "core/forecast/forecaster.h"

namespace turnus::forecast {

Forecast forecast(const AssetHistory &history, const ProductLife &product, Day today, const Settings &settings)
{
    return Forecaster(product, settings).forecast(history, today);
}

} // namespace turnus::forecast
