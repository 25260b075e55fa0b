#include "core/installedbase/timeline.h"

namespace turnus::installedbase {

namespace {

// Columns: kind, id, at, visit, text, who, cost, grade, value, day, note.
constexpr std::string_view eventsSql = R"(
    SELECT 0, v.id, v.started, v.id, v.kind, s.name, NULL, NULL, 0.0, NULL, ''
        FROM visit v JOIN staff s ON s.id = v.technician_id WHERE v.asset_id = ?1
    UNION ALL SELECT 1, id, at, visit_id, description, '', cost_cents, NULL, 0.0, NULL, ''
        FROM repair WHERE asset_id = ?1
    UNION ALL SELECT 2, id, at, visit_id, what || ifnull(' · ' || place, ''), '', NULL, grade, 0.0, NULL, ''
        FROM finding WHERE asset_id = ?1
    UNION ALL SELECT 3, g.id, g.at, g.visit_id, '', ifnull(s.name, ''), NULL, g.grade, 0.0, NULL, ''
        FROM condition_grade g LEFT JOIN staff s ON s.id = g.technician_id WHERE g.asset_id = ?1
    UNION ALL SELECT 4, id, at, visit_id, '', '', NULL, NULL, value, NULL, ''
        FROM meter_reading WHERE asset_id = ?1
    UNION ALL SELECT 5, p.id, p.at, p.visit_id, p.name, '', p.unit_cents * p.quantity, NULL, p.quantity * 1.0, NULL, ''
        FROM visit v JOIN part_use p ON p.visit_id = v.id AND ifnull(p.asset_id, ?1) = ?1 WHERE v.asset_id = ?1
    UNION ALL SELECT 6, id, at, visit_id, verdict, '', NULL, NULL, 0.0, p50, ''
        FROM due_note WHERE asset_id = ?1
    UNION ALL SELECT 7, r.id, r.at, r.visit_id, r.reason, ifnull(s.name, ''), NULL, NULL, 0.0, r.removed,
        ifnull(r.note, '') FROM asset_removal r LEFT JOIN staff s ON s.id = r.technician_id WHERE r.asset_id = ?1
    UNION ALL SELECT 8, c.id, c.at, c.visit_id, i.label, ifnull(i.unit, ''), NULL, NULL, c.value, NULL, ''
        FROM asset a JOIN measured_quantity q ON q.product_id = a.product_id JOIN visit v ON v.asset_id = a.id
        JOIN checklist_answer c ON c.visit_id = v.id AND c.item_id = q.item_id
        JOIN checklist_item i ON i.id = q.item_id WHERE a.id = ?1 AND c.value IS NOT NULL
    ORDER BY 3 DESC, 1, 2)";

} // namespace

Result<std::vector<HistoryEvent>> AssetTimeline::events(AssetId asset) const
{
    return m_connection.read([&] {
        std::vector<HistoryEvent> events;
        storage::Statement row = m_connection.query(eventsSql, asset);
        while (row.step()) {
            events.push_back({.kind = EventKind(row.number(0)),
                              .id = row.integer(1),
                              .at = row.instant(2),
                              .visit = row.id<VisitId>(3),
                              .text = row.text(4),
                              .who = row.text(5),
                              .cost = row.maybeMoney(6),
                              .grade = row.isNull(7) ? std::nullopt : std::optional<int>(row.number(7)),
                              .value = row.real(8),
                              .day = row.maybeDay(9),
                              .note = row.text(10)});
        }
        return events;
    });
}

Result<HistoryTotals> AssetTimeline::totals(AssetId asset) const
{
    return m_connection.read([&] {
        HistoryTotals totals;
        storage::Statement visits = m_connection.query("SELECT count(*) FROM visit WHERE asset_id = ?", asset);
        if (visits.step())
            totals.visits = visits.number(0);
        storage::Statement repairs = m_connection.query(
            "SELECT count(*), ifnull(sum(cost_cents), 0), count(*) - count(cost_cents) FROM repair WHERE asset_id = ?",
            asset);
        if (repairs.step()) {
            totals.repairs = repairs.number(0);
            totals.repairCost = repairs.money(1);
            totals.repairsWithoutCost = repairs.number(2);
        }
        return totals;
    });
}

} // namespace turnus::installedbase
