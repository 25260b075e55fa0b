#pragma once

#include "core/forecast/forecast.h"

namespace turnus::forecast {

class ProductKernel;

/// What is on the table: a repair now, a new unit, and what running each costs.
struct RepairOffer
{
    Money repairCost;
    Money replacementPrice;
    Money energyPerYearNow;
    Money energyPerYearNew;
    /// Share of the wear that the repair undoes (0 = it only gets the unit going again).
    double renewedShare = 0;
};

enum class Choice { Keep, Replace };

struct RepairOrReplace
{
    Choice choice = Choice::Keep;
    /// How long the unit is likely to last if it is repaired (its middle), and how much of that is counted on.
    double keepsMonths = 0;
    /// Expected cost of each year over the time the unit would still last, everything included.
    Money keepPerYear;
    Money replacePerYear;
    /// What the better choice saves over that time.
    Money advantage;
    double breakdownProbability = 0;
};

/// Keeping (repair, running cost, further repairs, risk of a breakdown) against replacing now, over the time that the
/// unit would still last. Says so when keeping wins.
RepairOrReplace compare(const AssetHistory &history, const ProductLife &product, Day today, const RepairOffer &offer,
                        const Settings &settings = {});

/// The same with the product's tables at hand.
RepairOrReplace compare(const AssetHistory &history, const ProductKernel &kernel, Day today, const RepairOffer &offer,
                        const Settings &settings = {});

} // namespace turnus::forecast
