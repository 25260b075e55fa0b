#include "core/forecast/compare.h"

#include "core/forecast/forecaster.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

Money cents(double value)
{
    return Money{qint64(std::llround(std::clamp(value, -1e15, 1e15)))};
}

double money(Money amount)
{
    return double(amount.cents);
}

} // namespace

RepairOrReplace compare(const AssetHistory &given, const ProductLife &product, Day today, const RepairOffer &offer,
                        const Settings &settings)
{
    return compare(given, ProductKernel(product), today, offer, settings);
}

RepairOrReplace compare(const AssetHistory &given, const ProductKernel &kernel, Day today, const RepairOffer &offer,
                        const Settings &settings)
{
    const ProductLife &product = kernel.product();
    const AssetHistory h = checked(given, today).history;
    const UsageProfile usage(h, product);
    const double age = std::max(double((today - h.installed).count()), limits::leastAgeDays);
    const LifeGrid grid = kernel.prior(usage.effective(age), h.customerLifeLog);
    const Evidence evidence = gatherEvidence(kernel, grid, h, usage, age);
    const RemainingLife life(kernel, grid, usage.futureRate(),
                             {&evidence.measurement, &evidence.repairs, &evidence.condition});
    const RemainingLife fresh(kernel, kernel.prior(limits::leastAgeDays, h.customerLifeLog), usage.futureRate());

    RepairOrReplace result;
    const double renewed = std::clamp(offer.renewedShare, 0.0, 1.0) * fresh.quantile(0.5);
    // A month at least, also of products whose half does not last so long.
    const double keptDays = std::max(std::min(life.quantile(0.5) + renewed, fresh.quantile(0.5)), 30.0);
    const double years = keptDays / limits::daysPerYear;
    result.keepsMonths = keptDays / limits::daysPerMonth;

    // Planned within that time, replaced at its end: half of such units break down before.
    const double price = money(offer.replacementPrice.cents > 0 ? offer.replacementPrice : product.price);
    const double breakdown = price * std::max(settings.breakdownShare, 0.0);
    result.breakdownProbability = life.failedWithin(keptDays);
    const double newBreakdown = fresh.failedWithin(keptDays);
    const auto repairsPerYear = [&](double share) {
        return product.repairs.perDay(share) * limits::daysPerYear * money(product.repairs.meanCost);
    };
    const double newLifeYears =
        std::max(kernel.meanLifeDays() / std::max(usage.futureRate(), 1e-3), 30.0) / limits::daysPerYear;
    const double keep = money(offer.repairCost) / years + money(offer.energyPerYearNow) +
                        repairsPerYear(0.5 * (life.usedShare() + 1.0)) +
                        breakdown * result.breakdownProbability / years;
    const double replace =
        price / newLifeYears + money(offer.energyPerYearNew) + repairsPerYear(0.1) + breakdown * newBreakdown / years;
    result.keepPerYear = cents(keep);
    result.replacePerYear = cents(replace);
    result.choice = keep <= replace ? Choice::Keep : Choice::Replace;
    result.advantage = cents(std::abs(keep - replace) * years);
    return result;
}

} // namespace turnus::forecast
