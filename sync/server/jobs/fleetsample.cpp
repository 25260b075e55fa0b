#include "sync/server/jobs/fleetsample.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace turnus::jobs {

namespace {

/// The same fleet gives the same sample.
constexpr std::uint64_t seed = 20'261'127;
/// Of a product there are at least so many, if the fleet has them.
constexpr size_t leastOfProduct = 200;

/// All customers in random order. By hand: what the library's shuffle does with the numbers is not said anywhere.
std::vector<int> shuffledCustomers(size_t count)
{
    std::vector<int> order(count);
    std::iota(order.begin(), order.end(), 0);
    std::mt19937_64 engine(seed);
    for (size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[engine() % i]);
    return order;
}

std::vector<std::vector<size_t>> assetsByCustomer(const FleetData &fleet)
{
    std::vector<std::vector<size_t>> assets(fleet.customers.size());
    for (size_t i = 0; i < fleet.assets.size(); ++i)
        assets[size_t(fleet.assets[i].customer)].push_back(i);
    return assets;
}

} // namespace

FleetSample sampleFleet(const FleetData &fleet, size_t units)
{
    FleetSample sample;
    sample.fleet.asOf = fleet.asOf;
    sample.fleet.products = fleet.products;
    sample.fleet.categories = fleet.categories;
    sample.fleet.technicians = fleet.technicians;
    const size_t wanted = std::max(units / std::max<size_t>(fleet.products.size(), 1), leastOfProduct);
    std::vector<size_t> taken(fleet.products.size());
    const auto byCustomer = assetsByCustomer(fleet);
    for (const int customer : shuffledCustomers(fleet.customers.size())) {
        const auto &assets = byCustomer[size_t(customer)];
        const bool lacking = std::ranges::any_of(
            assets, [&](size_t asset) { return taken[size_t(fleet.assets[asset].product)] < wanted; });
        if (!lacking)
            continue;
        for (const size_t asset : assets) {
            ++taken[size_t(fleet.assets[asset].product)];
            sample.fleet.assets.push_back(fleet.assets[asset]);
            sample.fleet.assets.back().customer = int(sample.customers.size());
        }
        sample.customers.push_back(customer);
        sample.fleet.customers.push_back(fleet.customers[size_t(customer)]);
        if (sample.fleet.assets.size() >= 2 * units)
            break;
    }
    return sample;
}

} // namespace turnus::jobs
