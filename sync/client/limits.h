#pragma once

#include <chrono>
#include <cstddef>

namespace turnus::client::limits {

/// Rows that one transaction applies before it commits; whole frames are never split.
constexpr std::size_t sliceRows = 2'000;
/// Records that one transaction takes into the search after a first load.
constexpr std::size_t searchRowsPerStep = 4'000;
/// How often a handheld has its rows compared with the server's.
constexpr std::chrono::hours checkInterval{24};
/// Operations that one request carries.
constexpr int requestOperations = 10'000;
/// Body of one request before compression, in bytes; a single operation may go beyond.
constexpr std::size_t requestBytes = 4 * 1024 * 1024;
/// Waiting after a failed run doubles from the first to the last, and is spread by half of itself.
constexpr std::chrono::seconds firstBackoff{2};
constexpr std::chrono::seconds lastBackoff{300};
/// How often a connected handheld asks without a reason.
constexpr std::chrono::seconds pollInterval{60};
/// How long edits are collected before they are sent.
constexpr std::chrono::milliseconds editDelay{400};
/// A refreshed access token is taken for spent this long before it is.
constexpr std::chrono::seconds tokenMargin{30};
/// Receipts are kept for lists and the day's end.
constexpr std::chrono::days receiptKept{35};
/// Piece of a file that is written at once, in bytes.
constexpr std::size_t contentPieceBytes = 256 * 1024;

} // namespace turnus::client::limits
