#pragma once

#include <chrono>
#include <cstddef>

namespace turnus::server {

/// What one process grants. A value of its own, so that tests can shrink it.
struct HttpLimits
{
    std::size_t headerBytes = 16 * 1024;
    /// Bodies larger than this are only read from who is signed in.
    std::size_t anonymousBodyBytes = 64 * 1024;
    std::size_t connections = 12'000;
    std::size_t connectionsPerAddress = 200; ///< not on loopback; IPv6 counts by /64
    std::size_t streams = 11'000;            ///< of events; beyond, 503
    std::size_t waitingRequests = 1'000;     ///< for the store; beyond, 503
    std::chrono::milliseconds handshake{10'000};
    std::chrono::milliseconds idle{75'000};
    /// From the first byte of a request to the end of its header.
    std::chrono::milliseconds header{10'000};
    /// Bodies may take this, and longer at bodyBytesPerSecond.
    std::chrono::milliseconds body{20'000};
    std::size_t bodyBytesPerSecond = 4 * 1024;
    std::chrono::milliseconds writeBlock{30'000}; ///< for each blockBytes of an answer
    std::size_t blockBytes = 256 * 1024;
    std::chrono::milliseconds heartbeat{25'000}; ///< of a stream without news
    std::chrono::milliseconds stop{15'000};      ///< for requests under way when the server stops
    /// A client's address (IPv6: its /64): requests a second and in a burst (not on loopback), and sign-ins.
    double requestsPerSecond = 50;
    double requestBurst = 200;
    double signInsPerSecond = 1;
    double signInBurst = 60;
};

} // namespace turnus::server
