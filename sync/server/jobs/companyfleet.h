#pragma once

#include "sync/server/jobs/fleetdata.h"
#include "sync/server/store/connection.h"

#include <optional>
#include <unordered_map>

namespace turnus::jobs {

enum class RemovalReason { Failed, Condition, Competitor, Left };

struct Removal
{
    RemovalReason reason = RemovalReason::Left;
    Day day;
    /// Found broken at an inspection: it had worked on this day.
    std::optional<Day> lastGood;
};

/// One unit as the tables hold it; `history` is what the device makes its forecast from, nothing left out.
struct CompanyUnit
{
    qint64 id = 0;
    qint64 channel = 0;
    int product = 0;
    int customer = 0;
    bool active = true;
    forecast::AssetHistory history;
    std::optional<Removal> removal;
    /// Last day on which anybody saw it, for units that went without a word.
    Day lastSeen;

    /// Whether it was there and known on a day in the past.
    [[nodiscard]] bool isAt(Day day) const;
};

/// All that a company knows of its units, in memory. Units come in the order of their ids.
struct CompanyFleet
{
    std::vector<FleetProduct> products;
    std::vector<qint64> productIds;
    std::vector<std::string> categories;
    std::vector<qint64> customers;
    std::vector<qint64> technicians; ///< ascending
    std::vector<CompanyUnit> units;
    std::vector<std::vector<size_t>> unitsOfCustomer;
    /// Rows that cannot be true, with table and row of the first case; they are left out.
    QStringList warnings;
    /// The day of reading.
    Day today;

    /// Whether a forecast is made of it on a day: today of those that the company calls active.
    [[nodiscard]] bool isForecast(const CompanyUnit &unit, Day day) const
    {
        return day < today ? unit.isAt(day) : unit.active;
    }
};

/// Reads the tables in one consistent view; `customer`: of one customer only (0: of all).
Result<CompanyFleet> readCompany(server::Connection &connection, Day today, qint64 customer = 0);

/// What was known on a day, for a fit: grades name technicians by their place in `technicians`, counted from 1.
FleetData fleetKnownOn(const CompanyFleet &company, Day asOf);

} // namespace turnus::jobs
