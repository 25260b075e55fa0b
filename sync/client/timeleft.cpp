#include "sync/client/timeleft.h"

#include "core/support/clock.h"
#include "sync/client/engine.h"

#include <algorithm>

namespace turnus::client {

std::optional<std::chrono::seconds> TimeLeft::after(const Progress &progress)
{
    constexpr std::chrono::milliseconds least{1'000};
    if (progress.bytesInAll == 0)
        return {};
    const Instant now = m_clock.now();
    if (!m_began) {
        m_began = now;
        m_bytesThen = progress.bytes;
    }
    const auto took = std::chrono::duration_cast<std::chrono::duration<double>>(now - *m_began);
    if (took < least || progress.bytes <= m_bytesThen)
        return {};
    const auto came = static_cast<double>(progress.bytes - m_bytesThen);
    const auto left = static_cast<double>(progress.bytesInAll - std::min(progress.bytesInAll, progress.bytes));
    return std::chrono::ceil<std::chrono::seconds>(took * (left / came));
}

} // namespace turnus::client
