#pragma once

#include <QtGlobal>

namespace turnus::server {

class Connection;

/// The server's counters. They are raised inside the transaction that uses them, so a number is never used twice.
class Meta
{
public:
    explicit Meta(Connection &connection) : m_connection(connection) {}

    /// Reserves `count` ids of replica 0, unique over all tables, and returns the first.
    [[nodiscard]] qint64 takeIds(qint64 count = 1);
    [[nodiscard]] qint64 takeReplica();

private:
    [[nodiscard]] qint64 take(const char *key, qint64 count);

    Connection &m_connection;
};

} // namespace turnus::server
