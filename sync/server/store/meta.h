#pragma once

#include "core/support/time.h"

#include <QStringList>

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
    /// The highest replica number that this company may have given out, also where a restore lost it.
    [[nodiscard]] qint64 lastReplica();

    /// Which restored backup this is, and when its newest change was made.
    struct Restored
    {
        qint64 generation = 0; ///< 0: none
        Instant to{};
    };
    [[nodiscard]] Restored restored();
    /// After a restore: numbers that may have been given out since the backup are not given out again, and every device
    /// is to hear of it. The second time for one generation changes nothing.
    void noteRestored(qint64 generation);
    /// The same as statements for a company of any schema, but that devices are to hear of it.
    [[nodiscard]] static QStringList restoredSql(qint64 generation);

private:
    [[nodiscard]] qint64 take(const char *key, qint64 count);
    [[nodiscard]] qint64 valueOf(const char *key);

    Connection &m_connection;
};

} // namespace turnus::server
