#pragma once

#include "core/forecast/forecaster.h"
#include "sync/server/jobs/companyfleet.h"
#include "sync/server/store/forecaststore.h"

#include <QHash>
#include <functional>

namespace turnus::jobs {

/// What the devices have been told: parameters of each product (by its place in CompanyFleet), the manufacturer's
/// figure where there is none, and how each customer's surroundings act.
struct PublishedLives
{
    std::vector<forecast::ProductLife> lives;
    std::vector<double> customerLifeLog;
    /// By which the company gives a status.
    forecast::Settings settings;
};
Result<PublishedLives> readPublished(server::Connection &connection, const CompanyFleet &company);

/// Forecasts units as their device does, to the last digit. `today` may lie in the past: later facts are left out.
class CompanyForecaster
{
public:
    CompanyForecaster(CompanyFleet &company, const PublishedLives &published);

    using Take = std::function<void(size_t unit, const forecast::Forecast &forecast)>;
    /// All units of one customer that were there on the day; `unit` only when given.
    void ofCustomer(size_t customer, Day today, const Take &take, std::optional<size_t> unit = {});

private:
    CompanyFleet &m_company;
    const PublishedLives &m_published;
    std::vector<std::optional<forecast::Forecaster>> m_forecasters;
};

/// One unit's forecast as its device says it, from the published parameters.
struct ExplainedAsset
{
    QString product;
    forecast::Forecast forecast;
    forecast::ProductLife life;
    /// The customer's oldest open complaint; while there is one, nothing is recommended to him.
    std::optional<server::OpenComplaint> complaint;
    QStringList warnings;
};
/// Errors "asset-unknown" and "asset-gone".
Result<ExplainedAsset> explainAsset(server::Connection &connection, qint64 asset, Day today);

} // namespace turnus::jobs
