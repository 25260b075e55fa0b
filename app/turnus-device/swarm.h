#pragma once

#include "core/support/result.h"

#include <boost/json/object.hpp>

#include <chrono>
#include <vector>

namespace turnus::device {

/// A signed-in device, as turnus-server's load-devices writes it.
struct SwarmDevice
{
    qint64 replica = 0;
    std::string token;
};

struct SwarmOptions
{
    std::string host;
    std::string port;
    std::vector<SwarmDevice> devices;
    int streams = 0;        ///< open ones, of the first devices
    int noopsPerSecond = 0; ///< offered, whatever the server answers
    int mixedPerSecond = 0; ///< one in four pushes a new contact; all fetch what is new
    std::chrono::seconds length{10};
    int connections = 64;     ///< that the requests go over
    qint64 serverProcess = 0; ///< on this machine, for its memory; 0: unknown
};

/// Load on a server on loopback: many devices that listen, and requests at a steady rate over some connections.
/// Latency counts from the moment when a request was due, so that a server that falls behind shows.
Result<boost::json::object> runSwarm(const SwarmOptions &options);

} // namespace turnus::device
