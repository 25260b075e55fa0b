#pragma once

#include <array>
#include <chrono>
#include <cstddef>

namespace turnus::server::limits {

/// Records in one request of the company's other systems, its body in bytes, and the problems that an answer tells.
constexpr int recordsPerRequest = 1'000;
constexpr std::size_t recordsBytes = 4 * 1024 * 1024;
constexpr std::size_t recordBytes = 256 * 1024;
constexpr int problemsTold = 100;
/// The company's own key of a row, in characters.
constexpr int keyLength = 200;

/// Webhooks: one try, how long a process keeps what it took, receivers served at the same time and tries made at once
/// for each, and how long what was delivered is remembered.
constexpr std::chrono::seconds webhookTimeout{15};
constexpr std::chrono::seconds webhookLease{60};
constexpr std::size_t webhookLanes = 32;
constexpr int webhooksAtOnce = 16;
constexpr std::chrono::days eventsKept{30};
constexpr std::chrono::milliseconds webhookPoll{1'000};
/// Waiting after each failed try; after the last one the delivery is given up.
constexpr std::array<std::chrono::seconds, 9> webhookPauses{
    std::chrono::seconds{5},      std::chrono::seconds{30},     std::chrono::seconds{120},
    std::chrono::seconds{600},    std::chrono::seconds{1'800},  std::chrono::seconds{7'200},
    std::chrono::seconds{21'600}, std::chrono::seconds{43'200}, std::chrono::seconds{86'400}};

/// What a calendar shows.
constexpr std::chrono::days calendarPast{30};
constexpr std::chrono::days calendarFuture{366};
constexpr int calendarEvents = 5'000;

} // namespace turnus::server::limits
