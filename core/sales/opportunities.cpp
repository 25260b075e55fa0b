#include "core/sales/opportunities.h"

#include "core/sales/limits.h"

#include <cmath>
#include <numbers>
#include <string>

namespace turnus::sales {

namespace {

using storage::Statement;

constexpr int firstStopColumn = 14;
constexpr int firstLeadColumn = 16;
constexpr int complaintColumn = 22;

// Those due and those to talk about, unless their customer has a complaint open, and those with sales. ?1 today's day
// number, ?2 the last day of the middle of the forecast.
constexpr std::string_view candidateSql = R"(near (asset_id) AS (
    SELECT asset_id FROM asset_forecast WHERE status IN (1, 2, 3) AND p50 <= ?2
    UNION SELECT asset_id FROM asset_forecast WHERE talk_from <= ?1 AND talk_until >= ?1 AND p50 <= ?2),
    candidate (asset_id) AS MATERIALIZED (
    SELECT u.id FROM near JOIN asset u ON u.id = near.asset_id
        WHERE u.customer_id NOT IN (SELECT customer_id FROM complaining_customer)
    UNION SELECT asset_id FROM referral WHERE stage IN ('new', 'accepted', 'offered')))";

// ?3 and ?4 today's first and last instant, ?5 the technician, ?6 since when evidence counts, ?7 whether it is asked
// for, ?8 to ?11 latitude, longitude, kilometres a degree of longitude and radius of the circle (NULL: none), ?12 the
// most rows.
constexpr std::string_view opportunitiesSql = R"(
    , lead AS MATERIALIZED (SELECT asset_id, max(id) AS id FROM referral
        WHERE stage IN ('new', 'accepted', 'offered') GROUP BY asset_id),
    stop AS MATERIALIZED (SELECT customer_id, min(starts) AS starts, max(status = 'under_way') AS under_way
        FROM appointment WHERE starts >= ?3 AND starts < ?4 AND technician_id = ?5
        AND status IN ('planned', 'under_way') GROUP BY customer_id)
    SELECT a.id, a.customer_id, c.name, p.name, p.category, s.latitude, s.longitude, f.status, f.p10, f.p50, f.p90,
        f.talk_from, f.talk_until,
        EXISTS (SELECT 1 FROM finding x WHERE x.asset_id = a.id AND x.grade IS NOT NULL AND x.at >= ?6) OR
        EXISTS (SELECT 1 FROM due_note d WHERE d.asset_id = a.id AND d.verdict <> 'keep' AND d.at >= ?6) AS evidence,
        stop.starts, stop.under_way,
        r.id, r.stage, r.created, (SELECT max(e.at) FROM referral_event e WHERE e.referral_id = r.id),
        (SELECT t.name FROM referral_event e JOIN staff t ON t.id = e.staff_id WHERE e.referral_id = r.id
        ORDER BY e.at DESC LIMIT 1), )" TURNUS_SYNC_STATE("r.id") R"(,
        a.customer_id IN (SELECT customer_id FROM complaining_customer)
    FROM candidate JOIN asset_forecast f ON f.asset_id = candidate.asset_id
    JOIN asset a ON a.id = f.asset_id JOIN customer c ON c.id = a.customer_id
    JOIN site s ON s.id = a.site_id JOIN product p ON p.id = a.product_id
    LEFT JOIN lead ON lead.asset_id = a.id LEFT JOIN referral r ON r.id = lead.id
    LEFT JOIN stop ON stop.customer_id = a.customer_id
    WHERE a.status = 'active' AND f.p50 <= ?2 AND (?7 = 0 OR evidence OR r.id IS NOT NULL)
    AND (?11 IS NULL OR ((s.latitude - ?8) * 111.195) * ((s.latitude - ?8) * 111.195)
        + ((s.longitude - ?9) * ?10) * ((s.longitude - ?9) * ?10) <= ?11 * ?11)
    ORDER BY CASE WHEN r.id IS NOT NULL AND ifnull(stop.under_way, 0) = 0 THEN 1
        WHEN stop.starts IS NOT NULL THEN 0 ELSE 2 END, f.p50, a.id LIMIT ?12)";

constexpr double kmPerDegree = 111.195;
/// Later than any day that a forecast names.
constexpr Day never{days{1'000'000}};

std::string withCandidates(std::string_view rest)
{
    return std::string("WITH ").append(candidateSql).append(rest);
}

Opportunity readOpportunity(const Statement &row)
{
    Opportunity found{.asset = row.id<AssetId>(0),
                      .customer = row.id<CustomerId>(1),
                      .customerName = row.text(2),
                      .product = row.text(3),
                      .category = row.text(4),
                      .latitude = row.maybeReal(5),
                      .longitude = row.maybeReal(6),
                      .status = forecast::DueStatus(row.number(7)),
                      .p10 = row.day(8),
                      .p50 = row.day(9),
                      .p90 = row.day(10),
                      .talkFrom = row.day(11),
                      .talkUntil = row.day(12),
                      .hasEvidence = row.flag(13),
                      .complaintOpen = row.flag(complaintColumn),
                      .today = std::nullopt,
                      .lead = std::nullopt};
    if (!row.isNull(firstStopColumn))
        found.today = Opportunity::Stop{row.instant(firstStopColumn), row.flag(firstStopColumn + 1)};
    if (!row.isNull(firstLeadColumn)) {
        const Instant created = row.instant(firstLeadColumn + 2);
        found.lead = Opportunity::Lead{.id = row.id<ReferralId>(firstLeadColumn),
                                       .stage = row.text(firstLeadColumn + 1),
                                       .created = created,
                                       .touched = row.maybeInstant(firstLeadColumn + 3).value_or(created),
                                       .byName = row.text(firstLeadColumn + 4),
                                       .sync = SyncState(row.number(firstLeadColumn + 5))};
    }
    return found;
}

} // namespace

std::string Opportunities::listSql()
{
    return withCandidates(opportunitiesSql);
}

Result<std::vector<Opportunity>> Opportunities::list(StaffId technician, Day today,
                                                     const OpportunityFilter &filter) const
{
    return m_connection.read([&] {
        std::vector<Opportunity> found;
        const Instant start = startOfLocalDay(today);
        const auto circle = filter.near.value_or(OpportunityFilter::Circle{});
        const double kmPerLongitude = kmPerDegree * std::cos(circle.latitude * std::numbers::pi / 180);
        Statement row = m_connection.query(
            listSql(), today, filter.dueUntil.value_or(never), start, startOfLocalDay(today + days{1}), technician,
            start - limits::evidenceAge, filter.evidenceOnly, circle.latitude, circle.longitude, kmPerLongitude,
            filter.near ? std::optional(circle.km) : std::nullopt, limits::opportunities);
        while (row.step())
            found.push_back(readOpportunity(row));
        return found;
    });
}

Result<int> Opportunities::count(Day today) const
{
    return m_connection.read([&] {
        Statement row = m_connection.query(
            withCandidates(" SELECT count(*) FROM candidate JOIN asset_forecast f ON f.asset_id = candidate.asset_id "
                           "JOIN asset a ON a.id = f.asset_id WHERE a.status = 'active'"),
            today, never);
        return row.step() ? row.number(0) : 0;
    });
}

Result<std::vector<TodaysStop>> Opportunities::stops(StaffId technician, Day today) const
{
    return m_connection.read([&] {
        std::vector<TodaysStop> stops;
        Statement row = m_connection.query(
            "SELECT t.starts, t.status = 'under_way', s.latitude, s.longitude FROM appointment t "
            "JOIN site s ON s.id = t.site_id WHERE t.starts >= ? AND t.starts < ? AND t.technician_id = ? "
            "AND t.status IN ('planned', 'under_way') AND s.latitude IS NOT NULL AND s.longitude IS NOT NULL "
            "ORDER BY t.starts, t.id",
            startOfLocalDay(today), startOfLocalDay(today + days{1}), technician);
        while (row.step())
            stops.push_back({row.instant(0), row.flag(1), row.real(2), row.real(3)});
        return stops;
    });
}

} // namespace turnus::sales
