#include "core/forecast/kernel.h"

#include "core/forecast/exponential.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

constexpr int cells = limits::lifeCells;
constexpr int hazardPoints = 4096;
/// Log of the smallest used-up share that the tables resolve.
constexpr double lowestLogShare = -7.0;
/// Cumulative hazards at which the prior begins, is as good as spent, and is spent whatever the evidence.
constexpr double lowHazard = 1e-4;
constexpr double highHazard = 12.0;
constexpr double hazardCap = 30.0;
/// The grid reaches at least this far in log life beyond the present age.
constexpr double leastRange = 0.3;
/// No single fact rules a life out altogether: people and instruments err.
constexpr double leastLikelihood = 1e-4;
/// Facts that one pass over the cells takes in.
constexpr size_t factsAtOnce = 8;

constexpr std::array<double, 5> normalNode{-2.8569700138728056, -1.3556261799742659, 0.0, 1.3556261799742659,
                                           2.8569700138728056};
constexpr std::array<double, 5> normalWeight{0.011257411327720691, 0.22207592200561266, 0.53333333333333333,
                                             0.22207592200561266, 0.011257411327720691};

double normalBelow(double z)
{
    return 0.5 * std::erfc(-z * 0.70710678118654752440);
}

/// Survival of the pair mixture to log life `l` in usual surroundings.
double pairSurvival(const std::vector<LifePair> &pairs, const std::vector<double> &logEta, double l)
{
    double survival = 0;
    double total = 0;
    for (size_t i = 0; i < pairs.size(); ++i) {
        total += pairs[i].weight;
        survival += pairs[i].weight * std::exp(-std::exp(std::min(pairs[i].beta * (l - logEta[i]), 6.5)));
    }
    return survival / total;
}

} // namespace

const std::array<double, ProductKernel::biasNodes> &ProductKernel::biasWeights()
{
    return normalWeight;
}

const std::array<double, ProductKernel::biasNodes> &ProductKernel::biasDeviations()
{
    return normalNode;
}

ProductKernel::ProductKernel(const ProductLife &product) : m_product(product)
{
    measureGrades();
    buildPrior();
    for (int i = 0; i < levelCount; ++i) {
        m_levels[size_t(i)].step = finestStep * double(1 << i);
        buildLevel(m_levels[size_t(i)]);
    }
}

void ProductKernel::buildPrior()
{
    const auto &pairs = m_product.pairs;
    std::vector<double> logEta;
    double low = 1e9, high = -1e9;
    for (const LifePair &pair : pairs) {
        logEta.push_back(std::log(pair.eta));
        low = std::min(low, logEta.back() - 10.0 / pair.beta);
        high = std::max(high, logEta.back() + 4.5 / pair.beta);
    }
    const double environment = m_product.environmentSd;
    m_hazardStart = std::clamp(low - 3 * environment, -1.0, 14.0);
    const double end = std::max(high + 3 * environment, m_hazardStart + 1.0);
    m_hazardStep = (end - m_hazardStart) / (hazardPoints - 1);
    std::vector<double> plain(hazardPoints);
    for (int i = 0; i < hazardPoints; ++i)
        plain[size_t(i)] = pairSurvival(pairs, logEta, m_hazardStart + i * m_hazardStep);
    m_survival.resize(hazardPoints);
    for (int i = 0; i < hazardPoints; ++i) {
        double survival = 0;
        for (size_t k = 0; k < normalNode.size(); ++k) {
            const double at = i - normalNode[k] * environment / m_hazardStep;
            const double inside = std::clamp(at, 0.0, double(hazardPoints - 1));
            const int lower = std::min(int(inside), hazardPoints - 2);
            const double part = inside - lower;
            survival += normalWeight[k] * (plain[size_t(lower)] * (1 - part) + plain[size_t(lower) + 1] * part);
        }
        m_survival[size_t(i)] = std::max(survival, 1e-280);
    }
    m_survival[0] = 1;
    measurePrior();
}

/// Where the prior begins and ends, and its mean.
void ProductKernel::measurePrior()
{
    m_logLow = m_logHigh = m_logCap = m_hazardStart;
    double mean = 0;
    double before = 0;
    for (int i = 0; i < hazardPoints; ++i) {
        const double l = m_hazardStart + i * m_hazardStep;
        const double h = -std::log(m_survival[size_t(i)]);
        if (h < lowHazard)
            m_logLow = l;
        if (h < highHazard)
            m_logHigh = l;
        if (h < hazardCap)
            m_logCap = l;
        const double lifeDays = std::exp(l);
        mean += (lifeDays - before) * std::exp(-h - m_product.suddenPerDay * lifeDays);
        before = lifeDays;
    }
    m_meanLife = std::max(mean, limits::leastAgeDays);
}

void ProductKernel::buildLevel(Level &level) const
{
    level.growth.resize(cells + 1);
    for (int j = 0; j <= cells; ++j)
        level.growth[size_t(j)] = std::exp(j * level.step);
    // Entry i is the share exp(-i·step); a full window of cells fits behind the last one that differs.
    level.entries = int(-lowestLogShare / level.step) + cells + 2;
    const auto entries = size_t(level.entries);
    const GradeModel &g = m_product.grades;
    level.grade.resize(5 * biasNodes * entries);
    level.measured.resize(entries);
    level.repairs.resize(entries);
    for (size_t i = 0; i < entries; ++i) {
        const double share = std::exp(std::max(-double(i) * level.step, lowestLogShare));
        const double wear = std::pow(share, g.power);
        for (size_t b = 0; b < biasNodes; ++b) {
            double below = 0;
            for (size_t k = 0; k < 5; ++k) {
                const double z = k < 4 ? (g.limits[k] - wear - normalNode[b] * g.assetSd) / g.noise : 0;
                const double upTo = k < 4 ? normalBelow(z) : 1.0;
                level.grade[(k * biasNodes + b) * entries + i] = std::max(upTo - below, 0.0) + leastLikelihood;
                below = upTo;
            }
        }
        const MeasurementModel &m = m_product.measurement;
        level.measured[i] = m.atNew + m.slope * std::pow(share, m.power);
        // As a factor of the rate of a new unit: long histories stay far from underflow.
        const RepairModel &r = m_product.repairs;
        level.repairs[i] = r.isKnown() ? r.perDay(share) / std::max(r.basePerDay, 0.05 * r.wearPerDay) : 1.0;
    }
    level.decay.resize(cells);
    for (int j = 0; j < cells; ++j)
        level.decay[size_t(j)] = std::exp(-(j + 0.5) * level.step * m_product.repairs.power);
}

/// Share of the units alive at `start` that reach the lower edge of each cell.
void ProductKernel::survivalFrom(double start, double step, double *alive) const
{
    const double first = (start - m_hazardStart) / m_hazardStep;
    const double stride = step / m_hazardStep;
    const double last = double(hazardPoints - 1) - 1e-9;
    const double *table = m_survival.data();
    const auto read = [&](int j, double at) {
        const int lower = int(at);
        alive[j] = table[lower] + (at - lower) * (table[lower + 1] - table[lower]);
    };
    if (first >= 0 && first + (cells - 1) * stride <= last) {
        for (int j = 0; j < cells; ++j)
            read(j, first + j * stride);
    } else {
        for (int j = 0; j < cells; ++j)
            read(j, std::min(std::max(first + j * stride, 0.0), last));
    }
    const double share = 1.0 / std::max(alive[0], 1e-280);
    for (int j = 0; j < cells; ++j)
        alive[j] *= share;
}

LifeGrid ProductKernel::grid(double ageEffective, double lifeLog) const
{
    LifeGrid grid;
    grid.ageEffective = std::max(ageEffective, limits::leastAgeDays);
    const double logAge = std::log(grid.ageEffective) - lifeLog;
    const double start = std::max(std::min(logAge, m_logCap), m_logLow);
    while (grid.level + 1 < levelCount &&
           start + cells * m_levels[size_t(grid.level)].step < std::max(m_logHigh, start + leastRange))
        ++grid.level;
    grid.step = m_levels[size_t(grid.level)].step;
    // Beyond the cap the unit has outlived all that is known: the grid moves along, so that it still ages.
    grid.logStart = std::max(start, logAge) + lifeLog;
    grid.ageEffective = std::min(grid.ageEffective, std::exp(grid.logStart));
    return grid;
}

LifeGrid ProductKernel::prior(double ageEffective, double lifeLog) const
{
    LifeGrid result = grid(ageEffective, lifeLog);
    const double start = std::min(result.logStart - lifeLog, m_logCap);
    std::array<double, size_t(cells)> alive;
    survivalFrom(start, result.step, alive.data());
    for (size_t j = 0; j + 1 < alive.size(); ++j)
        result.weight[j] = std::max(alive[j] - alive[j + 1], 0.0);
    result.weight.back() = alive.back();
    return result;
}

TableWindow ProductKernel::window(const LifeGrid &grid, const double *values, double age) const
{
    const Level &level = m_levels[size_t(grid.level)];
    const double at = 0.5 + (grid.logStart - std::log(std::max(age, limits::leastAgeDays))) / grid.step;
    const double inside = std::clamp(at, 0.0, double(level.entries - cells - 2));
    const int first = int(inside);
    return {values + first, inside - first};
}

void ProductKernel::multiplyGrades(const LifeGrid &grid, std::span<const AgedGrade> grades, double *likelihood) const
{
    const Level &level = m_levels[size_t(grid.level)];
    const auto entries = size_t(level.entries);
    std::array<TableWindow, factsAtOnce> windows;
    for (size_t from = 0; from < grades.size(); from += factsAtOnce) {
        const auto some = grades.subspan(from, std::min(factsAtOnce, grades.size() - from));
        for (size_t i = 0; i < some.size(); ++i) {
            const double *table = level.grade.data() + size_t(some[i].grade - 1) * biasNodes * entries;
            windows[i] = window(grid, table, biasedAge(some[i].age, some[i].grade, some[i].technicianBias));
        }
        for (size_t b = 0; b < biasNodes; ++b)
            loops::multiply(likelihood + b * cells, std::span(windows).first(some.size()), b * entries);
    }
}

void ProductKernel::multiplyMeasurements(const LifeGrid &grid, std::span<const AgedValue> values,
                                         double *likelihood) const
{
    const Level &level = m_levels[size_t(grid.level)];
    const MeasurementModel &m = m_product.measurement;
    const double scale = std::sqrt(1.0 / 7.0) / m.noise; // t with 7 degrees: (1 + r²/7)^-4
    std::array<double, factsAtOnce * size_t(cells)> means;
    std::array<double, factsAtOnce> unbiased;
    for (size_t from = 0; from < values.size(); from += factsAtOnce) {
        const auto some = values.subspan(from, std::min(factsAtOnce, values.size() - from));
        for (size_t i = 0; i < some.size(); ++i)
            loops::read(means.data() + i * size_t(cells), window(grid, level.measured.data(), some[i].age));
        for (size_t b = 0; b < biasNodes; ++b) {
            for (size_t i = 0; i < some.size(); ++i)
                unbiased[i] = some[i].value - normalNode[b] * m.assetSd;
            loops::multiplyStudents(likelihood + b * cells, means.data(), std::span(unbiased).first(some.size()), scale,
                                    leastLikelihood);
        }
    }
}

CellValues ProductKernel::wearRepairs(const LifeGrid &grid, double wearTime) const
{
    const RepairModel &model = m_product.repairs;
    const std::vector<double> &decay = m_levels[size_t(grid.level)].decay;
    const double base = model.wearPerDay * wearTime * std::exp(-model.power * grid.logStart);
    CellValues repairs;
    for (int j = 0; j < cells; ++j)
        repairs[size_t(j)] = std::min(base * decay[size_t(j)], 300.0);
    return repairs;
}

void ProductKernel::multiplyRepairs(const LifeGrid &grid, const std::vector<double> &ages, double wearTime,
                                    double *likelihood) const
{
    const Level &level = m_levels[size_t(grid.level)];
    for (const double age : ages) {
        const TableWindow seen = window(grid, level.repairs.data(), age);
        loops::multiply(likelihood, std::span(&seen, 1));
    }
    CellValues none = wearRepairs(grid, wearTime);
    for (double &repairs : none)
        repairs = -repairs;
    exponentials(none.data(), none.size());
    loops::multiply(likelihood, none.data());
}

void ProductKernel::measureGrades()
{
    const auto &limits = m_product.grades.limits;
    const double power = m_product.grades.power;
    for (size_t grade = 1; grade <= 5; ++grade) {
        const double low = grade > 1 ? std::max(limits[grade - 2], 0.0) : 0.0;
        const double high = grade < 5 ? limits[grade - 1] : std::max(1.0, low + 0.1);
        m_usualShare[grade - 1] = std::clamp(std::pow(0.5 * (low + high), 1 / power), 0.05, 1.0);
        m_wearRise[grade - 1] = std::pow(m_usualShare[grade - 1], power) * power;
    }
}

double ProductKernel::biasedAge(double age, int grade, double technicianBias) const
{
    // A shift of visible wear is, around the share at which the grade is usual, a factor of age.
    return age * std::clamp(1 + technicianBias / m_wearRise[size_t(grade) - 1], 0.5, 2.0);
}

double ProductKernel::technicianBias(qint64 technician) const
{
    const auto &all = m_product.technicians;
    const auto found = std::lower_bound(all.begin(), all.end(), technician,
                                        [](const TechnicianBias &t, qint64 id) { return t.technician < id; });
    return found != all.end() && found->technician == technician ? found->bias : 0.0;
}

} // namespace turnus::forecast
