#include "sync/server/jobs/fleetpass.h"

#include "core/forecast/evidence.h"
#include "core/forecast/exponential.h"
#include "core/forecast/usage.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace turnus::jobs {

namespace {

using forecast::BiasCells;
using forecast::CellValues;
using forecast::LifeGrid;
using forecast::ProductKernel;
using forecast::UsageProfile;

constexpr size_t lifeCellCount = forecast::limits::lifeCells;
constexpr int chunkCount = 8;
/// Cells below this share of a unit's posterior are not counted.
constexpr double leastCounted = 2e-5;

/// One unit in the light of a state.
struct Look
{
    const FleetAsset &asset;
    const FleetData &fleet;
    const FleetState &state;
    const ProductKernel &kernel;
    const forecast::AssetHistory &history;
    UsageProfile usage;
    size_t category;
    LifeGrid grid;
    /// Effective age where the grid begins, and the stretch in which it failed.
    double ageFrom = 1;
    double ageTo = 1;
    BiasCells byBias;
    BiasCells measuredByBias;
    CellValues measured;
    /// Likelihood of measured values, repairs and the exit; then times that of the grades.
    CellValues other;
    CellValues all;
    CellValues wear;

    [[nodiscard]] double age(Day day) const { return double((day - history.installed).count()); }
};

void lookAtExit(Look &look)
{
    const FleetAsset &a = look.asset;
    const auto &product = look.state.products[size_t(a.product)];
    const double sudden = product.life.suddenPerDay;
    const double start = std::exp(look.grid.logStart);
    const double *growth = look.kernel.growth(look.grid.level);
    const double span = std::max(double((a.failureBy - a.failureAfter).count()), 1.0);
    for (size_t j = 0; j < lifeCellCount; ++j) {
        const double low = start * growth[j];
        const double high = start * growth[j + 1];
        const double inside =
            std::clamp((std::min(high, look.ageTo) - std::max(low, look.ageFrom)) / (high - low), 0.0, 1.0);
        if (a.exit == FleetExit::Failed) {
            const double worn = inside * (1 - sudden * 0.5 * span);
            const double later = sudden * span * (low >= look.ageTo ? 1.0 : 1.0 - 0.5 * inside);
            look.other[j] = worn + later;
            look.wear[j] = worn / (worn + later);
        } else {
            // Alive as far as anybody could tell: a hidden failure may have happened since the last inspection.
            look.other[j] = 1 - inside * (1 - product.hiddenShare);
        }
    }
}

/// The day from which on the unit's state is in doubt.
Day certainUntil(const FleetAsset &a, double hiddenShare)
{
    if (a.exit == FleetExit::Failed)
        return a.failureAfter;
    if (a.exit != FleetExit::None || hiddenShare < 0.02)
        return a.until;
    Day last = a.history.observedFrom;
    if (!a.history.grades.empty())
        last = std::max(last, a.history.grades.back().day);
    if (!a.history.readings.empty())
        last = std::max(last, a.history.readings.back().day);
    return std::min(last, a.until);
}

void lookAtEvidence(Look &look)
{
    forecast::gradesByBias(look.kernel, look.grid, look.history, look.usage, look.byBias);
    if (look.kernel.product().measurement.present && !look.history.measurements.empty()) {
        forecast::measurementsByBias(look.kernel, look.grid, look.history, look.usage, look.measuredByBias);
        forecast::averageBias(look.measuredByBias, look.measured);
        for (size_t j = 0; j < lifeCellCount; ++j)
            look.other[j] *= look.measured[j];
    }
    if (look.kernel.product().repairs.isKnown()) {
        std::vector<double> ages;
        for (const auto &repair : look.history.repairs)
            ages.push_back(look.usage.effective(look.age(repair.day)));
        const double from = std::max(look.age(look.history.observedFrom), 0.0);
        look.kernel.multiplyRepairs(
            look.grid, ages,
            look.usage.powerIntegral(from, look.age(look.asset.until), look.kernel.product().repairs.power),
            look.other.data());
    }
    forecast::averageBias(look.byBias, look.all);
    for (size_t j = 0; j < lifeCellCount; ++j)
        look.all[j] *= look.other[j];
}

/// Nodes for what is not known of a customer's surroundings.
constexpr std::array<double, 3> roundNode{-1.7320508075688772, 0.0, 1.7320508075688772};
constexpr std::array<double, 3> roundWeight{1.0 / 6, 2.0 / 3, 1.0 / 6};

/// Log-likelihood of one Weibull and its derivatives in (log eta, log beta), entry included. `mass`, if given, gains
/// `weight` times the prior mass of the cells given alive at the grid's start.
std::array<double, 6> weibullSlopes(const Look &look, double logEta, double beta, double entryAge, double weight,
                                    double *mass)
{
    double q = beta * (look.grid.logStart - logEta);
    double h = std::exp(std::min(q, 6.4));
    const double scale = h;
    const double ratio = std::exp(beta * look.grid.step);
    CellValues hazard;
    CellValues survival;
    for (size_t j = 0; j < lifeCellCount; ++j) {
        hazard[j] = h;
        h = std::min(h * ratio, 1e6);
    }
    for (size_t j = 0; j < lifeCellCount; ++j)
        survival[j] = scale - hazard[j];
    forecast::exponentials(survival.data(), survival.size());
    if (mass) {
        for (size_t j = 0; j + 1 < lifeCellCount; ++j)
            mass[j] += weight * (survival[j] - survival[j + 1]);
        mass[lifeCellCount - 1] += weight * survival[lifeCellCount - 1];
    }
    std::array<double, 6> sum{};
    double before = 0;
    for (size_t j = 0; j < lifeCellCount; ++j) {
        const double s = survival[j];
        h = hazard[j];
        const double cs = (look.all[j] - before) * s;
        const double csh = cs * h;
        sum[0] += cs;
        sum[1] += csh;
        sum[2] -= csh * q;
        sum[3] += csh * (h - 1);
        sum[4] += csh * (1 + q * (1 - h));
        sum[5] += csh * q * (h * q - q - 1);
        before = look.all[j];
        q += beta * look.grid.step;
        if (!(s > 1e-120)) // nobody lives on: the rest adds nothing
            break;
    }
    const double v = std::max(sum[0], 1e-290);
    std::array<double, 6> out{std::log(v) - scale, beta * sum[1] / v, sum[2] / v, 0, 0, 0};
    out[3] = beta * beta * sum[3] / v - out[1] * out[1];
    out[4] = beta * sum[4] / v - out[1] * out[2];
    out[5] = sum[5] / v - out[2] * out[2];
    if (entryAge <= 1)
        return out;
    const double logH = std::min(beta * (std::log(entryAge) - logEta), 6.4);
    const double e = std::exp(logH);
    return {out[0] + e,
            out[1] - beta * e,
            out[2] + e * logH,
            out[3] + beta * beta * e,
            out[4] - beta * e * (1 + logH),
            out[5] + e * logH * (logH + 1)};
}

/// The same on the average over what is not known of the surroundings. The logarithms are averaged, not the
/// likelihoods: the surroundings were learned from these very units, which must not count twice. `mass` is the mixture.
std::array<double, 6> slopesOf(const Look &look, double logEta, double beta, double *mass)
{
    if (mass)
        std::fill(mass, mass + lifeCellCount, 0.0);
    const double entryAge = look.usage.effective(look.age(look.history.observedFrom));
    const double unknown = look.state.customerUnknown[size_t(look.asset.customer)];
    std::array<double, 6> out{};
    for (size_t k = 0; k < roundNode.size(); ++k) {
        const auto at = weibullSlopes(look, logEta + unknown * roundNode[k], beta, entryAge, roundWeight[k], mass);
        for (size_t i = 0; i < out.size(); ++i)
            out[i] += roundWeight[k] * at[i];
    }
    return out;
}

int shareBin(double share)
{
    return std::clamp(int(share * shareBins), 0, shareBins - 1);
}

void countGrades(const Look &look, const CellValues &posterior, const CellValues &biasScale, bool technicians,
                 PassSums &sums)
{
    const double start = std::exp(look.grid.logStart) * std::exp(0.5 * look.grid.step);
    const double *growth = look.kernel.growth(look.grid.level);
    const auto &deviations = ProductKernel::biasDeviations();
    const double sd = look.kernel.product().grades.assetSd;
    const double power = look.kernel.product().grades.power;
    for (const auto &grade : look.history.grades) {
        const double bias = look.kernel.technicianBias(grade.technician);
        const double plain = look.usage.effective(look.age(grade.day));
        const double age = look.kernel.biasedAge(plain, grade.grade, bias);
        const size_t kind = size_t(grade.grade - 1);
        double *table = sums.grades.data() + (size_t(look.asset.product) * gradeKinds + kind) * 5 * shareBins;
        double *byTechnician =
            technicians && grade.technician > 0
                ? sums.technicians.data() + (size_t(grade.technician - 1) * gradeKinds + kind) * biasedBins
                : nullptr;
        for (size_t j = 0; j < lifeCellCount; ++j) {
            if (posterior[j] < leastCounted)
                continue;
            const double life = start * growth[j];
            const int bin = shareBin(age / life);
            const double seen = byTechnician ? std::pow(plain / life, power) : 0;
            for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
                const double w = biasScale[j] * ProductKernel::biasWeights()[b] * look.byBias[b * lifeCellCount + j];
                table[b * shareBins + size_t(bin)] += w;
                if (byTechnician) {
                    const double biased = seen + deviations[b] * sd;
                    byTechnician[std::clamp(int((biased - lowestBiased) * shareBins), 0, biasedBins - 1)] += w;
                }
            }
        }
    }
}

void countMeasurements(const Look &look, const CellValues &posterior, PassSums &sums)
{
    const auto &model = look.kernel.product().measurement;
    if (!model.present)
        return;
    const double start = std::exp(look.grid.logStart + 0.5 * look.grid.step);
    const double *growth = look.kernel.growth(look.grid.level);
    const auto product = size_t(look.asset.product);
    for (const auto &m : look.history.measurements) {
        const double age = look.usage.effective(look.age(m.day));
        for (size_t j = 0; j < lifeCellCount; ++j) {
            if (posterior[j] < leastCounted)
                continue;
            const double share = std::min(age / (start * growth[j]), 1.0);
            const double mean = model.atNew + model.slope * std::pow(share, model.power);
            const double each = posterior[j] / std::max(look.measured[j], 1e-290);
            for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
                const double seen = m.value - ProductKernel::biasDeviations()[b] * model.assetSd;
                const double r = (seen - mean) / model.noise;
                const double plain =
                    each * ProductKernel::biasWeights()[b] * look.measuredByBias[b * lifeCellCount + j];
                const double w = plain * 8 / (7 + r * r);
                auto &bin = sums.measured[(product * 5 + b) * shareBins + size_t(shareBin(share))];
                bin[0] += w;
                bin[1] += w * m.value;
                bin[2] += w * m.value * m.value;
                sums.measuredWeight[product] += plain;
            }
        }
    }
}

void countRepairs(const Look &look, const CellValues &posterior, PassSums &sums)
{
    const double start = std::exp(look.grid.logStart + 0.5 * look.grid.step);
    const double *growth = look.kernel.growth(look.grid.level);
    double *events = sums.repairEvents.data() + look.category * shareBins;
    double *exposure = sums.repairDays.data() + look.category * (shareBins + 1);
    for (const auto &repair : look.history.repairs) {
        const double age = look.usage.effective(look.age(repair.day));
        for (size_t j = 0; j < lifeCellCount; ++j) {
            if (posterior[j] >= leastCounted)
                events[shareBin(age / (start * growth[j]))] += posterior[j];
        }
    }
    const double from = std::max(look.age(look.history.observedFrom), 0.0);
    const double until = look.age(look.asset.until);
    if (until <= from)
        return;
    const double ageFrom = look.usage.effective(from);
    const double ageTo = std::max(look.usage.effective(until), ageFrom + 1e-6);
    const double daysPerShare = (until - from) / (ageTo - ageFrom);
    // Days are even in x: add the slope where they begin and take it off where they end.
    const auto edge = [&](double share, double days) {
        const double at = std::clamp(share * shareBins, 0.0, double(shareBins));
        const int bin = std::min(int(at), shareBins - 1);
        exposure[bin] += days * (1 - (at - bin));
        exposure[bin + 1] += days * (at - bin);
    };
    for (size_t j = 0; j < lifeCellCount; ++j) {
        if (posterior[j] < leastCounted)
            continue;
        const double life = start * growth[j];
        const double slope = posterior[j] * daysPerShare * life / shareBins;
        edge(ageFrom / life, slope);
        edge(ageTo / life, -slope);
    }
}

Look lookAt(const FleetData &fleet, const FleetState &state, const std::vector<ProductKernel> &kernels,
            const FleetAsset &asset)
{
    const auto p = size_t(asset.product);
    const ProductKernel &kernel = kernels[p];
    Look look{asset,
              fleet,
              state,
              kernel,
              asset.history,
              UsageProfile(asset.history, kernel.product()),
              size_t(fleet.products[p].category),
              {},
              1,
              1,
              {},
              {},
              {},
              {}};
    const Day certain = certainUntil(asset, state.products[p].hiddenShare);
    look.ageFrom = std::max(look.usage.effective(look.age(certain)), 1.0);
    const Day end = asset.exit == FleetExit::Failed ? asset.failureBy : asset.until;
    look.ageTo = std::max(look.usage.effective(look.age(end)),
                          asset.exit == FleetExit::Failed ? look.ageFrom + look.usage.futureRate() : look.ageFrom);
    look.grid = kernel.grid(look.ageFrom, state.customerLog[size_t(asset.customer)]);
    lookAtExit(look);
    lookAtEvidence(look);
    return look;
}

void walkAsset(const FleetData &fleet, const FleetState &state, const std::vector<ProductKernel> &kernels,
               const FleetAsset &asset, const PassOptions &options, PassSums &sums)
{
    const auto p = size_t(asset.product);
    const Look look = lookAt(fleet, state, kernels, asset);
    CellValues mass;
    const double logEta = state.logEta(p) + state.customerLog[size_t(asset.customer)];
    const auto slopes = slopesOf(look, logEta, state.beta(p), options.slopesOnly ? nullptr : mass.data());
    for (size_t i = 0; i < 6; ++i)
        sums.life[p][i] += slopes[i];
    sums.logLikelihood += slopes[0];
    sums.customer[size_t(asset.customer)][0] += slopes[1];
    sums.customer[size_t(asset.customer)][1] += slopes[3];
    if (options.slopesOnly)
        return;
    double total = 0;
    for (size_t j = 0; j < lifeCellCount; ++j)
        total += mass[j] * look.all[j];
    if (!(total > 0))
        return;
    CellValues posterior;
    CellValues biasScale;
    double worn = 0;
    for (size_t j = 0; j < lifeCellCount; ++j) {
        posterior[j] = mass[j] * look.all[j] / total;
        biasScale[j] = mass[j] * look.other[j] / total;
        worn += asset.exit == FleetExit::Failed ? posterior[j] * look.wear[j] : 0.0;
    }
    countGrades(look, posterior, biasScale, options.technicians, sums);
    countMeasurements(look, posterior, sums);
    countRepairs(look, posterior, sums);
    sums.sudden[p][0] += asset.exit == FleetExit::Failed ? 1 - worn : 0;
    sums.sudden[p][1] += std::max(double((asset.until - asset.history.observedFrom).count()), 0.0);
}

std::vector<ProductKernel> kernelsOf(const FleetState &state)
{
    std::vector<ProductKernel> kernels;
    kernels.reserve(state.products.size());
    for (const auto &product : state.products)
        kernels.emplace_back(product.life);
    return kernels;
}

/// Runs `work(chunk)` for all chunks on some threads.
template <class Work>
void inChunks(int threads, const Work &work)
{
    std::atomic<int> next{0};
    const auto run = [&] {
        for (int chunk = next++; chunk < chunkCount; chunk = next++)
            work(size_t(chunk));
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i)
        others.emplace_back(run);
    run();
}

} // namespace

double FleetState::beta(size_t product) const
{
    return std::exp(-products[product].logSigma);
}

double FleetState::logEta(size_t product) const
{
    return products[product].logMedian - std::log(std::log(2.0)) * std::exp(products[product].logSigma);
}

PassSums::PassSums(const FleetData &fleet, bool withTechnicians)
    : life(fleet.products.size()), customer(fleet.customers.size()),
      grades(fleet.products.size() * gradeKinds * 5 * shareBins), measured(fleet.products.size() * 5 * shareBins),
      measuredWeight(fleet.products.size()), repairEvents(fleet.categories.size() * shareBins),
      repairDays(fleet.categories.size() * (shareBins + 1)), sudden(fleet.products.size()),
      technicians(withTechnicians ? fleet.technicians.size() * gradeKinds * biasedBins : 0)
{
}

void PassSums::add(const PassSums &other)
{
    const auto plus = [](auto &to, const auto &from) {
        for (size_t i = 0; i < to.size(); ++i) {
            if constexpr (requires { to[i] += from[i]; }) {
                to[i] += from[i];
            } else {
                for (size_t k = 0; k < to[i].size(); ++k)
                    to[i][k] += from[i][k];
            }
        }
    };
    logLikelihood += other.logLikelihood;
    plus(life, other.life);
    plus(customer, other.customer);
    plus(grades, other.grades);
    plus(measured, other.measured);
    plus(measuredWeight, other.measuredWeight);
    plus(repairEvents, other.repairEvents);
    plus(repairDays, other.repairDays);
    plus(sudden, other.sudden);
    plus(technicians, other.technicians);
}

PassSums walkFleet(const FleetData &fleet, const FleetState &state, const PassOptions &options)
{
    const auto kernels = kernelsOf(state);
    std::vector<PassSums> parts(chunkCount, PassSums(fleet, options.technicians));
    inChunks(options.threads, [&](size_t chunk) {
        const size_t from = fleet.assets.size() * chunk / chunkCount;
        const size_t to = fleet.assets.size() * (chunk + 1) / chunkCount;
        for (size_t i = from; i < to; ++i)
            walkAsset(fleet, state, kernels, fleet.assets[i], options, parts[chunk]);
    });
    PassSums sums = std::move(parts[0]);
    for (size_t chunk = 1; chunk < chunkCount; ++chunk)
        sums.add(parts[chunk]);
    return sums;
}

std::vector<std::vector<double>> walkPairs(const FleetData &fleet, const FleetState &state,
                                           const std::vector<std::vector<forecast::LifePair>> &pairs, int threads)
{
    const auto kernels = kernelsOf(state);
    std::vector<std::vector<double>> none;
    none.reserve(pairs.size());
    for (const auto &list : pairs)
        none.emplace_back(list.size(), 0.0);
    std::vector<std::vector<std::vector<double>>> parts(chunkCount, none);
    inChunks(threads, [&](size_t chunk) {
        const size_t to = fleet.assets.size() * (chunk + 1) / chunkCount;
        for (size_t i = fleet.assets.size() * chunk / chunkCount; i < to; ++i) {
            const auto p = size_t(fleet.assets[i].product);
            if (pairs[p].empty())
                continue;
            const Look look = lookAt(fleet, state, kernels, fleet.assets[i]);
            const double customer = state.customerLog[size_t(fleet.assets[i].customer)];
            for (size_t k = 0; k < pairs[p].size(); ++k)
                parts[chunk][p][k] +=
                    slopesOf(look, std::log(pairs[p][k].eta) + customer, pairs[p][k].beta, nullptr)[0];
        }
    });
    for (const auto &part : parts) {
        for (size_t p = 0; p < none.size(); ++p) {
            for (size_t k = 0; k < none[p].size(); ++k)
                none[p][k] += part[p][k];
        }
    }
    return none;
}

} // namespace turnus::jobs
