#pragma once

#include "core/support/time.h"

namespace turnus {

/// Where the present comes from. Everything that needs it takes a Clock, so that a test can replay any day.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    [[nodiscard]] Day today() const { return localDay(now()); }
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace turnus
