#pragma once

#include "core/support/money.h"

namespace turnus::team::limits {

/// From here on a second person should look at the evidence too.
constexpr Money secondLookFrom{10'000};

} // namespace turnus::team::limits
