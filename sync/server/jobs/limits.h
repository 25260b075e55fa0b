#pragma once

#include <QtGlobal>
#include <cstddef>

namespace turnus::jobs::limits {

/// Of the tables that `forecast fleet` reads. A million units take about 0.7 GB beside their facts.
constexpr size_t fleetUnits = 2'000'000;
/// Each takes about a megabyte of tables while fitting.
constexpr size_t fleetProducts = 2'000;
/// Each takes 60 kB while fitting; the grades of later ones count as nobody's.
constexpr size_t fleetTechnicians = 10'000;
/// Readings, grades, measurements and repairs that are kept, at most 24 bytes each.
constexpr size_t fleetFacts = 50'000'000;
/// Names of files and columns that one line tells of.
constexpr qsizetype namesTold = 8;

} // namespace turnus::jobs::limits
