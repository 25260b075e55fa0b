#pragma once

#include "core/support/result.h"
#include "sync/server/service/limits.h"

#include <QByteArray>
#include <QString>

namespace turnus::server {

/// What one argon2id hash costs. The default is libsodium's "interactive": 64 MiB, about 0.1 s.
struct PasswordCost
{
    unsigned long long operations = 2;
    std::size_t memoryBytes = 64ULL * 1024 * 1024;
    /// For tests and the simulation: as cheap as libsodium allows.
    [[nodiscard]] static PasswordCost least();
};

/// Argon2id; the string holds algorithm, cost and salt. Waits while limits::parallelHashes are being computed.
[[nodiscard]] Result<QString> hashPassword(const QString &password, PasswordCost cost = {});
[[nodiscard]] bool passwordMatches(const QString &password, const QString &hash);

/// A secret of that many random bytes, URL-safe base64; what is stored of it is hashToken().
[[nodiscard]] QString newToken(int bytes = limits::tokenBytes);
[[nodiscard]] QByteArray hashToken(QByteArrayView token);

} // namespace turnus::server
