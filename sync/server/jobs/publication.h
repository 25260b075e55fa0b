#pragma once

#include "core/support/clock.h"
#include "sync/server/jobs/companyforecast.h"
#include "sync/server/jobs/fleetfit.h"
#include "sync/server/jobs/forecastscore.h"

namespace turnus::jobs {

/// Whether a device would say something else with `now` than with `before`, by more than rounding: then it is worth
/// computing a territory anew.
[[nodiscard]] bool differs(const forecast::ProductLife &before, const forecast::ProductLife &now);

/// The published lives as a fit has them: technicians by their places in the company, counted from 1.
[[nodiscard]] std::vector<forecast::ProductLife> livesOfFit(const CompanyFleet &company,
                                                            const PublishedLives &published);

/// Writes what the job found, in transactions short enough that nobody waits for them; every row goes through the
/// change log, so devices get it at their next sync.
class Publication
{
public:
    Publication(server::Connection &connection, const Clock &clock) : m_connection(connection), m_clock(clock) {}

    /// Packs of the products that differ from what is published, under one new version number, and the customers'
    /// factors that moved. `published` is brought up to date. A product of which no sound life was learned
    /// keeps its pack, with a warning. Returns how many packs.
    Result<int> lives(const CompanyFleet &company, const FleetFit &fit, const std::map<int, Score> &scores,
                      PublishedLives &published, QStringList &warnings);
    struct NewStatement
    {
        size_t unit = 0;
        Day asOf;
        forecast::Forecast forecast;
    };
    Status statements(const CompanyFleet &company, const std::vector<NewStatement> &statements);
    Status calibration(const CompanyFleet &company, const std::map<int, Score> &scores, Day asOf);

private:
    Status customerLives(const CompanyFleet &company, const FleetFit &fit, PublishedLives &published);

    server::Connection &m_connection;
    const Clock &m_clock;
};

} // namespace turnus::jobs
