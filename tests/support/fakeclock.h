#pragma once

#include "core/support/clock.h"

namespace turnus::tests {

/// Stands still until told to move.
class FakeClock final : public Clock
{
public:
    explicit FakeClock(Instant start = instantFrom(1'791'187'200'000)) : m_now(start) {} // 2026-10-05 08:00 UTC
    [[nodiscard]] Instant now() const override { return m_now; }
    void advance(milliseconds by) { m_now += by; }
    void set(Instant to) { m_now = to; }

private:
    Instant m_now;
};

} // namespace turnus::tests
