#include "core/schedule/dayplan.h"

#include "core/schedule/limits.h"

#include <algorithm>
#include <limits>
#include <string>

using namespace Qt::StringLiterals;

namespace turnus::schedule {

using storage::Statement;

namespace {

// One whose customer is not here is shown all the same: its manifest says what is missing.
const std::string stopColumns =
    "SELECT a.id, v.id, a.customer_id, a.site_id, a.asset_id, a.kind, a.status, a.starts, a.ends, a.reason, a.note, "
    "c.name, s.street, s.city, c.phone, s.access_note, p.name, t.serial, s.latitude, s.longitude "
    "FROM appointment a LEFT JOIN customer c ON c.id = a.customer_id LEFT JOIN site s ON s.id = a.site_id "
    "LEFT JOIN asset t ON t.id = a.asset_id LEFT JOIN product p ON p.id = t.product_id "
    "LEFT JOIN visit v ON v.appointment_id = a.id ";

Stop readStop(const Statement &row)
{
    Stop stop;
    stop.id = row.id<AppointmentId>(0);
    stop.visit = row.id<VisitId>(1);
    stop.customer = row.id<CustomerId>(2);
    stop.site = row.id<SiteId>(3);
    stop.asset = row.id<AssetId>(4);
    stop.kind = kindFrom(row.text(5));
    stop.status = statusFrom(row.text(6));
    stop.starts = row.instant(7);
    stop.ends = row.instant(8);
    stop.reason = row.text(9);
    stop.note = row.text(10);
    stop.customerName = row.text(11);
    stop.street = row.text(12);
    stop.city = row.text(13);
    stop.phone = row.text(14);
    stop.accessNote = row.text(15);
    stop.product = row.text(16);
    stop.serial = row.text(17);
    if (!row.isNull(18) && !row.isNull(19))
        stop.place = GeoPoint{row.real(18), row.real(19)};
    return stop;
}

} // namespace

Result<std::vector<Stop>> DayPlan::stops(StaffId technician, Day day) const
{
    return m_connection.read([&] {
        const Instant from = startOfLocalDay(day);
        const Instant until = startOfLocalDay(day + days{1});
        std::vector<Stop> found;
        Statement row = m_connection.query(
            stopColumns + "WHERE a.starts >= ?1 AND a.starts < ?2 AND a.technician_id = ?3 AND a.status <> 'cancelled' "
                          "AND (a.starts >= ?4 OR a.status = 'under_way') ORDER BY a.starts, a.id",
            from - limits::unfinishedFor, until, technician, from);
        while (row.step()) {
            found.push_back(readStop(row));
            Stop &stop = found.back();
            if (stop.visit)
                stop.carried = carried(stop.visit, stop.asset);
        }
        return found;
    });
}

Result<Stop> DayPlan::stop(AppointmentId id) const
{
    auto found = m_connection.read([&]() -> std::optional<Stop> {
        Statement row = m_connection.query(stopColumns + "WHERE a.id = ?", id);
        if (!row.step())
            return std::nullopt;
        Stop stop = readStop(row);
        if (stop.visit)
            stop.carried = carried(stop.visit, stop.asset);
        return stop;
    });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(Domain::Storage, u"not-found", u"no appointment %1"_s.arg(id.value));
    return std::move(**found);
}

Carried DayPlan::carried(VisitId visit, AssetId asset) const
{
    // Readings, grades and repairs are found by their asset: they have no index by visit.
    Statement row =
        m_connection.query("WITH line (id) AS (SELECT ?1 "
                           "UNION ALL SELECT id FROM checklist_answer WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM meter_reading WHERE asset_id = ?2 AND visit_id = ?1 "
                           "UNION ALL SELECT id FROM condition_grade WHERE asset_id = ?2 AND visit_id = ?1 "
                           "UNION ALL SELECT id FROM repair WHERE asset_id = ?2 AND visit_id = ?1 "
                           "UNION ALL SELECT id FROM finding WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM part_use WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM attachment WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM due_note WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM page_view WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM referral WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM complaint WHERE visit_id = ?1 "
                           "UNION ALL SELECT id FROM signature WHERE visit_id = ?1) "
                           "SELECT sum(state = 0), sum(state = 1), sum(state = 2), EXISTS (SELECT 1 FROM attachment a "
                           "JOIN content_file f ON f.sha256 = a.sha256 WHERE a.visit_id = ?1 AND f.present = 1 "
                           "AND f.held = 0) FROM outbox WHERE row IN line",
                           visit, asset);
    if (!row.step())
        return Carried::Nothing;
    if (row.integer(2) > 0)
        return Carried::Held;
    if (row.integer(0) > 0)
        return Carried::Local;
    // Confirmed is a visit when the server holds every line and every byte.
    return row.integer(1) > 0 || row.flag(3) ? Carried::Sent : Carried::Confirmed;
}

Result<std::vector<Why>> DayPlan::reasons(const Stop &stop) const
{
    return m_connection.read([&] {
        std::vector<Why> whys;
        addPurpose(stop, whys);
        addComplaints(stop, whys);
        addReplacements(stop, whys);
        return whys;
    });
}

void DayPlan::addPurpose(const Stop &stop, std::vector<Why> &whys) const
{
    if (!stop.reason.isEmpty())
        whys.push_back({.kind = Why::Kind::Told, .text = stop.reason});
    Statement row =
        m_connection.query("SELECT k.name, k.visits_per_year, k.response_hours, m.interval_months FROM asset t "
                           "LEFT JOIN service_contract k ON k.id = t.contract_id AND (k.ends IS NULL OR k.ends >= ?2) "
                           "LEFT JOIN maintenance_plan m ON m.asset_id = t.id WHERE t.id = ?1",
                           stop.asset, localDay(stop.starts));
    if (!row.step())
        return;
    const bool contract = !row.isNull(0);
    // The dispatcher's words may say it already.
    const bool told = contract && stop.reason.contains(row.text(0), Qt::CaseInsensitive);
    if (stop.kind == Kind::Maintenance && told)
        return;
    if (stop.kind == Kind::Maintenance && contract)
        whys.push_back({.kind = Why::Kind::Contract, .text = row.text(0), .visitsPerYear = row.number(1)});
    else if (stop.kind == Kind::Maintenance && !row.isNull(3))
        whys.push_back({.kind = Why::Kind::Plan, .intervalMonths = row.number(3)});
    if (stop.kind == Kind::Emergency && contract && !row.isNull(2))
        whys.push_back({.kind = Why::Kind::Promise,
                        .text = row.text(0),
                        .until = stop.starts + std::chrono::hours{row.number(2)}});
}

void DayPlan::addComplaints(const Stop &stop, std::vector<Why> &whys) const
{
    Statement row = m_connection.query("SELECT what, opened FROM complaint WHERE customer_id = ? AND settled IS NULL "
                                       "ORDER BY opened, id LIMIT ?",
                                       stop.customer, limits::complaintReasons);
    while (row.step())
        whys.push_back({.kind = Why::Kind::Complaint, .text = row.text(0), .since = row.instant(1)});
}

void DayPlan::addReplacements(const Stop &stop, std::vector<Why> &whys) const
{
    // The unit of the appointment first, then the site's most pressing ones.
    Statement row = m_connection.query(
        "SELECT t.id, p.name, f.p10, f.status FROM asset t JOIN asset_forecast f ON f.asset_id = t.id "
        "JOIN product p ON p.id = t.product_id WHERE t.site_id = ?1 AND t.status = 'active' AND f.status > 0 "
        "AND t.customer_id NOT IN (SELECT customer_id FROM complaining_customer) "
        "ORDER BY t.id = ?2 DESC, f.status DESC, f.p50 LIMIT ?3",
        stop.site, stop.asset, limits::replacementReasons);
    while (row.step()) {
        whys.push_back({.kind = Why::Kind::Replacement,
                        .text = row.text(1),
                        .asset = row.id<AssetId>(0),
                        .due = row.day(2),
                        .status = static_cast<forecast::DueStatus>(row.number(3))});
    }
}

int nextStop(std::span<const Stop> stops)
{
    const auto first = [&](auto matches) {
        const auto found = std::ranges::find_if(stops, matches);
        return found == stops.end() ? -1 : static_cast<int>(found - stops.begin());
    };
    if (const int now = first([](const Stop &s) { return s.status == AppointmentStatus::UnderWay; }); now >= 0)
        return now;
    const auto isOpen = [](const Stop &s) { return s.status == AppointmentStatus::Planned; };
    if (const int urgent = first([&](const Stop &s) { return isOpen(s) && s.kind == Kind::Emergency; }); urgent >= 0)
        return urgent;
    return first(isOpen);
}

std::vector<int> nearestFirst(std::span<const Stop> stops, GeoPoint here)
{
    std::vector<int> order;
    for (int i = 0; i < static_cast<int>(stops.size()); ++i) {
        if (stops[i].status == AppointmentStatus::Planned || stops[i].status == AppointmentStatus::UnderWay)
            order.push_back(i);
    }
    const auto away = [&](int i) {
        return stops[i].place ? distanceMetres(here, *stops[i].place) : std::numeric_limits<double>::infinity();
    };
    std::ranges::stable_sort(order, {}, away);
    return order;
}

} // namespace turnus::schedule
