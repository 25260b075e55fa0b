#pragma once

#include "core/support/time.h"

#include <QByteArray>

namespace turnus::server {

class Connection;

/// Tries of logins that are no account's, by the hash of the login. They are kept as long as an account's, so that
/// nobody can tell them from one; only when there are too many, all are forgotten.
class UnknownLoginStore
{
public:
    explicit UnknownLoginStore(Connection &connection) : m_connection(connection) {}

    struct Tries
    {
        int failed = 0;
        Instant lockedUntil{};
    };
    /// Keeps other transactions from counting the login's tries until this one ends.
    [[nodiscard]] Tries hold(const QByteArray &loginHash);
    void set(const QByteArray &loginHash, const Tries &tries);

private:
    Connection &m_connection;
};

} // namespace turnus::server
