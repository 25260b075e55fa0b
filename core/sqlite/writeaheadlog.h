#pragma once

#include <atomic>

struct sqlite3;

namespace turnus::sqlite {

/// Pages (of 4 kB) in the write-ahead log from which it is worth folding into the file in a quiet moment, beside the
/// work.
constexpr int logPagesToFold = 1'000;

/// From now on `pages` says after each commit of this connection how many pages its write-ahead log has. Folding is
/// left to a thread that nobody waits for, until 10,000 pages: then a commit does it itself, for no quiet moment came.
void watchLog(sqlite3 *database, std::atomic<int> &pages);

} // namespace turnus::sqlite
