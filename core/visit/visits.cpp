#include "core/visit/visits.h"

#include "core/storage/devicestate.h"

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;
using storage::Writer;

namespace {

const QString byPosition = u"position"_s;
const QString byHand = u"hand"_s;

constexpr auto visitSql =
    "SELECT v.id, v.customer_id, v.site_id, v.asset_id, v.appointment_id, v.technician_id, v.kind, v.status, "
    "v.started, "
    "v.ended, v.arrival, v.arrival_distance_m, v.summary, c.name, s.street, s.city, s.name, e.name, p.id, p.name, "
    "p.category, p.usage_unit, p.nominal_usage_per_day, t.serial, t.place, k.name, s.postal_code FROM visit v "
    "JOIN customer c ON c.id = v.customer_id JOIN site s ON s.id = v.site_id "
    "LEFT JOIN staff e ON e.id = v.technician_id LEFT JOIN asset t ON t.id = v.asset_id "
    "LEFT JOIN product p ON p.id = t.product_id LEFT JOIN service_contract k ON k.id = t.contract_id WHERE v.id = ?";

Visit readVisit(const Statement &row)
{
    Visit visit;
    visit.id = row.id<VisitId>(0);
    visit.customer = row.id<CustomerId>(1);
    visit.site = row.id<SiteId>(2);
    visit.asset = row.id<AssetId>(3);
    visit.appointment = row.id<AppointmentId>(4);
    visit.technician = row.id<StaffId>(5);
    visit.kind = schedule::kindFrom(row.text(6));
    visit.completed = row.text(7) == u"completed";
    visit.started = row.instant(8);
    visit.ended = row.maybeInstant(9);
    if (!row.isNull(10))
        visit.arrival = row.text(10) == byPosition ? Arrival::ByPosition : Arrival::ByHand;
    if (!row.isNull(11))
        visit.arrivalMetres = row.number(11);
    visit.summary = row.text(12);
    visit.customerName = row.text(13);
    visit.street = row.text(14);
    visit.city = row.text(15);
    visit.siteName = row.text(16);
    visit.technicianName = row.text(17);
    visit.product = row.id<ProductId>(18);
    visit.productName = row.text(19);
    visit.category = row.text(20);
    visit.usageUnit = row.text(21);
    visit.nominalUsagePerDay = row.real(22);
    visit.serial = row.text(23);
    visit.place = row.text(24);
    visit.contract = row.text(25);
    visit.postalCode = row.text(26);
    return visit;
}

} // namespace

Status Visits::startDriving(AppointmentId appointment)
{
    return m_connection.write([&](Writer &writer) -> Status {
        writer.update("appointment", appointment, {{"status", u"under_way"_s}});
        return {};
    });
}

Result<VisitId> Visits::arrive(AppointmentId appointment, Arrival how, std::optional<int> metres)
{
    return m_connection.write([&](Writer &writer) -> Result<VisitId> {
        Statement made = m_connection.query("SELECT id FROM visit WHERE appointment_id = ?", appointment);
        if (made.step())
            return made.id<VisitId>(0);
        Statement row = m_connection.query(
            "SELECT customer_id, site_id, asset_id, kind, technician_id FROM appointment WHERE id = ?", appointment);
        if (!row.step())
            return fail(Domain::Storage, u"not-found", u"no appointment %1"_s.arg(appointment.value));
        const auto me = storage::DeviceState(m_connection).integer(storage::DeviceState::staffId);
        TURNUS_ASSIGN(id, writer.mint<VisitId>());
        writer.insert("visit", id, "customer", row.id<CustomerId>(0),
                      {{"customer_id", row.id<CustomerId>(0)},
                       {"site_id", row.id<SiteId>(1)},
                       {"asset_id", row.id<AssetId>(2)},
                       {"appointment_id", appointment},
                       {"technician_id", me ? StaffId{*me} : row.id<StaffId>(4)},
                       {"kind", row.text(3)},
                       {"status", u"under_way"_s},
                       {"started", writer.now()},
                       {"arrival", how == Arrival::ByPosition ? byPosition : byHand},
                       {"arrival_distance_m", metres}});
        writer.update("appointment", appointment, {{"status", u"under_way"_s}});
        return id;
    });
}

Status Visits::correctArrival(VisitId visit, Instant at)
{
    return m_connection.write([&](Writer &writer) -> Status {
        if (at > writer.now())
            return fail(Domain::Input, u"arrival-in-future", u"an arrival cannot lie in the future"_s);
        writer.update("visit", visit, {{"started", at}, {"arrival", byHand}, {"arrival_distance_m", std::nullopt}});
        return {};
    });
}

Result<Visit> Visits::load(VisitId visit) const
{
    auto found = m_connection.read([&]() -> std::optional<Visit> {
        Statement row = m_connection.query(visitSql, visit);
        if (!row.step())
            return std::nullopt;
        Visit loaded = readVisit(row);
        loaded.carried = schedule::DayPlan(m_connection).carried(loaded.id, loaded.asset);
        return loaded;
    });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return fail(Domain::Storage, u"not-found", u"no visit %1"_s.arg(visit.value));
    return std::move(**found);
}

Result<std::optional<VisitId>> Visits::ofAppointment(AppointmentId appointment) const
{
    return m_connection.read([&]() -> std::optional<VisitId> {
        Statement row =
            m_connection.query("SELECT id FROM visit WHERE appointment_id = ? ORDER BY id DESC", appointment);
        return row.step() ? std::optional(row.id<VisitId>(0)) : std::nullopt;
    });
}

} // namespace turnus::visit
