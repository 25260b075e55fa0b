#include "core/sqlite/setup.h"

#include <sqlite3.h>

namespace turnus::sqlite {

void setUp()
{
    // Refused once the library has begun, which then counts as before and is right all the same.
    static const bool isReady = sqlite3_config(SQLITE_CONFIG_MULTITHREAD) == SQLITE_OK &&
                                sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
    (void)isReady;
}

} // namespace turnus::sqlite
