#pragma once

#include <QtGlobal>
#include <chrono>

namespace turnus::storage::limits {

/// Rows of one table that a change set lists one by one; beyond it says "at large" and readers reload.
constexpr qsizetype listedRowsPerChange = 500;
/// How long a connection waits for another one's transaction.
constexpr std::chrono::milliseconds busyTimeout{10'000};

/// Pages (of 4 kB) in the write-ahead log from which it is worth folding into the database in a quiet moment, and from
/// which a commit does so itself, because no quiet moment came.
constexpr int logPagesToFold = 1'000;
constexpr int logPagesAtMost = 10'000;

} // namespace turnus::storage::limits
