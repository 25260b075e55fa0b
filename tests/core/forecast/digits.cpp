// Prints the forecasts of seeded random units to the last digit: digits [UNITS]. Two builds, machines or versions of
// the kernel are compared line by line (arm64.sh, digits.py).
#include "core/forecast/forecaster.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace turnus;
using namespace turnus::forecast;

namespace {

constexpr Day today{std::chrono::year{2026} / 3 / 2};

/// Plain integer arithmetic, unlike the library's distributions the same everywhere.
class Dice
{
public:
    int below(int end) { return int(m_engine() % quint64(end)); }
    double share() { return double(m_engine() >> 11) * 0x1p-53; }

private:
    std::mt19937_64 m_engine{20'260'302};
};

ProductLife randomProduct(Dice &dice)
{
    // One draw a statement: the order in which arguments are computed is the compiler's choice.
    const double months = 36 + dice.below(260);
    const Money price{100'000 + dice.below(2'000'000)};
    const double perDay = dice.below(4) > 0 ? 1 + 200 * dice.share() : 0;
    ProductLife p = ProductLife::fromNominal(months, price, perDay);
    const double atNew = 100 * dice.share();
    if (dice.below(3) > 0)
        p.setMeasured(atNew, 150);
    if (dice.below(4) > 0)
        p.repairs = {0.2 * dice.share() / 365.25, 0.9 * dice.share() / 365.25, 3 + 3 * dice.share(), Money{40'000}};
    for (LifePair &pair : p.pairs)
        pair.weight *= 0.5 + dice.share();
    p.technicians = {{1, 0.03 * dice.share()}, {2, -0.03 * dice.share()}};
    p.failures = dice.below(200);
    p.version = 1;
    return p;
}

AssetHistory randomHistory(Dice &dice, const ProductLife &product)
{
    AssetHistory h;
    const int age = 1 + int(1.4 * product.nominalLifeDays * dice.share());
    h.installed = today - days{age};
    h.observedFrom = today - days{dice.below(age) + 1};
    const double perDay = product.nominalUsagePerDay * (0.4 + 1.4 * dice.share());
    for (int at = 100 + dice.below(300); at < age; at += 330 + dice.below(70)) {
        const Day day = h.installed + days{at};
        if (dice.below(5) > 0)
            h.grades.push_back({day, 1 + std::min(4, int(5.0 * at / (1.2 * product.nominalLifeDays))), dice.below(4)});
        if (perDay > 0)
            h.readings.push_back({day, perDay * at * (dice.below(30) ? 1.0 : 10.0), dice.below(40) == 0});
        if (dice.below(2))
            h.measurements.push_back({day, 100 * dice.share() + 60.0 * at / product.nominalLifeDays});
        if (dice.below(6) == 0)
            h.repairs.push_back({day + days{dice.below(30)}, Money{10'000 + dice.below(90'000)}});
    }
    h.customerLifeLog = dice.below(2) ? 0.4 * dice.share() - 0.2 : 0.0;
    h.customerUsageFactor = 0.6 + dice.share();
    if (dice.below(9) == 0)
        h.sparePartsEnd = today + days{dice.below(3'000) - 300};
    return h;
}

long long number(Day day)
{
    return toInteger(day);
}

void print(const Forecast &f)
{
    std::printf("%lld %lld %lld %lld %lld %lld %d %d %lld", number(f.failureP10), number(f.failureP50),
                number(f.failureP90), number(f.p10), number(f.p50), number(f.usualP50), int(f.status),
                int(f.confidence), f.planFrom ? number(*f.planFrom) : -1);
    for (const double value : {f.failWithinVisitInterval, f.failWithinYear, f.usedLifeShare, f.otherMonthsEarlier,
                               f.usagePerDay, f.expectedRepairsPerYear})
        std::printf(" %.17g", value);
    for (const Reason &r : f.reasons)
        std::printf(" %d %.17g %.17g %.17g", int(r.kind), r.monthsEarlier, r.logOddsChange, r.usual);
    for (const CurvePoint &point : f.curve)
        std::printf(" %.17g", point.density);
    std::printf("\n");
}

} // namespace

int main(int count, char **arguments)
{
    const int units = count > 1 ? std::atoi(arguments[1]) : 2'000;
    constexpr int unitsPerProduct = 100;
    Settings settings;
    settings.curvePoints = 5;
    Dice dice;
    for (int done = 0; done < units; done += unitsPerProduct) {
        const ProductLife product = randomProduct(dice);
        const Forecaster forecaster(product, settings);
        for (int i = 0; i < unitsPerProduct; ++i)
            print(forecaster.forecast(randomHistory(dice, product), today));
    }
    return 0;
}
