#pragma once

#include <QtGlobal>
#include <chrono>

namespace turnus::storage::limits {

/// Rows of one table that a change set lists one by one; beyond it says "at large" and readers reload.
constexpr qsizetype listedRowsPerChange = 500;
/// How long a connection waits for another one's transaction.
constexpr std::chrono::milliseconds busyTimeout{10'000};

} // namespace turnus::storage::limits
