#pragma once

#include "sync/server/jobs/fleetpass.h"

#include <atomic>

namespace turnus::jobs {

struct FleetFitOptions
{
    int passes = 14;
    int threads = 2;
    int version = 1;
    /// Becomes true to give up between two passes; the result is then of no use.
    const std::atomic<bool> *stop = nullptr;
};

struct FleetFit
{
    /// One a product, ready to ship.
    std::vector<forecast::ProductLife> products;
    /// One a customer: AssetHistory::customerLifeLog.
    std::vector<double> customerLifeLog;
    FleetState state;
    double logLikelihood = 0;
};

/// Learns lives, condition, repairs, technicians and surroundings together from one fleet. `fleet` must be prepared.
FleetFit fitFleet(const FleetData &fleet, const FleetFitOptions &options, const FleetState *previous = nullptr);

/// Sorts facts, settles installation days known by year only and each customer's usual usage; once after reading.
void prepareFleet(FleetData &fleet);

} // namespace turnus::jobs
