// Forecasts of a territory, the likelihood pass and the fit of a fleet, against bare arithmetic of the same amount.
#include "core/forecast/forecaster.h"
#include "sync/server/jobs/fleetfit.h"
#include "sync/server/jobs/lifefit.h"
#include "tests/bench/measure.h"
#include "tests/sync/server/jobs/simulatedfleet.h"

#include <cmath>
#include <limits>
#include <sys/resource.h>

using namespace turnus;
using namespace turnus::jobs;
using namespace Qt::StringLiterals;

namespace {

constexpr Day asOf{std::chrono::year{2025} / 6 / 1};
volatile double sink = 0;

/// One exponential a record, which no likelihood of that many lives can do without.
double exponentials(size_t count)
{
    const auto work = [&] {
        double sum = 0;
        for (size_t i = 0; i < count; ++i)
            sum += std::exp(-double(i % 1000) * 1e-3);
        sink = sum;
    };
    return bench::median(bench::sample(5, work));
}

/// Multiplying a grid of cells and bias nodes by each grade of each unit, straight from one table.
double multiplications(const std::vector<FleetAsset> &units)
{
    constexpr size_t row = 5 * forecast::limits::lifeCells;
    std::vector<double> table(row, 0.99);
    const auto work = [&] {
        double sum = 0;
        std::vector<double> likelihood(row);
        for (const FleetAsset &unit : units) {
            std::fill(likelihood.begin(), likelihood.end(), 1.0);
            for (size_t k = 0; k < unit.history.grades.size(); ++k) {
                for (size_t j = 0; j < row; ++j)
                    likelihood[j] *= table[j];
            }
            sum += likelihood[7];
        }
        sink = sum;
    };
    return bench::median(bench::sample(5, work));
}

bench::Figure forecastTerritory()
{
    tests::SimulatedFleet fleet = tests::simulateFleet(16'000, 24, 1, asOf);
    prepareFleet(fleet.data);
    FleetFitOptions options;
    options.passes = 4;
    const FleetFit fit = fitFleet(fleet.data, options);
    std::erase_if(fleet.data.assets, [](const FleetAsset &a) { return a.exit != FleetExit::None; });
    fleet.data.assets.resize(std::min<size_t>(fleet.data.assets.size(), 10'000));
    std::vector<forecast::Forecaster> forecasters;
    for (const auto &product : fit.products)
        forecasters.emplace_back(product);
    const auto samples = bench::sample(7, [&] {
        double sum = 0;
        for (const FleetAsset &a : fleet.data.assets)
            sum += forecasters[size_t(a.product)].forecast(a.history, asOf).failWithinYear;
        sink = sum;
    });
    return {u"forecast: %1 units with reasons, one core"_s.arg(fleet.data.assets.size()), u"ms"_s, samples,
            multiplications(fleet.data.assets)};
}

bench::Figure likelihoodPass()
{
    constexpr size_t count = 1'000'000;
    std::vector<LifeRecord> records;
    for (size_t i = 0; i < count; ++i) {
        const double age = 50 + double(i % 9'973) + 1e-6 * double(i);
        records.push_back({age, i % 4 ? std::numeric_limits<double>::infinity() : age, 0, 1});
    }
    const LifeTerms terms = lifeTerms(records, false);
    const auto samples =
        bench::sample(9, [&] { sink = lifeLogLikelihood(terms, LifeDistribution::Weibull, std::log(5'000), -1.1); });
    return {u"forecast: likelihood of 1,000,000 lives"_s, u"ms"_s, samples, exponentials(count)};
}

/// The most that this program has held in memory so far.
double peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1024;
}

/// Time, and memory with the fleet itself.
void addFitOf(std::vector<bench::Figure> &figures, int units, int passes)
{
    tests::SimulatedFleet fleet = tests::simulateFleet(units, 24, 2, asOf);
    prepareFleet(fleet.data);
    FleetFitOptions options;
    options.passes = passes;
    FleetFit fit;
    const auto samples = bench::sample(1, [&] { fit = fitFleet(fleet.data, options); });
    const double peak = peakMegabytes();
    figures.push_back({u"forecast: fit of %1 units, %2 passes, 2 threads"_s.arg(units).arg(passes), u"ms"_s, samples,
                       multiplications(fleet.data.assets) * passes});
    figures.push_back({u"forecast: memory of that fit, fleet included"_s, u"MB"_s, {peak}});
    options.passes = 8;
    const auto nights = bench::sample(1, [&] {
        const FleetState before = resumedState(fleet.data, fit.products, fit.customerLifeLog);
        sink = fitFleet(fleet.data, options, &before).logLikelihood;
    });
    figures.push_back({u"forecast: the next night's fit, %1 passes"_s.arg(options.passes), u"ms"_s, nights,
                       multiplications(fleet.data.assets) * options.passes});
}

} // namespace

/// TURNUS_BENCH_MILLION=14 adds the fit of 1,000,000 units with 14 passes (many minutes, some GB).
int main()
{
    std::vector<bench::Figure> figures;
    addFitOf(figures, 20'000, 14);
    figures.push_back(forecastTerritory());
    figures.push_back(likelihoodPass());
    if (const int passes = qEnvironmentVariableIntValue("TURNUS_BENCH_MILLION"); passes > 0)
        addFitOf(figures, 1'000'000, passes);
    bench::print(figures);
    return 0;
}
