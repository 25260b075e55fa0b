#pragma once

#include "core/support/result.h"
#include "core/support/time.h"
#include "sync/protocol/seal.h"

#include <optional>

namespace turnus::server {

class Connection;

/// The keys by which the company signs, in its database: shared by all its servers, and part of every backup.
class SigningKeyStore
{
public:
    explicit SigningKeyStore(Connection &connection) : m_connection(connection) {}

    /// The key in use; nothing before the first.
    [[nodiscard]] std::optional<protocol::SigningKey> current();
    /// The company's own random name; empty before the first key.
    [[nodiscard]] QString company();
    /// The company's name in its statements and all public keys, the one in use first.
    [[nodiscard]] protocol::KeyList list();
    /// Inside write: makes company name and first key unless they are there.
    void ensure(Instant now);
    /// Inside write: a new key, endorsed by the one before, of which only the public part stays.
    void rotate(Instant now);

private:
    void add(const protocol::SigningKey &key, const protocol::SigningKey *before, Instant now);

    Connection &m_connection;
};

/// SigningKeyStore::company() outside a transaction.
[[nodiscard]] Result<QString> companyOf(Connection &connection);

} // namespace turnus::server
