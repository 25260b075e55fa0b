#pragma once

#include <QtGlobal>
#include <chrono>
#include <cstddef>

namespace turnus::server::limits {

/// How long a writer waits for SQLite's lock when another process (backup, verify) holds it.
constexpr std::chrono::milliseconds busyTimeout{10'000};
/// How often another process's commits to an SQLite file are looked for.
constexpr std::chrono::milliseconds dataVersionInterval{150};
/// How long PostgreSQL is listened to before the connection is tried.
constexpr std::chrono::milliseconds listenInterval{5'000};
/// Changes are looked for this often without any sign of them, and not more often than with this pause between.
constexpr std::chrono::milliseconds lookInterval{5'000};
constexpr std::chrono::milliseconds lookPause{20};
/// Tries of one transaction when PostgreSQL reports a deadlock or a serialisation failure.
constexpr int transactionTries = 5;
/// Prepared statements that a connection keeps.
constexpr int cachedStatements = 400;
/// Rows that one multi-row statement names.
constexpr int rowsPerStatement = 200;
/// Logins without an account whose tries are kept.
constexpr int unknownLoginsKept = 10'000;
/// An upload that nobody goes on with is forgotten after this.
constexpr std::chrono::days uploadLife{14};
/// Largest file taken into the content store.
constexpr qint64 contentFileBytes = 256LL * 1024 * 1024;

/// How often a restore looks whether PostgreSQL's other connections are gone, and the pause between.
constexpr int connectionLooks = 10;
constexpr std::chrono::milliseconds connectionPause{200};
/// Numbers that a restored company leaves out, because they may have been given out since the backup: row ids of the
/// server's own and numbers of devices.
constexpr qint64 idsPassedOver = qint64{1} << 24;
constexpr qint64 replicasPassedOver = qint64{1} << 13;

} // namespace turnus::server::limits
