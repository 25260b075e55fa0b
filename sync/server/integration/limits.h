#pragma once

#include <cstddef>

namespace turnus::server::limits {

/// Records in one request of the company's other systems, its body in bytes, and the problems that an answer tells.
constexpr int recordsPerRequest = 1'000;
constexpr std::size_t recordsBytes = 4 * 1024 * 1024;
constexpr std::size_t recordBytes = 256 * 1024;
constexpr int problemsTold = 100;
/// The company's own key of a row, in characters.
constexpr int keyLength = 200;

} // namespace turnus::server::limits
