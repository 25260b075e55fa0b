#pragma once

#include "core/support/result.h"

namespace turnus::storage {

/// Leaves a mark that everything in the handheld's directory is to be removed: it was reported lost.
Status markForWipe(const QString &directory);
[[nodiscard]] bool isMarkedForWipe(const QString &directory);
/// Removes database, files and tokens, the mark last: after a kill in between the next start makes up for it. Nobody
/// may have the database open; lock files stay, for they are held.
Status wipe(const QString &directory);

} // namespace turnus::storage
