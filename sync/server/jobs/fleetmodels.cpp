#include "sync/server/jobs/fleetmodels.h"

#include "core/forecast/limits.h"

#include <algorithm>
#include <cmath>

namespace turnus::jobs {

namespace {

using forecast::GradeModel;
using forecast::MeasurementModel;
using forecast::ProductKernel;
using forecast::RepairModel;

double middleOf(int bin)
{
    return (bin + 0.5) / shareBins;
}

double normalShare(double z)
{
    return 0.5 * std::erfc(-z * 0.70710678118654752440);
}

double square(double x)
{
    return x * x;
}

/// Expected log-likelihood of one product's grades under a model.
double gradeScore(const double *counts, const GradeModel &model)
{
    double score = 0;
    std::array<double, shareBins> wearAt{};
    for (int bin = 0; bin < shareBins; ++bin)
        wearAt[size_t(bin)] = std::pow(middleOf(bin), model.power);
    for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
        const double bias = ProductKernel::biasDeviations()[b] * model.assetSd;
        for (int bin = 0; bin < shareBins; ++bin) {
            double below = 0;
            const double wear = wearAt[size_t(bin)];
            for (size_t kind = 0; kind < gradeKinds; ++kind) {
                const double count = counts[(kind * 5 + b) * shareBins + size_t(bin)];
                const double upTo = kind < 4 ? normalShare((model.limits[kind] - wear - bias) / model.noise) : 1.0;
                if (count > 1e-9)
                    score += count * std::log(std::max(upTo - below, 0.0) + 1e-4);
                below = upTo;
            }
        }
    }
    return score;
}

/// One damped step of a parabola through three points; what is worse is not taken.
template <class Score>
void climb(double &value, double step, const Score &score)
{
    const double start = value;
    const double here = score();
    value = start + step;
    const double up = score();
    value = start - step;
    const double down = score();
    const double curvature = up - 2 * here + down;
    double move = curvature < 0 ? 0.5 * step * (down - up) / curvature : (up > down ? step : -step);
    move = std::clamp(move, -2 * step, 2 * step);
    value = start + move;
    if (!(score() >= here))
        value = up > here ? start + step : down > here ? start - step : start;
}

} // namespace

namespace {

struct Line
{
    double atNew = 0;
    double slope = 0;
    double assetSd = 0;
    double error = 0;
    double score = 0;
};

/// Solves the symmetric 3×3 system by elimination; the ridges of the priors keep it regular.
std::array<double, 3> solved(std::array<std::array<double, 4>, 3> m)
{
    for (size_t i = 0; i < 3; ++i) {
        for (size_t k = i + 1; k < 3; ++k) {
            const double f = m[k][i] / m[i][i];
            for (size_t c = i; c < 4; ++c)
                m[k][c] -= f * m[i][c];
        }
    }
    std::array<double, 3> x{};
    for (size_t i = 3; i-- > 0;) {
        x[i] = m[i][3];
        for (size_t c = i + 1; c < 3; ++c)
            x[i] -= m[i][c] * x[c];
        x[i] /= m[i][i];
    }
    return x;
}

/// Weighted regression of value on 1, x^power and the unit's bias node, drawn towards the manufacturer's figures.
Line fitLine(const std::array<double, 3> *bins, const MeasurementModel &nominal, double noise, double power)
{
    const double range = std::abs(nominal.limit - nominal.atNew);
    const std::array<double, 3> prior{nominal.atNew, nominal.limit - nominal.atNew, 0.5 * noise};
    const std::array<double, 3> keep{square(noise / (0.08 * range)), square(noise / (0.3 * range)), 4.0 * 5.0};
    std::array<std::array<double, 4>, 3> m{};
    for (size_t i = 0; i < 3; ++i) {
        m[i][i] = keep[i];
        m[i][3] = keep[i] * prior[i];
    }
    const auto row = [&](size_t b, int bin) {
        return std::array<double, 3>{1.0, std::pow(middleOf(bin), power), ProductKernel::biasDeviations()[b]};
    };
    for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
        for (int bin = 0; bin < shareBins; ++bin) {
            const auto &counts = bins[b * shareBins + size_t(bin)];
            const auto h = row(b, bin);
            for (size_t i = 0; i < 3; ++i) {
                for (size_t k = 0; k < 3; ++k)
                    m[i][k] += counts[0] * h[i] * h[k];
                m[i][3] += counts[1] * h[i];
            }
        }
    }
    const auto x = solved(m);
    Line line{x[0], x[1], std::clamp(x[2], 0.05 * noise, 3 * noise), 0, 0};
    for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
        for (int bin = 0; bin < shareBins; ++bin) {
            const auto &counts = bins[b * shareBins + size_t(bin)];
            const auto h = row(b, bin);
            const double mean = line.atNew + line.slope * h[1] + line.assetSd * h[2];
            line.error += counts[2] - 2 * mean * counts[1] + mean * mean * counts[0];
        }
    }
    double kept = 0;
    for (size_t i = 0; i < 2; ++i)
        kept += keep[i] * square(x[i] - prior[i]);
    line.score = -0.5 * (line.error + kept) / (noise * noise);
    return line;
}

/// Log-likelihood of a product's measured values if wear became visible by this power.
double measurementScore(const FleetData &fleet, const PassSums &sums, const FleetState &state, size_t p, double power)
{
    return fitLine(sums.measured.data() + p * 5 * shareBins, fleet.products[p].life.measurement,
                   state.products[p].life.measurement.noise, power)
        .score;
}

} // namespace

namespace {

/// All parameters of the grades of a fleet: limits and the spread of units are shared, noise is a category's, and the
/// power by which wear becomes visible is a product's.
struct GradeFit
{
    const FleetData &fleet;
    const PassSums &sums;
    const GradeModel defaults{};
    GradeModel shared{};
    double logSd = 0;
    std::vector<double> logNoise;
    std::vector<double> logPower;
    double usualLogPower = 0;

    [[nodiscard]] GradeModel model(size_t p) const
    {
        GradeModel m = shared;
        m.noise = std::exp(logNoise[size_t(fleet.products[p].category)]);
        m.power = std::exp(logPower[p]);
        m.assetSd = std::exp(logSd);
        return m;
    }
    [[nodiscard]] double ofProduct(size_t p) const
    {
        return gradeScore(sums.grades.data() + p * gradeKinds * 5 * shareBins, model(p)) -
               0.5 * square((logPower[p] - usualLogPower) / 0.15);
    }
    [[nodiscard]] double ofCategory(size_t c) const
    {
        double score = -0.5 * square((logNoise[c] - std::log(defaults.noise)) / 0.35);
        for (size_t p = 0; p < fleet.products.size(); ++p)
            score += size_t(fleet.products[p].category) == c ? ofProduct(p) : 0.0;
        return score;
    }
    [[nodiscard]] double total() const
    {
        double score = -0.5 * square((logSd - std::log(defaults.assetSd)) / 0.5);
        for (size_t k = 0; k < 4; ++k) {
            score -= 0.5 * square((shared.limits[k] - defaults.limits[k]) / 0.1);
            if (k > 0 && shared.limits[k] <= shared.limits[k - 1] + 0.01)
                return -1e300;
        }
        for (size_t p = 0; p < fleet.products.size(); ++p)
            score += ofProduct(p);
        return score;
    }
};

} // namespace

void improveGrades(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    GradeFit fit{fleet, sums};
    fit.shared = state.products[0].life.grades;
    fit.logSd = std::log(std::max(fit.shared.assetSd, 1e-3));
    fit.logNoise.resize(fleet.categories.size());
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        const GradeModel &model = state.products[p].life.grades;
        fit.logNoise[size_t(fleet.products[p].category)] = std::log(model.noise);
        fit.logPower.push_back(std::log(model.power));
        fit.usualLogPower += fit.logPower.back();
    }
    constexpr double strength = 3;
    fit.usualLogPower =
        (fit.usualLogPower + strength * std::log(fit.defaults.power)) / (double(fleet.products.size()) + strength);
    for (size_t k = 0; k < 4; ++k)
        climb(fit.shared.limits[k], 0.01, [&] { return fit.total(); });
    climb(fit.logSd, 0.05, [&] { return fit.total(); });
    for (size_t c = 0; c < fleet.categories.size(); ++c)
        climb(fit.logNoise[c], 0.04, [&] { return fit.ofCategory(c); });
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        const bool measured = state.products[p].life.measurement.present && sums.measuredWeight[p] > 0;
        climb(fit.logPower[p], 0.04, [&] {
            return fit.ofProduct(p) +
                   (measured ? measurementScore(fleet, sums, state, p, std::exp(fit.logPower[p])) : 0);
        });
    }
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        GradeModel model = fit.model(p);
        model.noise = std::clamp(model.noise, 0.02, 1.0);
        model.assetSd = std::clamp(model.assetSd, 0.005, 0.5);
        model.power = std::clamp(model.power, 0.3, 5.0);
        state.products[p].life.grades = model;
        state.products[p].life.measurement.power = model.power;
    }
}

void improveMeasurements(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        MeasurementModel &model = state.products[p].life.measurement;
        const MeasurementModel &nominal = fleet.products[p].life.measurement;
        if (!model.present || !(sums.measuredWeight[p] > 0))
            continue;
        const std::array<double, 3> *bins = sums.measured.data() + p * 5 * shareBins;
        const Line best = fitLine(bins, nominal, model.noise, model.power);
        model.atNew = best.atNew;
        model.slope = best.slope;
        model.assetSd = best.assetSd;
        constexpr double priorCount = 5;
        const double variance =
            (std::max(best.error, 0.0) + priorCount * square(nominal.noise)) / (sums.measuredWeight[p] + priorCount);
        model.noise = std::sqrt(std::max(variance, 1e-12 * square(nominal.noise)));
    }
}

namespace {

struct RepairFit
{
    double base = 0;
    double wear = 0;
    double score = 0;
};

/// Poisson rates base + wear·x^power from repairs and days by share of life.
RepairFit fitRepairRates(const std::vector<double> &events, const std::vector<double> &exposure, double power)
{
    RepairFit fit;
    double total = 0, observed = 0, weighted = 0;
    for (int bin = 0; bin < shareBins; ++bin) {
        total += events[size_t(bin)];
        observed += exposure[size_t(bin)];
        weighted += exposure[size_t(bin)] * std::pow(middleOf(bin), power);
    }
    if (!(observed > 0) || !(weighted > 0))
        return fit;
    fit.base = 0.5 * total / observed;
    fit.wear = 0.5 * total / weighted;
    for (int round = 0; round < 60; ++round) {
        double fromBase = 0.5, fromWear = 0.5;
        for (int bin = 0; bin < shareBins; ++bin) {
            const double worn = fit.wear * std::pow(middleOf(bin), power);
            const double share = fit.base / std::max(fit.base + worn, 1e-300);
            fromBase += events[size_t(bin)] * share;
            fromWear += events[size_t(bin)] * (1 - share);
        }
        fit.base = fromBase / (observed + 1);
        fit.wear = fromWear / (weighted + 1);
    }
    fit.score = -0.5 * square((power - 4) / 2);
    for (int bin = 0; bin < shareBins; ++bin) {
        const double rate = fit.base + fit.wear * std::pow(middleOf(bin), power);
        fit.score += events[size_t(bin)] * std::log(std::max(rate, 1e-300)) - rate * exposure[size_t(bin)];
    }
    return fit;
}

void sumRepairs(const PassSums &sums, size_t category, std::vector<double> &events, std::vector<double> &exposure)
{
    double running = 0;
    for (size_t bin = 0; bin < shareBins; ++bin) {
        running += sums.repairDays[category * (shareBins + 1) + bin];
        events[bin] += sums.repairEvents[category * shareBins + bin];
        exposure[bin] += std::max(running, 0.0);
    }
}

} // namespace

void improveRepairs(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    std::vector<double> events(shareBins), exposure(shareBins);
    for (size_t c = 0; c < fleet.categories.size(); ++c)
        sumRepairs(sums, c, events, exposure);
    double total = 0;
    for (const double e : events)
        total += e;
    if (total < 30)
        return;
    RepairFit best;
    best.score = -1e300;
    double bestPower = 5;
    for (double power = 1; power <= 9; power += 0.25) {
        const RepairFit fit = fitRepairRates(events, exposure, power);
        if (fit.score > best.score) {
            best = fit;
            bestPower = power;
        }
    }
    // A category differs by a factor, which few repairs leave near one.
    for (size_t c = 0; c < fleet.categories.size(); ++c) {
        std::vector<double> own(shareBins), days(shareBins);
        sumRepairs(sums, c, own, days);
        constexpr double priorRepairs = 40;
        double seen = priorRepairs, awaited = priorRepairs;
        for (int bin = 0; bin < shareBins; ++bin) {
            seen += own[size_t(bin)];
            awaited += days[size_t(bin)] * (best.base + best.wear * std::pow(middleOf(bin), bestPower));
        }
        for (size_t p = 0; p < fleet.products.size(); ++p) {
            if (size_t(fleet.products[p].category) != c)
                continue;
            RepairModel &model = state.products[p].life.repairs;
            model.basePerDay = best.base * seen / awaited;
            model.wearPerDay = best.wear * seen / awaited;
            model.power = bestPower;
        }
    }
}

void improveSudden(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    constexpr double usualPerDay = 0.006 / forecast::limits::daysPerYear;
    constexpr double priorFailures = 5;
    double failures = 3, observed = 3 / usualPerDay;
    for (const auto &s : sums.sudden) {
        failures += s[0];
        observed += s[1];
    }
    const double mean = failures / observed;
    for (size_t p = 0; p < fleet.products.size(); ++p)
        state.products[p].life.suddenPerDay =
            (sums.sudden[p][0] + priorFailures) / (sums.sudden[p][1] + priorFailures / mean);
}

void improveTechnicians(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    if (sums.technicians.empty() || state.products.empty())
        return;
    constexpr double biasSd = 0.035;
    GradeModel model = state.products[0].life.grades;
    model.noise = 0;
    for (const auto &product : state.products)
        model.noise += product.life.grades.noise / double(state.products.size());
    std::vector<forecast::TechnicianBias> biases;
    for (size_t t = 0; t < fleet.technicians.size(); ++t) {
        double bias = 0;
        const double *counts = sums.technicians.data() + t * gradeKinds * biasedBins;
        const auto score = [&] {
            double sum = -0.5 * square(bias / biasSd);
            for (int bin = 0; bin < biasedBins; ++bin) {
                const double biased = lowestBiased + (bin + 0.5) / shareBins + bias;
                double below = 0;
                for (size_t kind = 0; kind < gradeKinds; ++kind) {
                    const double upTo = kind < 4 ? normalShare((model.limits[kind] - biased) / model.noise) : 1.0;
                    if (const double count = counts[kind * biasedBins + size_t(bin)]; count > 1e-9)
                        sum += count * std::log(std::max(upTo - below, 0.0) + 1e-4);
                    below = upTo;
                }
            }
            return sum;
        };
        for (int round = 0; round < 3; ++round)
            climb(bias, 0.02, score);
        biases.push_back({qint64(t) + 1, std::clamp(bias, -0.3, 0.3)});
    }
    double mean = 0;
    for (const auto &b : biases)
        mean += b.bias / double(biases.size());
    for (auto &b : biases)
        b.bias -= mean;
    for (auto &product : state.products)
        product.life.technicians = biases;
}

} // namespace turnus::jobs
