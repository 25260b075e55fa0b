#pragma once

#include "core/support/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace turnus::server {

/// One appointment as a calendar shows it.
struct PlannedEvent
{
    qint64 id = 0;
    QString kind;
    QString status;
    Instant starts;
    Instant ends;
    QString site;
    QString street;
    QString city;
    QString customer; ///< empty when names are not wanted
    Instant modified;
    int sequence = 0;
};

/// The events as an iCalendar (RFC 5545), in UTC; whatever the texts hold, each is one event.
[[nodiscard]] QByteArray writeCalendar(const QList<PlannedEvent> &events, bool german);

} // namespace turnus::server
