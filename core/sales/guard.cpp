#include "core/sales/guard.h"

#include "core/sales/limits.h"

namespace turnus::sales {

namespace {

using storage::Statement;

void readFinding(storage::Connection &connection, AssetId asset, Instant since, Evidence &evidence)
{
    Statement row =
        connection.query("SELECT what, grade FROM finding WHERE asset_id = ? AND grade IS NOT NULL AND at >= ? "
                         "ORDER BY at DESC, id DESC LIMIT 1",
                         asset, since);
    if (row.step()) {
        evidence.finding = row.text(0);
        evidence.findingGrade = row.number(1);
    }
}

void readDueNote(storage::Connection &connection, AssetId asset, Instant since, Evidence &evidence)
{
    Statement row = connection.query("SELECT id, verdict, forecast_status FROM due_note WHERE asset_id = ? "
                                     "AND at >= ? ORDER BY at DESC, id DESC LIMIT 1",
                                     asset, since);
    if (row.step()) {
        evidence.dueNote = row.id<DueNoteId>(0);
        evidence.verdict = row.text(1);
        evidence.forecastStatus = row.text(2);
    }
}

} // namespace

bool Evidence::hasDueNote() const
{
    return dueNote && verdict != u"keep" && forecastStatus != u"not_due";
}

std::vector<Missing> missingFor(const Evidence &evidence, bool repairShown, bool consentGiven)
{
    std::vector<Missing> missing;
    if (evidence.complaintOpen)
        missing.push_back(Missing::Settlement);
    if (!evidence.isEnough())
        missing.push_back(Missing::Evidence);
    if (!repairShown)
        missing.push_back(Missing::RepairShown);
    if (!consentGiven)
        missing.push_back(Missing::Consent);
    return missing;
}

Result<Evidence> EvidenceStore::gather(AssetId asset, VisitId visit, Instant now) const
{
    return m_connection.read([&] {
        Evidence evidence;
        readFinding(m_connection, asset, now - limits::evidenceAge, evidence);
        readDueNote(m_connection, asset, now - limits::evidenceAge, evidence);
        Statement complaint = m_connection.query("SELECT 1 FROM complaining_customer WHERE customer_id = "
                                                 "(SELECT customer_id FROM asset WHERE id = ?)",
                                                 asset);
        evidence.complaintOpen = complaint.step();
        Statement photos = m_connection.query(
            "SELECT count(*) FROM attachment WHERE visit_id = ? AND kind = 'photo' AND ifnull(asset_id, ?) = ?", visit,
            asset, asset);
        if (photos.step())
            evidence.photos = photos.number(0);
        Statement repairs =
            m_connection.query("SELECT count(*), ifnull(sum(cost_cents), 0) FROM repair WHERE asset_id = ? AND at >= ?",
                               asset, now - limits::repairsWindow);
        if (repairs.step()) {
            evidence.repairs = repairs.number(0);
            evidence.repairCost = repairs.money(1);
        }
        Statement pages = m_connection.query(
            "SELECT count(*) FROM (SELECT DISTINCT brochure_id, page FROM page_view WHERE visit_id = ?)", visit);
        if (pages.step())
            evidence.pagesShown = pages.number(0);
        return evidence;
    });
}

Result<VisitId> EvidenceStore::currentVisit(AssetId asset, StaffId technician, Day today) const
{
    return m_connection.read([&] {
        Statement row =
            m_connection.query("SELECT v.id FROM asset a JOIN visit v ON v.customer_id = a.customer_id WHERE a.id = ?1 "
                               "AND v.technician_id = ?2 AND (v.status = 'under_way' OR v.started >= ?3) "
                               "ORDER BY v.status = 'under_way' DESC, v.asset_id = ?1 DESC, v.started DESC LIMIT 1",
                               asset, technician, startOfLocalDay(today));
        return row.step() ? row.id<VisitId>(0) : VisitId{};
    });
}

} // namespace turnus::sales
