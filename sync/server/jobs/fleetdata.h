#pragma once

#include "core/forecast/history.h"
#include "core/forecast/productlife.h"

#include <QStringList>
#include <string>
#include <vector>

namespace turnus::jobs {

enum class FleetExit { None, Failed, ReplacedForCondition, Lost };

/// One unit as the office knows it on a day.
struct FleetAsset
{
    std::string id;
    int product = 0;
    int customer = 0;
    forecast::AssetHistory history;
    FleetExit exit = FleetExit::None;
    /// Last day on which it is known to have been there: the exit, or the day of the data.
    Day until;
    /// A failure happened between these days (equal when it was seen at once).
    Day failureAfter;
    Day failureBy;
};

struct FleetProduct
{
    std::string id;
    int category = 0;
    /// The manufacturer's figures; the fit replaces what it learns.
    forecast::ProductLife life;
};

struct FleetData
{
    Day asOf;
    std::vector<FleetProduct> products;
    std::vector<std::string> categories;
    std::vector<std::string> customers;
    std::vector<std::string> technicians;
    std::vector<FleetAsset> assets;
    /// What was left out or read in a generous way, with file and line of the first case.
    QStringList warnings;
    /// Tables and columns that are there and not used, and why.
    QStringList notes;
};

/// Reads models, assets, readings, findings, measurements and repairs (fleettables.h) from `folder`, as far as known
/// before `asOf`. Missing columns, unknown products, things that are no number or date, and more rows than limits.h
/// allows are errors; facts that cannot be true are left out with a warning.
Result<FleetData> readFleet(const QString &folder, Day asOf);

} // namespace turnus::jobs
