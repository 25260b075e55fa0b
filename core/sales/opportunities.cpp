#include "core/sales/opportunities.h"

#include "core/sales/limits.h"

namespace turnus::sales {

namespace {

using storage::Statement;

constexpr int firstStopColumn = 14;
constexpr int firstLeadColumn = 16;

// ?1 today's day number, ?2 and ?3 today's first and last instant, ?4 the technician, ?5 since when evidence counts.
constexpr const char *opportunitiesSql =
    "WITH lead AS MATERIALIZED (SELECT asset_id, max(id) AS id FROM referral "
    "WHERE stage IN ('new', 'accepted', 'offered') GROUP BY asset_id), "
    "stop AS MATERIALIZED (SELECT customer_id, min(starts) AS starts, max(status = 'under_way') AS under_way "
    "FROM appointment WHERE starts >= ?2 AND starts < ?3 AND technician_id = ?4 "
    "AND status IN ('planned', 'under_way') GROUP BY customer_id) "
    "SELECT a.id, a.customer_id, c.name, p.name, p.category, s.latitude, s.longitude, f.status, f.p10, f.p50, f.p90, "
    "f.talk_from, f.talk_until, "
    "EXISTS (SELECT 1 FROM finding x WHERE x.asset_id = a.id AND x.grade IS NOT NULL AND x.at >= ?5) OR "
    "EXISTS (SELECT 1 FROM due_note d WHERE d.asset_id = a.id AND d.verdict <> 'keep' AND d.at >= ?5), "
    "stop.starts, stop.under_way, "
    "r.id, r.stage, r.created, (SELECT max(e.at) FROM referral_event e WHERE e.referral_id = r.id), "
    "(SELECT t.name FROM referral_event e JOIN staff t ON t.id = e.staff_id WHERE e.referral_id = r.id "
    "ORDER BY e.at DESC LIMIT 1), " TURNUS_SYNC_STATE(
        "r.id") " "
                "FROM asset_forecast f JOIN asset a ON a.id = f.asset_id JOIN customer c ON c.id = a.customer_id "
                "JOIN site s ON s.id = a.site_id JOIN product p ON p.id = a.product_id "
                "LEFT JOIN lead ON lead.asset_id = a.id LEFT JOIN referral r ON r.id = lead.id "
                "LEFT JOIN stop ON stop.customer_id = a.customer_id "
                "WHERE a.status = 'active' AND (f.status > 0 OR (f.talk_from <= ?1 AND f.talk_until >= ?1) OR lead.id "
                "IS NOT NULL) "
                "ORDER BY f.p50, a.id LIMIT ?6";

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

Result<std::vector<Opportunity>> Opportunities::list(StaffId technician, Day today) const
{
    return m_connection.read([&] {
        std::vector<Opportunity> found;
        const Instant start = startOfLocalDay(today);
        Statement row = m_connection.query(opportunitiesSql, today, start, startOfLocalDay(today + days{1}), technician,
                                           start - limits::evidenceAge, limits::opportunities);
        while (row.step())
            found.push_back(readOpportunity(row));
        return found;
    });
}

} // namespace turnus::sales
