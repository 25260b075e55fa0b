#include "core/forecast/forecast.h"

#include "core/forecast/forecaster.h"

namespace turnus::forecast {

Forecast forecast(const AssetHistory &history, const ProductLife &product, Day today, const Settings &settings)
{
    return Forecaster(product, settings).forecast(history, today);
}

std::vector<Forecast> forecastAll(std::span<const AssetHistory> histories, const ProductLife &product, Day today,
                                  const Settings &settings)
{
    const Forecaster forecaster(product, settings);
    std::vector<Forecast> forecasts;
    forecasts.reserve(histories.size());
    for (const AssetHistory &history : histories)
        forecasts.push_back(forecaster.forecast(history, today));
    return forecasts;
}

} // namespace turnus::forecast
