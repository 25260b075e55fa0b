#include "sync/server/jobs/fleetfit.h"

#include "core/forecast/customerunits.h"
#include "core/forecast/limits.h"
#include "sync/server/jobs/fleetmodels.h"
#include "sync/server/jobs/fleetsample.h"

#include <algorithm>
#include <cmath>

namespace turnus::jobs {

namespace {

constexpr double usualExponent = 0.65;
/// Log of the standard Weibull median: log log 2.
const double logLogTwo = std::log(std::log(2.0));

double squared(double x)
{
    return x * x;
}

/// Priors shared by all products, re-estimated while fitting: log median against nominal, and log sigma.
struct SharedPrior
{
    double offset = 0;
    double offsetSd = 0.3;
    double logSigma = std::log(1.0 / 3.0);
    double logSigmaSd = 0.25;
};

void putPair(FleetState &state, size_t p)
{
    forecast::ProductLife &life = state.products[p].life;
    life.pairs = {{std::exp(state.logEta(p)), state.beta(p), 1.0}};
}

FleetState startState(const FleetData &fleet)
{
    FleetState state;
    state.customerLog.assign(fleet.customers.size(), 0.0);
    state.customerUnknown.assign(fleet.customers.size(), state.customerSd);
    std::vector<double> failures(fleet.products.size()), hidden(fleet.products.size());
    for (const FleetAsset &a : fleet.assets) {
        if (a.exit != FleetExit::Failed)
            continue;
        failures[size_t(a.product)] += 1;
        hidden[size_t(a.product)] += a.failureBy - a.failureAfter > days{1};
    }
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        FleetState::Product product;
        product.life = fleet.products[p].life;
        product.life.environmentSd = state.customerSd;
        product.life.usageExponent = product.life.referenceUsagePerDay > 0 ? usualExponent : 0;
        product.logMedian = std::log(product.life.nominalLifeDays);
        product.logSigma = std::log(1.0 / 3.0);
        product.hiddenShare = (hidden[p] + 0.2) / (failures[p] + 2);
        state.products.push_back(product);
        putPair(state, p);
    }
    return state;
}

struct MedianSlope
{
    std::array<double, 2> gradient{};
    std::array<double, 3> hessian{};
};

/// From (log eta, log beta) to (log median, log sigma), with the prior added.
MedianSlope penalised(const std::array<double, 6> &life, const FleetState::Product &product, double nominal,
                      const SharedPrior &prior)
{
    const double shift = logLogTwo * std::exp(product.logSigma);
    MedianSlope s;
    s.gradient = {life[1], -shift * life[1] - life[2]};
    s.hessian = {life[3], -shift * life[3] - life[4],
                 shift * shift * life[3] + 2 * shift * life[4] + life[5] - shift * life[1]};
    const double z1 = product.logMedian - std::log(nominal) - prior.offset;
    const double z2 = product.logSigma - prior.logSigma;
    s.gradient[0] -= z1 / squared(prior.offsetSd);
    s.gradient[1] -= z2 / squared(prior.logSigmaSd);
    s.hessian[0] -= 1 / squared(prior.offsetSd);
    s.hessian[2] -= 1 / squared(prior.logSigmaSd);
    return s;
}

void improveLives(const FleetData &fleet, const PassSums &sums, FleetState &state, SharedPrior &prior)
{
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        FleetState::Product &product = state.products[p];
        const MedianSlope s = penalised(sums.life[p], product, fleet.products[p].life.nominalLifeDays, prior);
        double a = -s.hessian[0], b = -s.hessian[1], c = -s.hessian[2];
        const double leastA = 1 / squared(prior.offsetSd), leastC = 1 / squared(prior.logSigmaSd);
        a = std::max(a, leastA);
        c = std::max(c, leastC);
        if (a * c - b * b < 0.05 * a * c)
            b = std::copysign(std::sqrt(0.9 * a * c), b);
        const double det = a * c - b * b;
        product.covariance = {c / det, -b / det, a / det};
        const double dm = (c * s.gradient[0] - b * s.gradient[1]) / det;
        const double ds = (a * s.gradient[1] - b * s.gradient[0]) / det;
        const double shrink = 0.3 / std::max({std::abs(dm), std::abs(ds), 0.3});
        product.logMedian += dm * shrink;
        product.logSigma = std::clamp(product.logSigma + ds * shrink, std::log(0.04), std::log(2.0));
        putPair(state, p);
    }
    // Empirical Bayes with the strength of a few products, so that two products do not make a law.
    constexpr double strength = 4;
    const double n = double(fleet.products.size());
    double offset = 0, sigma = 0;
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        offset += state.products[p].logMedian - std::log(fleet.products[p].life.nominalLifeDays);
        sigma += state.products[p].logSigma;
    }
    prior.offset = offset / (n + strength);
    prior.logSigma = (sigma + strength * std::log(1.0 / 3.0)) / (n + strength);
    double offsetVariance = strength * squared(0.25), sigmaVariance = strength * squared(0.25);
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        const auto &product = state.products[p];
        offsetVariance += squared(product.logMedian - std::log(fleet.products[p].life.nominalLifeDays) - prior.offset) +
                          product.covariance[0];
        sigmaVariance += squared(product.logSigma - prior.logSigma) + product.covariance[2];
    }
    prior.offsetSd = std::sqrt(offsetVariance / (n + strength));
    prior.logSigmaSd = std::sqrt(sigmaVariance / (n + strength));
}

/// Empirical Bayes for the spread of surroundings, with the strength of some customers.
double customerSdOf(const FleetState &state)
{
    constexpr double strength = 20;
    double variance = strength * squared(0.1);
    for (size_t c = 0; c < state.customerLog.size(); ++c)
        variance += squared(state.customerLog[c]) + squared(state.customerUnknown[c]);
    return std::clamp(std::sqrt(variance / (double(state.customerLog.size()) + strength)), 0.02, 0.4);
}

void improveCustomers(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    const double precision = 1 / squared(state.customerSd);
    for (size_t c = 0; c < state.customerLog.size(); ++c) {
        const double curvature = std::max(-sums.customer[c][1], 0.0) + precision;
        const double step = (sums.customer[c][0] - state.customerLog[c] * precision) / curvature;
        state.customerLog[c] = std::clamp(state.customerLog[c] + std::clamp(step, -0.1, 0.1), -0.6, 0.6);
        state.customerUnknown[c] = std::sqrt(1 / curvature);
    }
    state.customerSd = customerSdOf(state);
    double unknown = 0;
    for (const FleetAsset &a : fleet.assets)
        unknown += squared(state.customerUnknown[size_t(a.customer)]);
    for (auto &product : state.products)
        product.life.environmentSd = std::sqrt(unknown / double(std::max<size_t>(fleet.assets.size(), 1)));
}

/// Usage exponents by a parabola through likelihoods at three values, products drawn towards their category.
void improveUsage(const FleetData &fleet, const FleetFitOptions &options, FleetState &state)
{
    constexpr double step = 0.06;
    constexpr double productSd = 0.1, categorySd = 0.2;
    const auto at = [&](double shift) {
        FleetState shifted = state;
        for (auto &product : shifted.products)
            product.life.usageExponent += product.life.referenceUsagePerDay > 0 ? shift : 0;
        PassOptions slopes;
        slopes.slopesOnly = true;
        slopes.threads = options.threads;
        return walkFleet(fleet, shifted, slopes).life;
    };
    const auto up = at(step), here = at(0), down = at(-step);
    const size_t categories = fleet.categories.size();
    std::vector<double> best(fleet.products.size()), curvature(fleet.products.size());
    std::vector<double> weight(categories, 1 / squared(categorySd)),
        mean(categories, usualExponent / squared(categorySd));
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        const double second = (up[p][0] - 2 * here[p][0] + down[p][0]) / squared(step);
        const double first = (up[p][0] - down[p][0]) / (2 * step);
        curvature[p] = std::max(-second, 1.0);
        best[p] = state.products[p].life.usageExponent + std::clamp(first / curvature[p], -0.15, 0.15);
        const double w = 1 / (squared(productSd) + 1 / curvature[p]);
        weight[size_t(fleet.products[p].category)] += w;
        mean[size_t(fleet.products[p].category)] += w * best[p];
    }
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        forecast::ProductLife &life = state.products[p].life;
        if (!(life.referenceUsagePerDay > 0))
            continue;
        const auto c = size_t(fleet.products[p].category);
        const double pull = 1 / squared(productSd);
        life.usageExponent =
            std::clamp((best[p] * curvature[p] + mean[c] / weight[c] * pull) / (curvature[p] + pull), 0.0, 2.0);
    }
}

/// 5-point Gauss–Hermite nodes around the mode along the axes of the covariance, for each product.
std::vector<std::vector<forecast::LifePair>> nodesOf(const FleetState &state)
{
    const auto &node = forecast::ProductKernel::biasDeviations();
    const auto &weight = forecast::ProductKernel::biasWeights();
    std::vector<std::vector<forecast::LifePair>> all;
    for (const auto &product : state.products) {
        const auto &cov = product.covariance;
        const double sdMedian = std::sqrt(cov[0]);
        const double slope = cov[1] / cov[0];
        const double sdSigma = std::sqrt(std::max(cov[2] - cov[1] * slope, 1e-10));
        std::vector<forecast::LifePair> pairs;
        for (size_t i = 0; i < 5; ++i) {
            for (size_t j = 0; j < 5; ++j) {
                const double median = product.logMedian + node[i] * sdMedian;
                const double logSigma = std::clamp(product.logSigma + node[i] * sdMedian * slope + node[j] * sdSigma,
                                                   std::log(0.02), std::log(4.0));
                pairs.push_back(
                    {std::exp(median - logLogTwo * std::exp(logSigma)), std::exp(-logSigma), weight[i] * weight[j]});
            }
        }
        all.push_back(std::move(pairs));
    }
    return all;
}

/// The nodes with weights corrected from the normal approximation to the posterior itself.
void shipPairs(const FleetData &fleet, const FleetState &state, const SharedPrior &prior, int threads, FleetFit &fit)
{
    auto nodes = nodesOf(state);
    // From so many failures on the posterior is as good as normal: its skewness falls as one over their root.
    constexpr int manyFailures = 2'000;
    auto asked = nodes;
    for (size_t p = 0; p < nodes.size(); ++p) {
        if (fit.products[p].failures >= manyFailures)
            asked[p].clear();
    }
    const auto likelihood = walkPairs(fleet, state, asked, threads);
    const auto &deviation = forecast::ProductKernel::biasDeviations();
    for (size_t p = 0; p < nodes.size(); ++p) {
        fit.products[p].pairs = nodes[p];
        if (asked[p].empty())
            continue;
        const double nominal = std::log(fleet.products[p].life.nominalLifeDays);
        std::vector<double> correction;
        for (size_t k = 0; k < nodes[p].size(); ++k) {
            const double logSigma = -std::log(nodes[p][k].beta);
            const double median = std::log(nodes[p][k].eta) + logLogTwo * std::exp(logSigma);
            const double normal = -0.5 * (squared(deviation[k / 5]) + squared(deviation[k % 5]));
            correction.push_back(likelihood[p][k] - 0.5 * squared((median - nominal - prior.offset) / prior.offsetSd) -
                                 0.5 * squared((logSigma - prior.logSigma) / prior.logSigmaSd) - normal);
        }
        const double largest = *std::max_element(correction.begin(), correction.end());
        double total = 0;
        for (size_t k = 0; k < nodes[p].size(); ++k) {
            nodes[p][k].weight *= std::exp(std::max(correction[k] - largest, -200.0));
            total += nodes[p][k].weight;
        }
        for (auto &pair : nodes[p])
            pair.weight /= total;
        fit.products[p].pairs = nodes[p];
    }
}

void shipCounts(const FleetData &fleet, int version, FleetFit &fit)
{
    std::vector<double> repairs(fleet.products.size()), cents(fleet.products.size());
    for (const FleetAsset &a : fleet.assets) {
        auto &product = fit.products[size_t(a.product)];
        ++product.assets;
        product.failures += a.exit == FleetExit::Failed;
        for (const auto &repair : a.history.repairs) {
            repairs[size_t(a.product)] += 1;
            cents[size_t(a.product)] += double(repair.cost.cents);
        }
    }
    for (size_t p = 0; p < fit.products.size(); ++p) {
        fit.products[p].version = version;
        if (repairs[p] > 0)
            fit.products[p].repairs.meanCost = Money{qint64(cents[p] / repairs[p])};
    }
}

} // namespace

namespace {

bool isStopped(const FleetFitOptions &options)
{
    return options.stop && *options.stop;
}

/// Passes over one fleet, each of which improves all that is learned.
void learn(const FleetData &fleet, const FleetFitOptions &options, FleetState &state, SharedPrior &prior, FleetFit &fit)
{
    for (int pass = 0; pass < options.passes && !isStopped(options); ++pass) {
        PassOptions walk;
        walk.threads = options.threads;
        walk.technicians = pass > 2 && pass % 3 == 2;
        const PassSums sums = walkFleet(fleet, state, walk);
        fit.logLikelihood = sums.logLikelihood;
        improveLives(fleet, sums, state, prior);
        if (pass < 2)
            continue;
        improveSudden(fleet, sums, state);
        improveGrades(fleet, sums, state);
        improveMeasurements(fleet, sums, state);
        improveRepairs(fleet, sums, state);
        improveTechnicians(fleet, sums, state);
        if (pass > 3)
            improveCustomers(fleet, sums, state);
        if (pass % 4 == 3)
            improveUsage(fleet, options, state);
    }
    fit.sampled = fleet.assets.size();
}

/// What was learned from a sample, for all customers of the fleet: those not drawn begin as usual ones.
FleetState spread(FleetState state, const FleetSample &sample, size_t customers)
{
    std::vector<double> log(customers, 0.0), unknown(customers, state.customerSd);
    for (size_t c = 0; c < sample.customers.size(); ++c) {
        log[size_t(sample.customers[c])] = state.customerLog[c];
        unknown[size_t(sample.customers[c])] = state.customerUnknown[c];
    }
    state.customerLog = std::move(log);
    state.customerUnknown = std::move(unknown);
    return state;
}

/// The same of the sample's customers alone.
FleetState narrowed(FleetState state, const FleetSample &sample)
{
    std::vector<double> log, unknown;
    for (const int customer : sample.customers) {
        log.push_back(state.customerLog[size_t(customer)]);
        unknown.push_back(state.customerUnknown[size_t(customer)]);
    }
    state.customerLog = std::move(log);
    state.customerUnknown = std::move(unknown);
    return state;
}

/// Learns from a sample, then settles lives and surroundings by every unit.
FleetState learnLarge(const FleetData &fleet, const FleetFitOptions &options, const FleetState *previous,
                      SharedPrior &prior, FleetFit &fit)
{
    constexpr int stepsOverAll = 2;
    const FleetSample sample = sampleFleet(fleet, options.sampleUnits);
    FleetState drawn = previous ? narrowed(*previous, sample) : startState(sample.fleet);
    learn(sample.fleet, options, drawn, prior, fit);
    FleetState state = spread(std::move(drawn), sample, fleet.customers.size());
    for (int step = 0; step < stepsOverAll && !isStopped(options); ++step) {
        PassOptions slopes;
        slopes.slopesOnly = true;
        slopes.threads = options.threads;
        const PassSums sums = walkFleet(fleet, state, slopes);
        fit.logLikelihood = sums.logLikelihood;
        improveLives(fleet, sums, state, prior);
        improveCustomers(fleet, sums, state);
    }
    return state;
}

} // namespace

FleetFit fitFleet(const FleetData &fleet, const FleetFitOptions &options, const FleetState *previous)
{
    FleetFit fit;
    SharedPrior prior;
    FleetState state;
    if (fleet.assets.size() > options.sampleUnits) {
        state = learnLarge(fleet, options, previous, prior, fit);
    } else {
        state = previous ? *previous : startState(fleet);
        learn(fleet, options, state, prior, fit);
    }
    for (const auto &product : state.products)
        fit.products.push_back(product.life);
    shipCounts(fleet, options.version, fit);
    shipPairs(fleet, state, prior, options.threads, fit);
    fit.customerLifeLog = state.customerLog;
    fit.state = std::move(state);
    return fit;
}

FleetState resumedState(const FleetData &fleet, const std::vector<forecast::ProductLife> &lives,
                        const std::vector<double> &customerLifeLog)
{
    FleetState state = startState(fleet);
    state.customerLog = customerLifeLog;
    for (size_t p = 0; p < state.products.size(); ++p) {
        const forecast::ProductLife &learned = lives[p];
        if (learned.version == 0)
            continue;
        FleetState::Product &product = state.products[p];
        // The pairs lie around the estimate itself.
        const forecast::LifePair &estimate = learned.pairs[learned.pairs.size() / 2];
        product.logSigma = -std::log(estimate.beta);
        product.logMedian = std::log(estimate.eta) + logLogTwo / estimate.beta;
        product.life.usageExponent = product.life.referenceUsagePerDay > 0 ? learned.usageExponent : 0;
        product.life.suddenPerDay = learned.suddenPerDay;
        product.life.environmentSd = learned.environmentSd;
        product.life.grades = learned.grades;
        product.life.repairs = learned.repairs;
        product.life.technicians = learned.technicians;
        // Another limit is another quantity.
        if (product.life.measurement.present && product.life.measurement.limit == learned.measurement.limit)
            product.life.measurement = learned.measurement;
        putPair(state, p);
    }
    // How little is known of each customer is published as the mean of all; the newest says it.
    if (const auto newest = std::ranges::max_element(lives, {}, &forecast::ProductLife::version);
        newest != lives.end() && newest->version > 0)
        std::ranges::fill(state.customerUnknown, newest->environmentSd);
    state.customerSd = customerSdOf(state);
    return state;
}

void prepareFleet(FleetData &fleet)
{
    std::vector<forecast::CustomerUsage> customers(fleet.customers.size());
    for (FleetAsset &a : fleet.assets) {
        a.history = forecast::checked(a.history, a.until).history;
        a.history.installedYearOnly = false;
        customers[size_t(a.customer)].add({a.history, fleet.products[size_t(a.product)].life});
    }
    for (FleetAsset &a : fleet.assets)
        a.history.customerUsageFactor = customers[size_t(a.customer)].factor();
}

} // namespace turnus::jobs
