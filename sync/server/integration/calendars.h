#pragma once

#include "core/support/clock.h"
#include "core/support/ids.h"

#include "core/support/result.h"

#include <QByteArray>

namespace turnus::server {

class Connection;

/// A person's appointments as iCalendar (RFC 5545), read by whoever knows the secret address, until the person's
/// password changes, a handheld of his is reported lost, or his addresses are revoked. Times are UTC, so no zone
/// can be mistaken; an event says kind, place and state, and the customer's name only when the feed was made so.
class Calendars
{
public:
    explicit Calendars(const Clock &clock) : m_clock(clock) {}

    /// A new secret: the address is /v1/calendar/SECRET.ics. Shown this once.
    [[nodiscard]] Result<QString> add(Connection &connection, StaffId staff, bool withNames);
    /// By the company's key of the person. Error "staff".
    [[nodiscard]] Result<QString> add(Connection &connection, const QString &staffKey, bool withNames);
    /// Every address of the person stops working; says how many there were.
    [[nodiscard]] Result<int> revoke(Connection &connection, StaffId staff);
    [[nodiscard]] Result<int> revoke(Connection &connection, const QString &staffKey);

    /// Error "record-missing" for an unknown or revoked secret, or while the person's account is locked. `german`: the
    /// words of the events.
    [[nodiscard]] Result<QByteArray> read(Connection &connection, QByteArrayView secret, bool german);

private:
    const Clock &m_clock;
};

} // namespace turnus::server
