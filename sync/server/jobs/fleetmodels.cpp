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

/// Expected log-likelihood of one category's grades under a model.
double gradeScore(const double *counts, const GradeModel &model)
{
    double score = 0;
    for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
        const double bias = ProductKernel::biasDeviations()[b] * model.assetSd;
        for (int bin = 0; bin < shareBins; ++bin) {
            double below = 0;
            for (size_t kind = 0; kind < gradeKinds; ++kind) {
                const double count = counts[(kind * 5 + b) * shareBins + size_t(bin)];
                const double upTo =
                    kind < 4 ? normalShare((model.limits[kind] - middleOf(bin) - bias) / model.noise) : 1.0;
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

void improveGrades(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    const size_t categories = fleet.categories.size();
    std::vector<GradeModel> models(categories);
    for (size_t p = 0; p < fleet.products.size(); ++p)
        models[size_t(fleet.products[p].category)] = state.products[p].life.grades;
    const GradeModel defaults;
    GradeModel shared = models[0];
    std::vector<double> logNoise;
    for (const GradeModel &model : models)
        logNoise.push_back(std::log(model.noise));
    double logSd = std::log(std::max(shared.assetSd, 1e-3));
    const auto ofCategory = [&](size_t c) {
        GradeModel model = shared;
        model.noise = std::exp(logNoise[c]);
        model.assetSd = std::exp(logSd);
        return gradeScore(sums.grades.data() + c * gradeKinds * 5 * shareBins, model) -
               0.5 * square((logNoise[c] - std::log(defaults.noise)) / 0.35);
    };
    const auto total = [&] {
        double score = -0.5 * square((logSd - std::log(defaults.assetSd)) / 0.5);
        for (size_t k = 0; k < 4; ++k) {
            score -= 0.5 * square((shared.limits[k] - defaults.limits[k]) / 0.1);
            if (k > 0 && shared.limits[k] <= shared.limits[k - 1] + 0.01)
                return -1e300;
        }
        for (size_t c = 0; c < categories; ++c)
            score += ofCategory(c);
        return score;
    };
    for (size_t k = 0; k < 4; ++k)
        climb(shared.limits[k], 0.01, total);
    climb(logSd, 0.05, total);
    for (size_t c = 0; c < categories; ++c)
        climb(logNoise[c], 0.04, [&] { return ofCategory(c); });
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        GradeModel &model = state.products[p].life.grades;
        model = shared;
        model.noise = std::clamp(std::exp(logNoise[size_t(fleet.products[p].category)]), 0.02, 1.0);
        model.assetSd = std::clamp(std::exp(logSd), 0.005, 0.5);
    }
}

namespace {

struct Line
{
    double atNew = 0;
    double slope = 0;
    double error = 0;
    double score = 0;
};

/// Weighted straight line of value over x^power, drawn towards the manufacturer's figures.
Line fitLine(const std::array<double, 3> *bins, const MeasurementModel &nominal, double noise, double power)
{
    const double range = std::abs(nominal.limit - nominal.atNew);
    const double keepNew = square(noise / (0.08 * range));
    const double keepSlope = square(noise / (0.3 * range));
    double w = keepNew, wv = keepNew * nominal.atNew, wh = 0, whh = keepSlope;
    double whv = keepSlope * (nominal.limit - nominal.atNew);
    for (int bin = 0; bin < shareBins; ++bin) {
        const double h = std::pow(middleOf(bin), power);
        w += bins[bin][0];
        wh += bins[bin][0] * h;
        whh += bins[bin][0] * h * h;
        wv += bins[bin][1];
        whv += bins[bin][1] * h;
    }
    const double det = w * whh - wh * wh;
    Line line;
    line.atNew = (whh * wv - wh * whv) / det;
    line.slope = (w * whv - wh * wv) / det;
    for (int bin = 0; bin < shareBins; ++bin) {
        const double mean = line.atNew + line.slope * std::pow(middleOf(bin), power);
        line.error += bins[bin][2] - 2 * mean * bins[bin][1] + mean * mean * bins[bin][0];
    }
    const double kept =
        keepNew * square(line.atNew - nominal.atNew) + keepSlope * square(line.slope - nominal.limit + nominal.atNew);
    line.score = -0.5 * (line.error + kept) / (noise * noise) - 0.5 * square((power - 1.5) / 0.4);
    return line;
}

} // namespace

void improveMeasurements(const FleetData &fleet, const PassSums &sums, FleetState &state)
{
    for (size_t p = 0; p < fleet.products.size(); ++p) {
        MeasurementModel &model = state.products[p].life.measurement;
        const MeasurementModel &nominal = fleet.products[p].life.measurement;
        if (!model.present || !(sums.measuredWeight[p] > 0))
            continue;
        const std::array<double, 3> *bins = sums.measured.data() + p * shareBins;
        Line best;
        double bestPower = model.power;
        best.score = -1e300;
        for (double power = std::max(model.power - 0.2, 0.5); power < model.power + 0.21; power += 0.05) {
            const Line line = fitLine(bins, nominal, model.noise, power);
            if (line.score > best.score) {
                best = line;
                bestPower = power;
            }
        }
        model.atNew = best.atNew;
        model.slope = best.slope;
        model.power = bestPower;
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
