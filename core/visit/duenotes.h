#pragma once

#include "core/forecast/recorded.h"
#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <QStringList>
#include <optional>

namespace turnus::visit {

enum class Verdict { Keep, Repair, Replace };
/// What the technician saw the verdict by.
enum class Sign { Grade = 1, RepairCost = 2, PartsEnd = 4, Other = 8 };
Q_DECLARE_FLAGS(Signs, Sign)

using DueNoteId = Id<struct DueNoteTag>;

/// What the technician tells the office about a unit's end: three taps, with the forecast that he saw beside it.
struct DueNote
{
    DueNoteId id;
    Verdict verdict = Verdict::Keep;
    std::optional<int> horizonMonths; ///< nullopt: later than any that was offered
    Signs signs;
    bool customerInformed = false;
    forecast::DueStatus status = forecast::DueStatus::NotDue;
    std::optional<Day> p10;
    std::optional<Day> p50;
    std::optional<Day> p90;
    int modelVersion = 0;
    QString reasons; ///< as reasonsText() writes them

    bool operator==(const DueNote &) const = default;
};

/// Takes over what the forecast says: status, days, version and reasons.
void setForecast(DueNote &note, const forecast::Forecast &seen);
/// One reason per line as `kind months=… value=…`, for the record; pages make sentences from the forecast itself.
QString reasonsText(const forecast::Forecast &seen);

class DueNotes
{
public:
    explicit DueNotes(storage::Connection &connection) : m_connection(connection) {}

    Result<DueNoteId> record(VisitId visit, const DueNote &note);
    /// The newest of the visit.
    [[nodiscard]] Result<std::optional<DueNote>> ofVisit(VisitId visit) const;

private:
    storage::Connection &m_connection;
};

/// "keep", "repair", "replace": names in the synced tables.
QString nameOf(Verdict verdict);

} // namespace turnus::visit

Q_DECLARE_OPERATORS_FOR_FLAGS(turnus::visit::Signs)
