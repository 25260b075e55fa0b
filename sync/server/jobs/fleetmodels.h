#pragma once

#include "sync/server/jobs/fleetpass.h"

namespace turnus::jobs {

/// Maximisation steps: each improves one model of the state from the expected counts of a walk.
void improveGrades(const FleetData &fleet, const PassSums &sums, FleetState &state);
void improveMeasurements(const FleetData &fleet, const PassSums &sums, FleetState &state);
void improveRepairs(const FleetData &fleet, const PassSums &sums, FleetState &state);
void improveSudden(const FleetData &fleet, const PassSums &sums, FleetState &state);
void improveTechnicians(const FleetData &fleet, const PassSums &sums, FleetState &state);

} // namespace turnus::jobs
