#pragma once

#include <QtGlobal>

namespace turnus::visit::limits {

/// Readings that a new one is compared with.
constexpr int readingsCompared = 8;
/// Expected range around the usual rate: at least, at most, and per share that earlier rates scattered.
constexpr double leastSpread = 0.08;
constexpr double mostSpread = 0.40;
constexpr double spreadPerScatter = 1.5;
/// Without two readings the manufacturer's usual rate is taken, which fits less well.
constexpr double nominalSpread = 0.60;
/// So many times faster or slower than usual is doubtful.
constexpr double doubtfulFaster = 3.0;
constexpr double doubtfulSlower = 5.0;
/// A rate over fewer days than this says little.
constexpr double leastDays = 1.0;
/// Largest photo or other file of a visit.
constexpr qint64 attachmentBytes = 64LL * 1024 * 1024;
/// Hits of a search for parts.
constexpr int partHits = 30;

} // namespace turnus::visit::limits
