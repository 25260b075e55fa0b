#include "sync/server/integration/calendars.h"

#include "sync/protocol/tables.h"
#include "sync/server/integration/calendarwriter.h"
#include "sync/server/integration/limits.h"
#include "sync/server/service/password.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/calendarfeedstore.h"
#include "sync/server/store/connection.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace turnus::server {

namespace {

/// Fields whose change is a new revision of the event.
qint64 scheduleMask()
{
    const protocol::Table &table = *protocol::findTable("appointment");
    qint64 mask = 0;
    for (const std::string_view column : {"site_id", "technician_id", "kind", "starts", "ends", "status"})
        mask |= qint64{1} << protocol::columnIndex(table, column);
    return mask;
}

QList<PlannedEvent> eventsOf(Connection &connection, qint64 staff, bool names, Instant now)
{
    QList<PlannedEvent> events;
    const qint64 from = toInteger(now - limits::calendarPast);
    const qint64 to = toInteger(now + limits::calendarFuture);
    Statement row(
        connection,
        u"SELECT a.id, a.kind, a.status, a.starts, a.ends, s.name, s.street, s.postal_code, s.city, c.name FROM "
        "appointment a JOIN site s ON s.id = a.site_id JOIN customer c ON c.id = a.customer_id WHERE "
        "a.technician_id = ? AND a.starts >= ? AND a.starts < ? ORDER BY a.starts, a.id LIMIT ?"_s,
        staff, from, to, limits::calendarEvents);
    QHash<qint64, qsizetype> places;
    while (row.next()) {
        places.insert(row.integer(0), events.size());
        events.append({row.integer(0), row.text(1), row.text(2), instantFrom(row.integer(3)),
                       instantFrom(row.integer(4)), row.text(5), row.text(6), row.text(7) + u' ' + row.text(8),
                       names ? row.text(9) : QString(), Instant{}, 0});
    }
    Statement change(
        connection,
        u"SELECT h.row_id, max(h.at), sum(CASE WHEN h.op = 2 AND (h.mask & ?) <> 0 THEN 1 ELSE 0 END) FROM "
        "change h JOIN appointment a ON a.id = h.row_id WHERE h.tbl = ? AND a.technician_id = ? AND "
        "a.starts >= ? AND a.starts < ? GROUP BY h.row_id"_s,
        scheduleMask(), protocol::findTable("appointment")->number, staff, from, to);
    while (change.next()) {
        const auto place = places.constFind(change.integer(0));
        if (place == places.cend())
            continue;
        events[*place].modified = instantFrom(change.integer(1));
        events[*place].sequence = static_cast<int>(change.integer(2));
    }
    return events;
}

Result<StaffId> staffOf(Connection &connection, const QString &key)
{
    std::optional<StaffId> staff;
    TURNUS_TRY(connection.read([&]() -> Status {
        staff = AccountStore(connection).staffByKey(key);
        return {};
    }));
    if (!staff)
        return fail(Domain::Input, u"staff", u"no staff with the key \"%1\""_s.arg(key));
    return *staff;
}

} // namespace

Result<QString> Calendars::add(Connection &connection, StaffId staff, bool withNames)
{
    const QString secret = newToken();
    TURNUS_TRY(connection.write([&]() -> Status {
        CalendarFeedStore(connection).add(hashToken(secret.toLatin1()), {staff, withNames}, m_clock.now());
        return {};
    }));
    return secret;
}

Result<QString> Calendars::add(Connection &connection, const QString &staffKey, bool withNames)
{
    TURNUS_ASSIGN(staff, staffOf(connection, staffKey));
    return add(connection, staff, withNames);
}

Result<int> Calendars::revoke(Connection &connection, StaffId staff)
{
    int count = 0;
    TURNUS_TRY(connection.write([&]() -> Status {
        count = CalendarFeedStore(connection).revoke(staff, m_clock.now());
        return {};
    }));
    return count;
}

Result<int> Calendars::revoke(Connection &connection, const QString &staffKey)
{
    TURNUS_ASSIGN(staff, staffOf(connection, staffKey));
    return revoke(connection, staff);
}

Result<QByteArray> Calendars::read(Connection &connection, QByteArrayView secret, bool german)
{
    QList<PlannedEvent> events;
    TURNUS_TRY(connection.read([&]() -> Status {
        const auto feed = CalendarFeedStore(connection).find(hashToken(secret));
        if (!feed)
            return fail(Domain::Content, u"record-missing", u"no such calendar"_s);
        events = eventsOf(connection, feed->staff.value, feed->withNames, m_clock.now());
        return {};
    }));
    return writeCalendar(events, german);
}

} // namespace turnus::server
