#pragma once

#include "core/forecast/evidence.h"
#include "core/forecast/forecast.h"
#include "core/forecast/kernel.h"

namespace turnus::forecast {

/// Forecasts units of one product; keep it as long as the parameter pack. Safe to share between threads.
class Forecaster
{
public:
    explicit Forecaster(const ProductLife &product, const Settings &settings = {});
    [[nodiscard]] Forecast forecast(const AssetHistory &history, Day today) const
    {
        return forecast(history, today, m_settings.curvePoints);
    }
    /// With so many points of the density.
    [[nodiscard]] Forecast forecast(const AssetHistory &history, Day today, int curvePoints) const;
    [[nodiscard]] const ProductKernel &kernel() const { return m_kernel; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }

private:
    ProductKernel m_kernel;
    Settings m_settings;
    double m_middleAgeLogOdds = 0;
    double m_medianLifeDays = 0;
};

} // namespace turnus::forecast
