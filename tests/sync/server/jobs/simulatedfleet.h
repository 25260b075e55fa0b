#pragma once

#include "sync/server/jobs/fleetdata.h"

#include <QString>

namespace turnus::tests {

struct SimulatedFleet
{
    jobs::FleetData data;
    /// True medians of the products in days at reference usage, their slopes, and each unit's day of failure.
    std::vector<double> medianDays;
    std::vector<double> beta;
    std::vector<Day> failure;
};

/// Units that wear by Weibull lives, usage and surroundings, are graded about yearly by technicians who differ, need
/// more repairs towards the end and fail suddenly now and then. The same seed gives the same fleet.
SimulatedFleet simulateFleet(int units, int products, quint64 seed, Day asOf);

/// The fleet as the tables that `forecast fleet` reads.
bool writeFleet(const jobs::FleetData &fleet, const QString &folder);

} // namespace turnus::tests
