#pragma once

#include "core/forecast/forecast.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <optional>
#include <vector>

namespace turnus::installedbase {

/// A forecast as it was: kept by the server when the status changed or a quarter had passed, or noted at a visit.
struct PastForecast
{
    Day on;
    forecast::DueStatus status = forecast::DueStatus::NotDue;
    Day p10;
    Day p50;
    Day p90;
    /// Not kept with a due note.
    std::optional<double> failsWithinYear;
    std::optional<forecast::Confidence> confidence;
    int modelVersion = 0;
    /// Most important first; logOddsChange is not kept.
    std::vector<forecast::Reason> reasons;
    /// The visit whose due note it is from; null for the server's own.
    VisitId visit;
    /// The customer was told so at that visit.
    bool customerInformed = false;
};

/// A point of the calibration plot: of `forecasts` that said `predicted`, `happened` came true.
struct CalibrationPoint
{
    double predicted = 0;
    int forecasts = 0;
    int happened = 0;
};

/// How the company's earlier forecasts came true, of one product or of all (null id).
struct ForecastCalibration
{
    ProductId product;
    Day asOf;
    int horizonDays = 365;
    /// Ranges that are decided, because their P90 has passed: inside + below + above.
    int forecasts = 0;
    int inside = 0;
    int below = 0;
    int above = 0;
    /// Said "fails within horizonDays with probability `predicted`" (mean of the bin); ascending, empty bins left out.
    std::vector<CalibrationPoint> withinHorizon;
    /// Said "by this date with probability 0.1, 0.5, 0.9" and the date has passed.
    std::vector<CalibrationPoint> byDate;
};

/// Reads what was forecast before and how it came true; plain values for the pages.
class ForecastHistory
{
public:
    explicit ForecastHistory(storage::Connection &connection) : m_connection(connection) {}

    /// Newest first.
    [[nodiscard]] Result<std::vector<PastForecast>> of(AssetId asset) const;
    /// Nothing while nobody knows yet. A null id: of all products together.
    [[nodiscard]] Result<std::optional<ForecastCalibration>> calibration(ProductId product = {}) const;
    /// All that there are: of all products together first, then by product.
    [[nodiscard]] Result<std::vector<ForecastCalibration>> calibrations() const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::installedbase
