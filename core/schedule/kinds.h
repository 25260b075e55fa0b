#pragma once

#include <QCoreApplication>
#include <QString>

namespace turnus::schedule {

/// What an appointment or a visit is for.
enum class Kind { Maintenance, Repair, Emergency, PickUp, Delivery, Installation, CourtesyCall };

/// The kind's name in the synced tables ("pick_up").
QString nameOf(Kind kind);
/// Names of newer programs read as Maintenance.
Kind kindFrom(const QString &name);

/// What people call it.
class KindWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::schedule::KindWords)

public:
    static QString of(Kind kind);
    /// By its name in the tables; that of a newer program stays as it is.
    static QString of(const QString &name);
};

/// "planned", "under_way" …
enum class AppointmentStatus { Planned, UnderWay, Done, Cancelled };
QString nameOf(AppointmentStatus status);
AppointmentStatus statusFrom(const QString &name);

} // namespace turnus::schedule
