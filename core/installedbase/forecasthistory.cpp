#include "core/installedbase/forecasthistory.h"

#include "core/forecast/recorded.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

using storage::Statement;

// Columns: day, status, p10, p50, p90, within a year, confidence, version, reasons, visit, customer informed.
constexpr std::string_view statementsSql = R"(
    SELECT as_of, status, p10, p50, p90, fails_within_year, confidence, model_version, reasons
    FROM forecast_statement WHERE asset_id = ? ORDER BY as_of DESC, id DESC)";
constexpr std::string_view notesSql = R"(
    SELECT at, forecast_status, p10, p50, p90, ifnull(model_version, 0), reasons, visit_id, customer_informed
    FROM due_note WHERE asset_id = ? AND p10 IS NOT NULL AND p50 IS NOT NULL AND p90 IS NOT NULL
    ORDER BY at DESC, id DESC)";

PastForecast statementIn(const Statement &row)
{
    return {.on = row.day(0),
            .status = forecast::dueStatusNamed(row.text(1)),
            .p10 = row.day(2),
            .p50 = row.day(3),
            .p90 = row.day(4),
            .failsWithinYear = row.real(5),
            .confidence = forecast::confidenceNamed(row.text(6)),
            .modelVersion = row.number(7),
            .reasons = forecast::reasonsFrom(row.text(8)),
            .visit = {},
            .customerInformed = false};
}

PastForecast noteIn(const Statement &row)
{
    return {.on = localDay(row.instant(0)),
            .status = forecast::dueStatusNamed(row.text(1)),
            .p10 = row.day(2),
            .p50 = row.day(3),
            .p90 = row.day(4),
            .failsWithinYear = std::nullopt,
            .confidence = std::nullopt,
            .modelVersion = row.number(5),
            .reasons = forecast::reasonsFrom(row.text(6)),
            .visit = row.id<VisitId>(7),
            .customerInformed = row.flag(8)};
}

ForecastCalibration calibrationIn(storage::Connection &connection, const Statement &row)
{
    ForecastCalibration c{.product = row.id<ProductId>(1),
                          .asOf = row.day(2),
                          .horizonDays = row.number(3),
                          .forecasts = row.number(4),
                          .inside = row.number(5),
                          .below = row.number(6),
                          .above = row.number(7),
                          .withinHorizon = {},
                          .byDate = {}};
    Statement bin = connection.query("SELECT kind, predicted, forecasts, happened FROM calibration_bin "
                                     "WHERE calibration_id = ? AND forecasts > 0 ORDER BY predicted",
                                     row.integer(0));
    while (bin.step()) {
        auto &points = bin.text(0) == u"by_date"_s ? c.byDate : c.withinHorizon;
        points.push_back({.predicted = bin.real(1), .forecasts = bin.number(2), .happened = bin.number(3)});
    }
    return c;
}

constexpr std::string_view calibrationsSql = R"(
    SELECT id, ifnull(product_id, 0), as_of, horizon_days, forecasts, inside, below, above FROM calibration
    ORDER BY ifnull(product_id, 0))";

} // namespace

Result<std::vector<PastForecast>> ForecastHistory::of(AssetId asset) const
{
    return m_connection.read([&] {
        std::vector<PastForecast> past;
        Statement statement = m_connection.query(statementsSql, asset);
        while (statement.step())
            past.push_back(statementIn(statement));
        Statement note = m_connection.query(notesSql, asset);
        while (note.step())
            past.push_back(noteIn(note));
        std::ranges::stable_sort(past, std::ranges::greater{}, &PastForecast::on);
        return past;
    });
}

Result<std::vector<ForecastCalibration>> ForecastHistory::calibrations() const
{
    return m_connection.read([&] {
        std::vector<ForecastCalibration> all;
        Statement row = m_connection.query(calibrationsSql);
        while (row.step())
            all.push_back(calibrationIn(m_connection, row));
        return all;
    });
}

Result<std::optional<ForecastCalibration>> ForecastHistory::calibration(ProductId product) const
{
    TURNUS_ASSIGN(all, calibrations());
    const auto found = std::ranges::find(all, product, &ForecastCalibration::product);
    return found == all.end() ? std::nullopt : std::optional(std::move(*found));
}

} // namespace turnus::installedbase
