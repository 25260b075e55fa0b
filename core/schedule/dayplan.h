#pragma once

#include "core/forecast/forecast.h"
#include "core/schedule/geo.h"
#include "core/schedule/kinds.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <span>
#include <vector>

namespace turnus::schedule {

/// How far a visit's edits are on their way to the server; the weakest of them.
enum class Carried { Nothing, Local, Sent, Confirmed, Held };

/// One appointment with what a list shows of it.
struct Stop
{
    AppointmentId id;
    VisitId visit; ///< the visit made of it, if any
    CustomerId customer;
    SiteId site;
    AssetId asset;
    Kind kind = Kind::Maintenance;
    AppointmentStatus status = AppointmentStatus::Planned;
    Instant starts;
    Instant ends;
    QString reason;
    QString note;
    QString customerName;
    QString street;
    QString city;
    QString phone;
    QString accessNote;
    QString product;
    QString serial;
    std::optional<GeoPoint> place;
    Carried carried = Carried::Nothing;

    bool operator==(const Stop &) const = default;
};

/// One reason why an appointment is worth the drive today. Which fields are filled depends on the kind.
struct Why
{
    enum class Kind {
        Contract,   ///< visitsPerYear, text = the contract's name
        Plan,       ///< intervalMonths
        Told,       ///< text = what the dispatcher or customer said
        Promise,    ///< until = by when somebody must be there
        Complaint,  ///< text = what the customer complains of, since
        Replacement ///< text = the product, due, status; never beside a complaint
    };
    Kind kind = Kind::Told;
    QString text;
    int visitsPerYear = 0;
    int intervalMonths = 0;
    std::optional<Instant> until;
    std::optional<Instant> since;
    AssetId asset;
    Day due; ///< the earliest day that is likely (P10)
    forecast::DueStatus status = forecast::DueStatus::NotDue;

    bool operator==(const Why &) const = default;
};

/// A technician's appointments of a day, from the handheld's database.
class DayPlan
{
public:
    explicit DayPlan(storage::Connection &connection) : m_connection(connection) {}

    /// By time; cancelled ones are left out, one still under way from the last days comes first.
    [[nodiscard]] Result<std::vector<Stop>> stops(StaffId technician, Day day) const;
    /// Error "not-found".
    [[nodiscard]] Result<Stop> stop(AppointmentId id) const;
    /// The most pressing first.
    [[nodiscard]] Result<std::vector<Why>> reasons(const Stop &stop) const;
    /// For an edit that is part of a transaction: inside Connection::read or write.
    [[nodiscard]] Carried carried(VisitId visit, AssetId asset) const;

private:
    void addPurpose(const Stop &stop, std::vector<Why> &whys) const;
    void addComplaints(const Stop &stop, std::vector<Why> &whys) const;
    void addReplacements(const Stop &stop, std::vector<Why> &whys) const;

    storage::Connection &m_connection;
};

/// The stop to go to: the one under way, else an emergency, else the first that is not done; -1 when all are.
int nextStop(std::span<const Stop> stops);
/// Open stops by their distance, those without a place last.
std::vector<int> nearestFirst(std::span<const Stop> stops, GeoPoint here);

} // namespace turnus::schedule
