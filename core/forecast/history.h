#pragma once

#include "core/support/money.h"
#include "core/support/time.h"

#include <optional>
#include <vector>

namespace turnus::forecast {

struct MeterReading
{
    Day day;
    double value = 0;
    /// This reading is the first of a new meter, which started at zero.
    bool meterExchanged = false;
};

struct Grade
{
    Day day;
    /// 1 as new … 5 worn out.
    int grade = 1;
    /// Who graded, as in ProductLife::technicianBias; 0 is nobody known.
    qint64 technician = 0;
};

struct Measurement
{
    Day day;
    double value = 0;
};

struct Repair
{
    Day day;
    Money cost;
};

/// What is known of one installed unit. Facts need no order; unusable ones are left out and counted, never a crash.
struct AssetHistory
{
    Day installed;
    /// Only the year of installation is known: the day is taken as the middle of what the facts allow.
    bool installedYearOnly = false;
    /// When our records of this unit begin (left truncation).
    Day observedFrom;
    std::vector<MeterReading> readings;
    std::vector<Grade> grades;
    std::vector<Measurement> measurements;
    std::vector<Repair> repairs;
    std::optional<Day> warrantyEnd;
    std::optional<Day> contractEnd;
    /// Hard limits: the due date is never later.
    std::optional<Day> sparePartsEnd;
    std::optional<Day> statutoryLimit;
    /// How hard the customer uses its units, as a factor of what is usual for their products (1 = usual).
    double customerUsageFactor = 1.0;
    /// Log of the factor by which this customer's surroundings lengthen life, as learned on the server (0 = usual).
    double customerLifeLog = 0.0;
};

/// The first day on which the unit may have been there: of a year, its beginning.
Day firstDayOf(const AssetHistory &history);

/// The same history with sorted facts and without those that cannot be true on `today`: dates after it or before the
/// installation, grades outside 1..5, negative or non-finite numbers. `dropped` counts them.
struct CheckedHistory
{
    AssetHistory history;
    int dropped = 0;
};
CheckedHistory checked(const AssetHistory &history, Day today);

} // namespace turnus::forecast
