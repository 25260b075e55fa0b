#pragma once

#include <QtGlobal>
#include <chrono>

namespace turnus::transport::limits {

/// A transfer without a byte for this long has failed.
constexpr std::chrono::milliseconds idleTimeout{30'000};
/// A stream of events without a byte (the server's heartbeat comes more often) has failed.
constexpr std::chrono::milliseconds streamTimeout{80'000};
/// What an answer that nobody takes piece by piece may weigh, in bytes.
constexpr qint64 answerMaxBytes = 1024 * 1024;
/// What the network may read ahead of the database, in bytes: a kill loses it.
constexpr qint64 readAheadBytes = 256 * 1024;
/// How long the machine's key store may take before a file has to do.
constexpr std::chrono::milliseconds keyStoreTimeout{5'000};

} // namespace turnus::transport::limits
