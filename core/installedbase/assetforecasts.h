#pragma once

#include "core/forecast/compare.h"
#include "core/forecast/forecaster.h"
#include "core/installedbase/assethistory.h"
#include "core/installedbase/records.h"

#include <span>

namespace turnus::installedbase {

/// Computes forecasts from the facts on the device and keeps the table asset_forecast that lists and filters read.
/// Triggers mark a row stale when its asset gets a new fact, so nothing is forgotten over a kill.
class AssetForecasts
{
public:
    /// By the company's settings, unless some are given.
    explicit AssetForecasts(storage::Connection &connection, std::optional<forecast::Settings> settings = {});

    /// Computed now from every fact on the device; `curvePoints` of the density for the asset page.
    [[nodiscard]] Result<forecast::Forecast> compute(AssetId asset, Day today, int curvePoints = 0);
    /// Keeping (with `offer`'s repair) against replacing now.
    [[nodiscard]] Result<forecast::RepairOrReplace> compare(AssetId asset, Day today,
                                                            const forecast::RepairOffer &offer);
    /// Mean and highest usage per day that the readings show; nullopt without two readings.
    struct MeasuredUsage
    {
        double perDay = 0;
        double peakPerDay = 0;
    };
    [[nodiscard]] Result<std::optional<MeasuredUsage>> measuredUsage(AssetId asset, Day today);
    /// How often earlier ranges of the product held, and whether anything was learned of it yet.
    [[nodiscard]] Result<forecast::ProductLife> life(ProductId product);
    /// Error "not-found" before the first computation.
    [[nodiscard]] Result<StoredForecast> stored(AssetId asset);

    /// Forecasts one asset anew, in the transaction that the caller is in: the follow-up of its visit. The customer's
    /// others, which share its usage, become stale. An asset that is gone needs nothing.
    [[nodiscard]] Status refreshWithin(storage::Writer &writer, AssetId asset, Day today);
    /// Forecasts the assets of the next customers that have stale ones. Returns how many; 0 when all are fresh.
    [[nodiscard]] Result<int> refreshSlice(Day today);
    /// To be called when new parameter packs, products, prices or settings have come.
    void forgetLives();

private:
    [[nodiscard]] Result<ForecastInput> input(AssetId asset, Day today);
    struct Computed
    {
        AssetId asset;
        forecast::Forecast forecast;
        int version = 0;
    };
    [[nodiscard]] std::vector<Computed> computeCustomers(std::span<const CustomerId> customers, Day today,
                                                         AssetId only = {});
    void store(const Computed &computed, Day today);
    /// Changes when another connection has committed.
    [[nodiscard]] qint64 dataVersion();

    [[nodiscard]] const forecast::Settings &settings();
    [[nodiscard]] const forecast::Forecaster &forecaster(ProductId product, Day today);

    storage::Connection &m_connection;
    AssetHistories m_histories;
    std::optional<forecast::Settings> m_given;
    std::optional<forecast::Settings> m_settings;
    std::map<qint64, forecast::Forecaster> m_forecasters; ///< by product
    Day m_forecastersOf;
};

} // namespace turnus::installedbase
