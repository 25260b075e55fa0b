#pragma once

#include "core/forecast/history.h"
#include "core/forecast/productlife.h"
#include "core/support/result.h"

#include <optional>
#include <vector>

namespace turnus::forecast {

/// By which rules a status is given and what a forecast is to hold; the defaults were tried on the open fleet.
struct Settings
{
    days visitInterval{365};
    days planAhead{183};
    double dueProbability = 0.45;
    double overdueProbability = 0.75;
    /// Extra cost of a breakdown as a share of the price (emergency, spoilt goods, rental).
    double breakdownShare = 0.5;
    days talkBefore{540};
    days talkUntil{30};
    /// Points of the density for the asset page; 0 in batches.
    int curvePoints = 0;
    int maxReasons = 3;

    /// Ok when every number is within its meaning.
    [[nodiscard]] Status validate() const;
};

enum class DueStatus { NotDue, Plan, Due, Overdue };
enum class Confidence { Low, Medium, High };

/// Each is one piece of evidence; the interface makes the sentence from the numbers of Reason.
enum class ReasonKind {
    Condition,   ///< grade, count = newest visits in a row at this grade, usual = share of life where this is usual
    Measurement, ///< value = newest, usual = the manufacturer's limit, count = measurements
    Repairs,     ///< count and money since our records began, usual = repairs to be expected of such a unit; 0 when
                 ///< their number does not tell why
    Usage,       ///< value = per day lately (assumed: nobody read a meter), usual = per day usual for the product
    Customer,    ///< value = factor by which units live longer (> 1) or shorter at this customer
    Age,         ///< value = age in months, usual = median life in months
    SpareParts,  ///< day = end of supply
    Statutory    ///< day = legal limit
};

struct Reason
{
    ReasonKind kind = ReasonKind::Age;
    /// How much sooner the middle of the forecast comes because of this; negative is later.
    double monthsEarlier = 0;
    /// Change of the log-odds of failing within a visit interval; positive is worse. Reasons are ranked by it.
    double logOddsChange = 0;
    int grade = 0;
    int count = 0;
    double value = 0;
    double usual = 0;
    Money money;
    std::optional<Day> day;
    /// The value is no observation of this unit: it is what the customer's other units, or all units, suggest.
    bool assumed = false;
};

struct CurvePoint
{
    Day day;
    double density = 0;
};

struct Forecast
{
    /// When the unit will be due: 8 of 10 such units fall between p10 and p90. Hard limits are taken into account.
    Day p10;
    Day p50;
    Day p90;
    /// The same for the failure itself, hard limits left aside.
    Day failureP10;
    Day failureP50;
    Day failureP90;
    double failWithinVisitInterval = 0;
    double failWithinYear = 0;
    /// Used-up share of life, 0..1, for the gauge.
    double usedLifeShare = 0;
    DueStatus status = DueStatus::NotDue;
    Confidence confidence = Confidence::Low;
    /// Failures of this product that were learned from; when they are few, say "manufacturer's figure".
    int failures = 0;
    bool manufacturersFigure = true;
    /// When to talk about it; in the past when it is high time.
    Day talkFrom;
    Day talkUntil;
    /// The first day on which the status will be Plan or worse if nothing new is learned.
    std::optional<Day> planFrom;
    /// P50 of a unit of this product and age with average evidence. usualP50 − p50 is the sum of all reasons' months
    /// and `otherMonthsEarlier`, which is what the reasons left out amount to.
    Day usualP50;
    double otherMonthsEarlier = 0;
    std::vector<Reason> reasons;
    std::optional<Day> hardLimit;

    double ageMonths = 0;
    double usagePerDay = 0;
    double usualUsagePerDay = 0;
    /// 0 when there is no reading.
    double lastReading = 0;
    bool usageMeasured = false;
    double expectedRepairsPerYear = 0;
    /// Facts that could not be true and were left out.
    int droppedFacts = 0;
    int parameterVersion = 0;
    std::vector<CurvePoint> curve;
};

/// One unit. Pure; tables of the product are built anew each time, so use a Forecaster for more than a few.
Forecast forecast(const AssetHistory &history, const ProductLife &product, Day today, const Settings &settings = {});

} // namespace turnus::forecast
