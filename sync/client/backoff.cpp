#include "sync/client/backoff.h"

#include "sync/client/limits.h"

#include <algorithm>

namespace turnus::client {

std::chrono::milliseconds Backoff::next(double random)
{
    constexpr int mostDoublings = 20;
    const auto whole = std::min<std::chrono::milliseconds>(
        limits::lastBackoff, limits::firstBackoff * (1LL << std::min(m_failures, mostDoublings)));
    ++m_failures;
    const auto spread = static_cast<double>(whole.count()) * (0.5 + 0.5 * std::clamp(random, 0.0, 1.0));
    return std::chrono::milliseconds(static_cast<long long>(spread));
}

} // namespace turnus::client
