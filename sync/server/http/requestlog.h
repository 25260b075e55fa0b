#pragma once

#include "core/support/time.h"
#include "sync/server/http/message.h"

#include <chrono>
#include <string>

namespace turnus::server {

/// One line of JSON for a request that was answered: no names, addresses, tokens or row contents in it.
[[nodiscard]] std::string logLine(Instant now, const std::string &method, const std::string &route,
                                  const HttpResponse &response, std::chrono::microseconds took, std::size_t bytesIn,
                                  std::size_t bytesOut);

} // namespace turnus::server
