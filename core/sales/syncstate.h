#pragma once

namespace turnus::sales {

/// How far a row of this device is on its way; the order of the interface's sync rings.
enum class SyncState { HereOnly, Sent, Confirmed, Held };

/// An SQL expression of the state of the row whose id is `ROW`.
#define TURNUS_SYNC_STATE(ROW)                                                                                         \
    "(SELECT CASE min(o.state) WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN 3 ELSE 2 END FROM outbox o WHERE o.row = " ROW  \
    ")"

} // namespace turnus::sales
