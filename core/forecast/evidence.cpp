#include "core/forecast/evidence.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace turnus::forecast {

namespace {

constexpr size_t factsBeforeRescale = 16;

double ageInDays(Day day, const AssetHistory &history)
{
    return double((day - history.installed).count());
}

/// Keeps the largest entry at one, so that products of many small numbers stay far from underflow.
void rescale(double *values, int count)
{
    const double largest = *std::max_element(values, values + count);
    if (!(largest > 0))
        return;
    const double factor = 1.0 / largest;
    for (int i = 0; i < count; ++i)
        values[i] *= factor;
}

} // namespace

void gradesByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &history,
                  const UsageProfile &usage, BiasCells &byBias)
{
    byBias.fill(1.0);
    std::array<AgedGrade, factsBeforeRescale> some;
    size_t count = 0;
    const auto flush = [&] { kernel.multiplyGrades(grid, std::span(some).first(count), byBias.data()); };
    for (const Grade &grade : history.grades) {
        some[count] = {usage.effective(ageInDays(grade.day, history)), grade.grade,
                       kernel.technicianBias(grade.technician)};
        if (++count == factsBeforeRescale) {
            flush();
            rescale(byBias.data(), int(byBias.size()));
            count = 0;
        }
    }
    flush();
}

void measurementsByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &history,
                        const UsageProfile &usage, BiasCells &byBias)
{
    byBias.fill(1.0);
    std::array<AgedValue, factsBeforeRescale> some;
    size_t count = 0;
    const auto flush = [&] { kernel.multiplyMeasurements(grid, std::span(some).first(count), byBias.data()); };
    for (const Measurement &m : history.measurements) {
        some[count] = {usage.effective(ageInDays(m.day, history)), m.value};
        if (++count == factsBeforeRescale) {
            flush();
            rescale(byBias.data(), int(byBias.size()));
            count = 0;
        }
    }
    flush();
}

void averageBias(const BiasCells &byBias, CellValues &likelihood)
{
    loops::weightedSum(likelihood.data(), byBias.data(), ProductKernel::biasWeights().data(), ProductKernel::biasNodes);
}

double observedFromAge(const AssetHistory &history)
{
    return std::max(ageInDays(history.observedFrom, history), 0.0);
}

Evidence gatherEvidence(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &history,
                        const UsageProfile &usage, double ageDays)
{
    Evidence evidence;
    BiasCells byBias;
    if (!history.grades.empty()) {
        gradesByBias(kernel, grid, history, usage, byBias);
        averageBias(byBias, evidence.condition.emplace());
    }
    if (kernel.product().measurement.present && !history.measurements.empty()) {
        measurementsByBias(kernel, grid, history, usage, byBias);
        averageBias(byBias, evidence.measurement.emplace());
    }
    if (kernel.product().repairs.isKnown()) {
        CellValues &values = evidence.repairs.emplace();
        values.fill(1.0);
        std::vector<double> ages;
        for (const Repair &repair : history.repairs)
            ages.push_back(usage.effective(ageInDays(repair.day, history)));
        const double wearTime = usage.powerIntegral(observedFromAge(history), ageDays, kernel.product().repairs.power);
        kernel.multiplyRepairs(grid, ages, wearTime, values.data());
        rescale(values.data(), loops::count);
    }
    return evidence;
}

RemainingLife::RemainingLife(const ProductKernel &kernel, const LifeGrid &grid, double futureRate,
                             std::initializer_list<const std::optional<CellValues> *> likelihoods)
    : m_ageEffective(grid.ageEffective), m_startLife(std::exp(grid.logStart)),
      m_futureRate(std::clamp(futureRate, 1e-3, 1e3)), m_sudden(kernel.product().suddenPerDay),
      m_cellsPerLog(1.0 / grid.step), m_growth(kernel.growth(grid.level))
{
    m_weight = grid.weight;
    for (const std::optional<CellValues> *likelihood : likelihoods) {
        if (likelihood->has_value())
            loops::multiply(m_weight.data(), (*likelihood)->data());
    }
    double total = sumUp();
    if (!(total > 0) || !std::isfinite(total)) {
        m_weight = grid.weight;
        total = sumUp();
    }
    if (!(total > 0)) { // nothing of the prior is left: as if failing now
        m_weight[0] = 1;
        total = sumUp();
    }
    m_share = 1.0 / total;
}

double RemainingLife::sumUp()
{
    std::array<double, loops::blocks> sums;
    loops::sumBlocks(sums.data(), m_weight.data());
    double sum = 0;
    for (size_t block = 0; block < sums.size(); ++block) {
        m_before[block] = sum;
        sum += sums[block];
    }
    return sum;
}

double RemainingLife::worn(int j) const
{
    if (j >= loops::count)
        return 1.0;
    const int block = j / loops::blockSize;
    // Four chains, so that each addition need not wait for the one before.
    std::array<double, 4> sum{};
    int i = block * loops::blockSize;
    for (; i + 4 <= j; i += 4) {
        for (size_t k = 0; k < 4; ++k)
            sum[k] += m_weight[size_t(i) + k];
    }
    for (; i < j; ++i)
        sum[0] += m_weight[size_t(i)];
    return (m_before[size_t(block)] + ((sum[0] + sum[1]) + (sum[2] + sum[3]))) * m_share;
}

int RemainingLife::cellOf(double life) const
{
    int j = std::clamp(int(std::log(life) * m_cellsPerLog), 0, loops::count - 1);
    while (life < m_growth[j]) // the logarithm's last bit decides nothing
        --j;
    while (life >= m_growth[j + 1])
        ++j;
    return j;
}

double RemainingLife::edge(int j) const
{
    return std::max((m_startLife * m_growth[j] - m_ageEffective) / m_futureRate, 0.0);
}

double RemainingLife::wornWithin(double days) const
{
    const double life = (m_ageEffective + days * m_futureRate) / m_startLife;
    double wornOut = 0;
    if (life >= m_growth[loops::count]) {
        wornOut = 1.0;
    } else if (life > 1.0) {
        const int j = cellOf(life);
        const double part = (life - m_growth[j]) / (m_growth[j + 1] - m_growth[j]);
        wornOut = worn(j) + part * m_weight[size_t(j)] * m_share;
    }
    return std::min(wornOut, 1.0);
}

double RemainingLife::failedWithin(double days) const
{
    return days > 0 ? 1.0 - (1.0 - wornWithin(days)) * std::exp(-m_sudden * days) : 0.0;
}

double RemainingLife::failedLater(double from, double days, double spared) const
{
    const double alive = 1.0 - wornWithin(std::max(from, 0.0));
    if (alive <= 1e-12)
        return 1.0;
    return std::clamp(1.0 - (1.0 - wornWithin(std::max(from + days, 0.0))) / alive * spared, 0.0, 1.0);
}

double RemainingLife::sparedWithin(double days) const
{
    return std::exp(-m_sudden * days);
}

double RemainingLife::quantile(double q) const
{
    const auto failedAt = [&](int j) { return 1.0 - (1.0 - worn(j)) * std::exp(-m_sudden * edge(j)); };
    if (failedAt(0) >= q) // before wear begins there are sudden failures alone
        return m_sudden > 0 ? std::min(edge(0), -std::log1p(-q) / m_sudden) : edge(0);
    int low = 0;
    int high = loops::count;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (failedAt(middle) < q ? low : high) = middle;
    }
    const double below = failedAt(low);
    const double above = failedAt(high);
    const double part = above > below ? (q - below) / (above - below) : 1.0;
    return std::min(edge(low) + std::clamp(part, 0.0, 1.0) * (edge(high) - edge(low)), limits::farthestDays);
}

double RemainingLife::mean(const CellValues &figure) const
{
    double sum = 0;
    for (size_t j = 0; j < figure.size(); ++j)
        sum += m_weight[j] * figure[j];
    return sum * m_share;
}

double RemainingLife::usedShare() const
{
    int j = 0; // the last cell before whose lower edge less than half is worn out
    for (int high = loops::count; high - j > 1;) {
        const int middle = (j + high) / 2;
        (worn(middle) < 0.5 ? j : high) = middle;
    }
    const double rise = worn(j + 1) - worn(j);
    const double part = rise > 0 ? (0.5 - worn(j)) / rise : 0.5;
    const double life = m_startLife * (m_growth[j] + std::clamp(part, 0.0, 1.0) * (m_growth[j + 1] - m_growth[j]));
    return std::clamp(m_ageEffective / life, 0.0, 1.0);
}

} // namespace turnus::forecast
