#pragma once

#include "core/support/ids.h"
#include "core/support/time.h"

#include <QByteArray>
#include <optional>

namespace turnus::server {

class Connection;

struct CalendarFeed
{
    StaffId staff;
    bool withNames = false;
};

/// The secret addresses of persons' calendars; of the secrets only hashes.
class CalendarFeedStore
{
public:
    explicit CalendarFeedStore(Connection &connection) : m_connection(connection) {}

    void add(const QByteArray &hash, const CalendarFeed &feed, Instant now);
    /// Nothing for one that was revoked, or whose person has accounts and all of them are locked.
    [[nodiscard]] std::optional<CalendarFeed> find(const QByteArray &hash);
    /// All of a person; says how many there were.
    int revoke(StaffId staff, Instant now);

private:
    Connection &m_connection;
};

} // namespace turnus::server
