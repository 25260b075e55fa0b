#pragma once

#include "core/support/time.h"

#include <chrono>
#include <optional>

namespace turnus {
class Clock;
}

namespace turnus::client {

struct Progress;

/// How long what is to come will yet take, by how fast it came since the first time it was asked.
class TimeLeft
{
public:
    explicit TimeLeft(const Clock &clock) : m_clock(clock) {}

    /// Nothing until it is known what is to come and something of it has come for a second.
    [[nodiscard]] std::optional<std::chrono::seconds> after(const Progress &progress);

private:
    const Clock &m_clock;
    std::optional<Instant> m_began;
    std::size_t m_bytesThen = 0;
};

} // namespace turnus::client
