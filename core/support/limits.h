#pragma once

#include <QtGlobal>

namespace turnus::limits {

/// Longest free text a person may type into one field, in characters.
constexpr int textLength = 4'000;

/// Largest amount of money, in cents (ten thousand million euro): far beyond any offer, and so small that no share or
/// sum of amounts overflows.
constexpr qint64 mostCents = 1'000'000'000'000;
/// Largest share in basis points: the whole.
constexpr qint64 mostBasisPoints = 10'000;

} // namespace turnus::limits
