#pragma once

#include <chrono>
#include <cstddef>

namespace turnus::server::limits {

/// How long a writer waits for SQLite's lock when another process (backup, verify) holds it.
constexpr std::chrono::milliseconds busyTimeout{10'000};
/// Tries of one transaction when PostgreSQL reports a deadlock or a serialisation failure.
constexpr int transactionTries = 5;
/// Prepared statements that a connection keeps.
constexpr int cachedStatements = 400;
/// Rows that one multi-row statement names.
constexpr int rowsPerStatement = 200;
/// Largest file taken into the content store.
constexpr qint64 contentFileBytes = 256LL * 1024 * 1024;

} // namespace turnus::server::limits
