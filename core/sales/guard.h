#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"
#include "core/support/money.h"

#include <QString>
#include <optional>
#include <vector>

namespace turnus::sales {

/// What the visit holds that justifies a referral.
struct Evidence
{
    /// The customer has a complaint open.
    bool complaintOpen = false;
    /// The newest finding with a grade on the asset.
    QString finding;
    std::optional<int> findingGrade;
    /// The newest due note of the visit (or a recent one of the asset).
    DueNoteId dueNote;
    QString verdict;
    QString forecastStatus;
    int photos = 0;
    int repairs = 0;
    Money repairCost;
    /// Pages of brochures that were shown in the visit.
    int pagesShown = 0;

    [[nodiscard]] bool hasFinding() const { return findingGrade.has_value(); }
    /// A due note that says anything but "keep it".
    [[nodiscard]] bool hasDueNote() const;
    [[nodiscard]] bool isEnough() const { return hasFinding() || hasDueNote(); }
};

enum class Missing { Settlement, Evidence, RepairShown, Consent };

/// Honest advice first: a referral needs every complaint of the customer to be settled, a finding with a grade
/// or a due note, the repair's price shown beside the new unit, and the customer's consent to be contacted.
std::vector<Missing> missingFor(const Evidence &evidence, bool repairShown, bool consentGiven);

/// Gathers the evidence of one visit to one asset.
class EvidenceStore
{
public:
    explicit EvidenceStore(storage::Connection &connection) : m_connection(connection) {}
    [[nodiscard]] Result<Evidence> gather(AssetId asset, VisitId visit, Instant now) const;
    /// The visit under way at the asset's customer by this technician, else a completed one of today; null without.
    [[nodiscard]] Result<VisitId> currentVisit(AssetId asset, StaffId technician, Day today) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::sales
