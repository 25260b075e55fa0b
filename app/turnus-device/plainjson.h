#pragma once

#include <boost/json/value.hpp>
#include <string>

namespace turnus::device {

/// JSON whose numbers people and shell scripts can read: 2140.5, never 2.1405E3.
[[nodiscard]] std::string plainJson(const boost::json::value &value);

} // namespace turnus::device
