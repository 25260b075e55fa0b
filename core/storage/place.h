#pragma once

#include "core/support/result.h"

namespace turnus::storage {

/// Makes the handheld's directory. It, and whatever this program writes from now on, is for its user alone: customers'
/// names and photos are in it. Error "cannot-open".
Status makePlace(const QString &directory);

} // namespace turnus::storage
