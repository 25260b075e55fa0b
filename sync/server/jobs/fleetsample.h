#pragma once

#include "sync/server/jobs/fleetdata.h"

namespace turnus::jobs {

/// Whole customers of a fleet, drawn at random by a fixed seed.
struct FleetSample
{
    FleetData fleet;
    /// The place of each of its customers in the fleet that it was drawn from.
    std::vector<int> customers;
};

/// Draws customers until there are about `units` units, as many of each product as can be: a customer is taken when it
/// has a unit of a product that still lacks some. Who is taken depends on products alone, never on what became of the
/// units, and customers come whole: the likelihood of the sample needs no weights, and says as much of a customer's
/// surroundings as that of the fleet. At most twice as many units are taken.
FleetSample sampleFleet(const FleetData &fleet, size_t units);

} // namespace turnus::jobs
