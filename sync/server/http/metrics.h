#pragma once

#include <array>
#include <chrono>
#include <map>
#include <string>

namespace turnus::server {

/// What this process has done since it started, in Prometheus' text format. On the network's thread alone.
class Metrics
{
public:
    /// `route` as the log names it, empty for none of ours; `method` "-" when the route has none such.
    void note(const std::string &method, const std::string &route, unsigned status, std::chrono::microseconds took,
              std::size_t bytesIn, std::size_t bytesOut);

    /// What holds now.
    struct Gauges
    {
        std::size_t connections = 0;
        std::size_t streams = 0;
        std::size_t waiting = 0; ///< requests for the store
        std::chrono::seconds uptime{};
    };
    [[nodiscard]] std::string text(const Gauges &gauges) const;

private:
    static constexpr std::array bounds{0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1.0, 5.0};
    struct Route
    {
        std::map<unsigned, unsigned long long> answers; ///< by status
        std::array<unsigned long long, bounds.size() + 1> took{};
        double seconds = 0;
        unsigned long long count = 0;
    };

    std::map<std::string, Route> m_routes; ///< labels
    unsigned long long m_bytesIn = 0;
    unsigned long long m_bytesOut = 0;
};

} // namespace turnus::server
