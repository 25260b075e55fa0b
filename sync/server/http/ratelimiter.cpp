#include "sync/server/http/ratelimiter.h"

#include <algorithm>
#include <cmath>

namespace turnus::server {

namespace {

/// Keys kept before those with full buckets are dropped.
constexpr std::size_t manyKeys = 10'000;

double secondsBetween(Instant from, Instant to)
{
    return std::max(0.0, std::chrono::duration<double>(to - from).count());
}

} // namespace

bool RateLimiter::take(const std::string &key, Instant now)
{
    if (m_buckets.size() >= manyKeys)
        forgetFull(now);
    Bucket &bucket = m_buckets.try_emplace(key, Bucket{m_burst, now}).first->second;
    bucket.tokens = std::min(m_burst, bucket.tokens + secondsBetween(bucket.at, now) * m_perSecond);
    bucket.at = now;
    if (bucket.tokens < 1)
        return false;
    bucket.tokens -= 1;
    return true;
}

int RateLimiter::wait(const std::string &key) const
{
    const auto bucket = m_buckets.find(key);
    if (bucket == m_buckets.end() || m_perSecond <= 0)
        return 1;
    return std::max(1, static_cast<int>(std::ceil((1 - bucket->second.tokens) / m_perSecond)));
}

void RateLimiter::forgetFull(Instant now)
{
    std::erase_if(m_buckets, [&](const auto &entry) {
        return entry.second.tokens + secondsBetween(entry.second.at, now) * m_perSecond >= m_burst;
    });
}

} // namespace turnus::server
