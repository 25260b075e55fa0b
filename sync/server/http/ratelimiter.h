#pragma once

#include "core/support/time.h"

#include <string>
#include <unordered_map>

namespace turnus::server {

/// A bucket of tokens per key: `burst` at once, refilled at `perSecond`.
class RateLimiter
{
public:
    RateLimiter(double perSecond, double burst) : m_perSecond(perSecond), m_burst(burst) {}

    /// Takes a token; false when there is none.
    [[nodiscard]] bool take(const std::string &key, Instant now);
    /// Whole seconds until the key has a token again.
    [[nodiscard]] int wait(const std::string &key) const;
    [[nodiscard]] std::size_t size() const { return m_buckets.size(); }

private:
    struct Bucket
    {
        double tokens;
        Instant at;
    };
    void forgetFull(Instant now);

    double m_perSecond;
    double m_burst;
    std::unordered_map<std::string, Bucket> m_buckets;
};

} // namespace turnus::server
