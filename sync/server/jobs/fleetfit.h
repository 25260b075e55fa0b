#pragma once

#include "sync/server/jobs/fleetpass.h"

#include <atomic>

namespace turnus::jobs {

struct FleetFitOptions
{
    int passes = 14;
    int threads = 2;
    int version = 1;
    /// Fleets of more units are learned from a sample of about so many first; see fitFleet.
    size_t sampleUnits = 60'000;
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
    /// Units that condition, repairs, technicians and usage were learned from.
    size_t sampled = 0;
};

/// Learns lives, condition, repairs, technicians and surroundings together from one fleet. `fleet` must be prepared.
/// Of a large fleet all is learned from a sample (fleetsample.h) first; from there two Newton steps over every unit
/// settle lives and surroundings. One such step from an estimate as good as the sample's is as good as the maximum
/// itself (Le Cam's one-step estimator), so that every failure counts, at the cost of a few passes.
FleetFit fitFleet(const FleetData &fleet, const FleetFitOptions &options, const FleetState *previous = nullptr);

/// Where a fit that learned these lives ended, to go on from: lives and customers as in the fleet, technicians by their
/// place in it. Only what was learned is taken; a product of version 0 begins with its nominal life.
FleetState resumedState(const FleetData &fleet, const std::vector<forecast::ProductLife> &lives,
                        const std::vector<double> &customerLifeLog);

/// Sorts facts, settles installation days known by year only and each customer's usual usage; once after reading.
void prepareFleet(FleetData &fleet);

} // namespace turnus::jobs
