#include "core/sqlite/writeaheadlog.h"

#include <sqlite3.h>

namespace turnus::sqlite {

namespace {

constexpr int logPagesAtMost = 10'000;

int noteLog(void *pages, sqlite3 *database, const char *name, int count)
{
    static_cast<std::atomic<int> *>(pages)->store(count);
    // What fails here is tried again by a later commit; this one is safe in the log.
    if (count >= logPagesAtMost)
        sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

} // namespace

void watchLog(sqlite3 *database, std::atomic<int> &pages)
{
    sqlite3_wal_hook(database, noteLog, &pages);
}

} // namespace turnus::sqlite
