#include "sync/server/store/calendarfeedstore.h"

#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;

namespace turnus::server {

void CalendarFeedStore::add(const QByteArray &hash, const CalendarFeed &feed, Instant now)
{
    run(m_connection, u"INSERT INTO calendar_feed (hash, staff_id, names, created) VALUES (?, ?, ?, ?)"_s, hash,
        feed.staff.value, feed.withNames, toInteger(now));
}

std::optional<CalendarFeed> CalendarFeedStore::find(const QByteArray &hash)
{
    Statement feed(m_connection,
                   u"SELECT f.staff_id, f.names FROM calendar_feed f WHERE f.hash = ? AND f.revoked IS NULL AND "
                   "(NOT EXISTS (SELECT 1 FROM account a WHERE a.staff_id = f.staff_id) OR "
                   "EXISTS (SELECT 1 FROM account a WHERE a.staff_id = f.staff_id AND a.disabled = 0))"_s,
                   hash);
    if (!feed.next())
        return {};
    return CalendarFeed{StaffId{feed.integer(0)}, feed.integer(1) != 0};
}

int CalendarFeedStore::revoke(StaffId staff, Instant now)
{
    return run(m_connection, u"UPDATE calendar_feed SET revoked = ? WHERE staff_id = ? AND revoked IS NULL"_s,
               toInteger(now), staff.value);
}

} // namespace turnus::server
