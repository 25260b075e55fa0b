#pragma once

#include <QtGlobal>
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
/// How often a handheld without a stream asks while something happens; each quiet run doubles it up to the last, which
/// is also how often one with a stream does. Spread by a quarter either way.
constexpr std::chrono::seconds pollInterval{60};
constexpr std::chrono::seconds quietPollInterval{900};
/// News for the whole company is fetched by its handhelds within this time.
constexpr std::chrono::milliseconds companyNewsSpread{10'000};
/// A stream that ended is opened again after at least this, and at most this, doubling up to lastBackoff.
constexpr std::chrono::milliseconds leastReopen{500};
constexpr std::chrono::milliseconds firstReopen{10'000};
/// How long edits are collected before they are sent.
constexpr std::chrono::milliseconds editDelay{400};
/// A refreshed access token is taken for spent this long before it is.
constexpr std::chrono::seconds tokenMargin{30};
/// How long a visit under way keeps its customer here who has moved to another territory.
constexpr std::chrono::days movedCustomerKept{7};
/// Confirmations of operations are kept this long for lists and the day's end; of each record that is still here the
/// first and the last stay, for they say what a restored server has to be told again.
constexpr std::chrono::days receiptKept{35};
/// How far back receipts of days are fetched by themselves.
constexpr std::chrono::days receiptsBack{7};
/// One that lists less than is here is asked for again after this long at the earliest.
constexpr std::chrono::minutes receiptAgain{15};
/// How long a person is told that the server was restored from a backup.
constexpr std::chrono::days setBackTold{7};
/// Piece of a file that one request carries up; what came of it before a cut counts.
constexpr qint64 uploadPieceBytes = 1024 * 1024;
/// Tries of one file in one run.
constexpr int uploadTries = 4;
/// Files that visits within this time need are fetched before others.
constexpr std::chrono::hours visitsSoon{72};
/// Files above this wait for Wi-Fi when the person wants it so.
constexpr qint64 largeFileBytes = 1024 * 1024;
/// A file that nothing names is left in peace this long: its row may be about to be written.
constexpr std::chrono::days strayKept{1};
/// Piece of a file that is written at once, in bytes.
constexpr std::size_t contentPieceBytes = 256 * 1024;

} // namespace turnus::client::limits
