#pragma once

#include <chrono>
#include <cstddef>

namespace turnus::server::limits {

/// Sign-in: tries before an account is locked, the first lock, and the longest; each further try doubles it.
constexpr int triesBeforeLock = 5;
constexpr std::chrono::seconds firstLock{30};
constexpr std::chrono::seconds longestLock{3'600};
/// Argon2id hashes computed at the same time in one process; each takes the memory that its cost names.
constexpr int parallelHashes = 2;
constexpr int shortestPassword = 8;
constexpr int longestPassword = 256;
constexpr int longestLogin = 100;
constexpr int longestDeviceName = 200;

constexpr std::chrono::minutes accessTokenLife{15};
constexpr std::chrono::days refreshTokenLife{60};
constexpr int tokenBytes = 32;
/// An access token lives for minutes and travels with every request.
constexpr int accessTokenBytes = 16;

/// Changes that are read from the log, and committed by the device, at once.
constexpr int changesPerStep = 2'000;
/// An answer that has grown to this is ended with "more".
constexpr std::size_t answerBytes = 8 * 1024 * 1024;
/// A snapshot is made anew once the log has grown beyond it by this many changes and by this part of its rows.
constexpr long long snapshotLeastChanges = 2'000;
constexpr long long snapshotShare = 10;
constexpr std::size_t rowsPerWeighing = 64;
/// Largest blob in one field.
constexpr int blobBytes = 512 * 1024;

/// CSV import: file and field size, and rows held before they are written.
constexpr long long csvFileBytes = 512LL * 1024 * 1024;
constexpr int csvFieldBytes = 1024 * 1024;
constexpr int csvBatchRows = 1'000;

} // namespace turnus::server::limits
