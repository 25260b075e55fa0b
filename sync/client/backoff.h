#pragma once

#include <chrono>

namespace turnus::client {

/// How long to wait after failures in a row: doubling up to a limit, spread so that handhelds that lost the same
/// server do not come back at once. `random` is from 0 to 1.
class Backoff
{
public:
    [[nodiscard]] std::chrono::milliseconds next(double random);
    void reset() { m_failures = 0; }

private:
    int m_failures = 0;
};

} // namespace turnus::client
