#pragma once

#include "core/schedule/dayplan.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <optional>

namespace turnus::visit {

/// How the arrival became known.
enum class Arrival { ByPosition, ByHand };

/// A visit with the names that its pages show.
struct Visit
{
    VisitId id;
    CustomerId customer;
    SiteId site;
    AssetId asset;
    AppointmentId appointment;
    StaffId technician;
    schedule::Kind kind = schedule::Kind::Maintenance;
    bool completed = false;
    Instant started;
    std::optional<Instant> ended;
    std::optional<Arrival> arrival;
    std::optional<int> arrivalMetres;
    QString summary;

    QString customerName;
    QString street;
    QString postalCode;
    QString city;
    QString siteName;
    QString technicianName;
    ProductId product;
    QString productName;
    QString category;
    QString usageUnit;
    double nominalUsagePerDay = 0;
    QString serial;
    QString place;
    QString contract;
    schedule::Carried carried = schedule::Carried::Nothing;

    bool operator==(const Visit &) const = default;
};

/// The life of a visit: drive, arrive, (the steps in between are facts of their own), complete.
class Visits
{
public:
    explicit Visits(storage::Connection &connection) : m_connection(connection) {}

    /// The technician sets off: dispatch sees the appointment under way. Repeating it changes nothing.
    Status startDriving(AppointmentId appointment);
    /// Makes the visit, or finds the one that was made of the appointment before.
    Result<VisitId> arrive(AppointmentId appointment, Arrival how, std::optional<int> metres);
    /// The person corrects when he arrived; the position's word no longer counts.
    Status correctArrival(VisitId visit, Instant at);
    /// Error "not-found".
    [[nodiscard]] Result<Visit> load(VisitId visit) const;
    [[nodiscard]] Result<std::optional<VisitId>> ofAppointment(AppointmentId appointment) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::visit
