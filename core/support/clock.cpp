#include "core/support/clock.h"

namespace turnus {

Instant SystemClock::now() const
{
    return std::chrono::floor<milliseconds>(std::chrono::system_clock::now());
}

} // namespace turnus
