#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <optional>
#include <vector>

namespace turnus::installedbase {

/// Why a unit is gone. Kept is a correction: it is still there.
enum class RemovalReason { Failed, Condition, Competitor, Left, Kept };

/// "failed", "condition", "competitor", "left", "kept": names in the synced tables.
QString nameOf(RemovalReason reason);
std::optional<RemovalReason> removalReasonNamed(const QString &name);

/// That a unit is gone. Append-only: a correction is another one, and the newest counts.
struct Removal
{
    RemovalReason reason = RemovalReason::Failed;
    Day day;
    /// Found broken: it had worked on this day. Only of a failure.
    std::optional<Day> lastGood;
    /// The unit that stands there now, if it is ours.
    AssetId successor;
    /// The competitor's make and product, or what else there is to say.
    QString note;

    bool operator==(const Removal &) const = default;
};

/// What stands in the tables, with names for the page.
struct RecordedRemoval
{
    Removal removal;
    VisitId visit;
    QString who;
    Instant at;
    QString successorProduct;
    QString successorSerial;
};

struct SuccessorChoice
{
    AssetId id;
    QString product;
    QString serial;
    Day installed;

    bool operator==(const SuccessorChoice &) const = default;
};

/// Units that are gone: a removal, its correction, and the unit's status commit together.
class Removals
{
public:
    explicit Removals(storage::Connection &connection) : m_connection(connection) {}

    /// Errors "removal-future", "removal-before-installation", "removal-last-good", "removal-successor",
    /// "removal-kept" (it is there already) and "text-too-long" when it cannot be so.
    Status record(AssetId asset, const Removal &removal, VisitId visit = {});
    /// Nothing when the unit is there.
    [[nodiscard]] Result<std::optional<RecordedRemoval>> newest(AssetId asset) const;
    /// Units of ours at the same customer that may have taken the place: of its category, the newest first.
    [[nodiscard]] Result<std::vector<SuccessorChoice>> successors(AssetId asset) const;
    /// The last day on which somebody saw the unit at work: the newest reading or grade before `day`.
    [[nodiscard]] Result<std::optional<Day>> lastSeen(AssetId asset, Day day) const;

private:
    [[nodiscard]] Status check(AssetId asset, const Removal &removal) const;

    storage::Connection &m_connection;
};

} // namespace turnus::installedbase
