#include "core/forecast/evidence.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

constexpr int evidenceCells = limits::lifeCells;

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

/// In four chains, so that each addition need not wait for the one before.
double sumOf(const CellValues &values)
{
    std::array<double, 4> sum{};
    for (size_t j = 0; j < evidenceCells; j += 4) {
        for (size_t k = 0; k < 4; ++k)
            sum[k] += values[j + k];
    }
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

} // namespace

void gradesByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &history,
                  const UsageProfile &usage, BiasCells &byBias)
{
    byBias.fill(1.0);
    int since = 0;
    for (const Grade &grade : history.grades) {
        kernel.multiplyGrade(grid, usage.effective(ageInDays(grade.day, history)), grade.grade,
                             kernel.technicianBias(grade.technician), byBias.data());
        if (++since == 16) {
            rescale(byBias.data(), int(byBias.size()));
            since = 0;
        }
    }
}

void measurementsByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &history,
                        const UsageProfile &usage, BiasCells &byBias)
{
    byBias.fill(1.0);
    int since = 0;
    for (const Measurement &m : history.measurements) {
        kernel.multiplyMeasurement(grid, usage.effective(ageInDays(m.day, history)), m.value, byBias.data());
        if (++since == 16) {
            rescale(byBias.data(), int(byBias.size()));
            since = 0;
        }
    }
}

void averageBias(const BiasCells &byBias, CellValues &likelihood)
{
    likelihood.fill(0.0);
    for (size_t b = 0; b < ProductKernel::biasNodes; ++b) {
        const double weight = ProductKernel::biasWeights()[b];
        const double *row = byBias.data() + b * evidenceCells;
        for (size_t j = 0; j < evidenceCells; ++j)
            likelihood[j] += weight * row[j];
    }
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
        const double from = std::max(ageInDays(history.observedFrom, history), 0.0);
        kernel.multiplyRepairs(grid, ages, usage.powerIntegral(from, ageDays, kernel.product().repairs.power),
                               values.data());
        rescale(values.data(), evidenceCells);
    }
    return evidence;
}

RemainingLife::RemainingLife(const ProductKernel &kernel, const LifeGrid &grid, double futureRate,
                             std::initializer_list<const std::optional<CellValues> *> likelihoods)
    : m_ageEffective(grid.ageEffective), m_startLife(std::exp(grid.logStart)),
      m_futureRate(std::clamp(futureRate, 1e-3, 1e3)), m_sudden(kernel.product().suddenPerDay),
      m_growth(kernel.growth(grid.level))
{
    CellValues weight = grid.weight;
    for (const std::optional<CellValues> *likelihood : likelihoods) {
        if (!likelihood->has_value())
            continue;
        const CellValues &factor = **likelihood;
        for (size_t j = 0; j < evidenceCells; ++j)
            weight[j] *= factor[j];
    }
    double total = sumOf(weight);
    if (!(total > 0) || !std::isfinite(total)) {
        weight = grid.weight;
        total = sumOf(weight);
    }
    if (!(total > 0)) { // nothing of the prior is left: as if failing now
        weight[0] = 1;
        total = 1;
    }
    double sum = 0;
    const double share = 1.0 / total;
    for (size_t j = 0; j < evidenceCells; ++j) {
        m_worn[j] = sum;
        sum += weight[j] * share;
    }
    m_worn[evidenceCells] = 1.0;
}

double RemainingLife::edge(int j) const
{
    return std::max((m_startLife * m_growth[j] - m_ageEffective) / m_futureRate, 0.0);
}

double RemainingLife::failedWithin(double days) const
{
    if (!(days > 0))
        return 0.0;
    const double life = (m_ageEffective + days * m_futureRate) / m_startLife;
    double worn = 0;
    if (life >= m_growth[evidenceCells]) {
        worn = 1.0;
    } else if (life > 1.0) {
        const double *end = m_growth + evidenceCells + 1;
        const auto j = size_t(std::upper_bound(m_growth, end, life) - m_growth) - 1;
        const double part = (life - m_growth[j]) / (m_growth[j + 1] - m_growth[j]);
        worn = m_worn[j] + part * (m_worn[j + 1] - m_worn[j]);
    }
    return 1.0 - (1.0 - std::min(worn, 1.0)) * std::exp(-m_sudden * days);
}

double RemainingLife::failedWithin(double from, double days) const
{
    const double alive = 1.0 - failedWithin(from);
    if (alive <= 1e-12)
        return 1.0;
    return std::clamp(1.0 - (1.0 - failedWithin(from + days)) / alive, 0.0, 1.0);
}

double RemainingLife::quantile(double q) const
{
    const auto failedAt = [&](int j) { return 1.0 - (1.0 - m_worn[size_t(j)]) * std::exp(-m_sudden * edge(j)); };
    if (failedAt(0) >= q) // before wear begins there are sudden failures alone
        return m_sudden > 0 ? std::min(edge(0), -std::log1p(-q) / m_sudden) : edge(0);
    int low = 0;
    int high = evidenceCells;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (failedAt(middle) < q ? low : high) = middle;
    }
    const double below = failedAt(low);
    const double above = failedAt(high);
    const double part = above > below ? (q - below) / (above - below) : 1.0;
    return std::min(edge(low) + std::clamp(part, 0.0, 1.0) * (edge(high) - edge(low)), limits::farthestDays);
}

double RemainingLife::usedShare() const
{
    int j = 0;
    while (j + 1 < evidenceCells && m_worn[size_t(j) + 1] < 0.5)
        ++j;
    const double rise = m_worn[size_t(j) + 1] - m_worn[size_t(j)];
    const double part = rise > 0 ? (0.5 - m_worn[size_t(j)]) / rise : 0.5;
    const double life = m_startLife * (m_growth[j] + std::clamp(part, 0.0, 1.0) * (m_growth[j + 1] - m_growth[j]));
    return std::clamp(m_ageEffective / life, 0.0, 1.0);
}

} // namespace turnus::forecast
