#include "sync/client/livepolicy.h"

#include "sync/client/limits.h"

#include <algorithm>

namespace turnus::client {

namespace {

using std::chrono::milliseconds;

milliseconds spread(milliseconds least, milliseconds most, double random)
{
    const auto width = static_cast<double>((most - least).count());
    return least + milliseconds(static_cast<long long>(width * std::clamp(random, 0.0, 1.0)));
}

milliseconds doubled(milliseconds first, milliseconds last, int times)
{
    constexpr int mostDoublings = 20;
    return std::min(last, first * (milliseconds::rep{1} << std::min(times, mostDoublings)));
}

} // namespace

milliseconds LivePolicy::afterSuccess(bool streaming, bool moved, double random)
{
    m_failures.reset();
    m_quietRuns = moved ? 0 : m_quietRuns + 1;
    const milliseconds whole = streaming ? milliseconds(limits::quietPollInterval)
                                         : doubled(limits::pollInterval, limits::quietPollInterval, m_quietRuns);
    return spread(whole * 3 / 4, whole * 5 / 4, random);
}

milliseconds LivePolicy::afterNews(bool urgent, double random)
{
    return urgent ? milliseconds(0) : spread(milliseconds(0), limits::companyNewsSpread, random);
}

milliseconds LivePolicy::afterStreamEnd(double random)
{
    const milliseconds most = doubled(limits::firstReopen, limits::lastBackoff, m_streamFailures++);
    return spread(limits::leastReopen, most, random);
}

void LivePolicy::reset()
{
    m_failures.reset();
    m_quietRuns = 0;
    m_streamFailures = 0;
}

} // namespace turnus::client
