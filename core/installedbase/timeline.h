#pragma once

#include "core/storage/connection.h"
#include "core/support/ids.h"

#include <vector>

namespace turnus::installedbase {

enum class EventKind { Visit, Repair, Finding, Grade, Reading, PartUsed, DueNote, Removal, Measured };

/// One thing that happened to an asset. Which of the fields are filled depends on the kind.
struct HistoryEvent
{
    EventKind kind = EventKind::Visit;
    qint64 id = 0;
    Instant at;
    VisitId visit;
    /// Visit: its kind; repair, finding, measured: what; part: its name; due note: the verdict; removal: the reason.
    QString text;
    /// Who: the technician of a visit, grade or removal. Measured: the unit of the value.
    QString who;
    std::optional<Money> cost;
    std::optional<int> grade;
    /// Reading, measured: the value; part: the quantity.
    double value = 0;
    /// Due note: the middle of what was forecast then; removal: the day.
    std::optional<Day> day;
    /// Removal: the competitor's product.
    QString note;
};

struct HistoryTotals
{
    int visits = 0;
    int repairs = 0;
    Money repairCost;
    /// Repairs whose cost nobody recorded.
    int repairsWithoutCost = 0;
};

/// What happened to one asset, newest first, with forecasts that were told to the customer ("in March we said …").
class AssetTimeline
{
public:
    explicit AssetTimeline(storage::Connection &connection) : m_connection(connection) {}
    [[nodiscard]] Result<std::vector<HistoryEvent>> events(AssetId asset) const;
    [[nodiscard]] Result<HistoryTotals> totals(AssetId asset) const;

private:
    storage::Connection &m_connection;
};

} // namespace turnus::installedbase
