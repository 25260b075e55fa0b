#pragma once

#include <QString>
#include <optional>

namespace turnus::schedule {

/// What an appointment or a visit is for.
enum class Kind { Maintenance, Repair, Emergency, PickUp, Delivery, Installation, CourtesyCall };

/// The kind's name in the synced tables ("pick_up").
QString nameOf(Kind kind);
/// Names of newer programs read as Maintenance.
Kind kindFrom(const QString &name);

/// "planned", "under_way" …
enum class AppointmentStatus { Planned, UnderWay, Done, Cancelled };
QString nameOf(AppointmentStatus status);
AppointmentStatus statusFrom(const QString &name);

} // namespace turnus::schedule
