#pragma once

#include "core/forecast/history.h"
#include "core/forecast/kernel.h"
#include "core/forecast/usage.h"

#include <array>
#include <optional>

namespace turnus::forecast {

using CellValues = std::array<double, limits::lifeCells>;

/// What grades, measured values and repairs say of the life, each as a likelihood over the cells of one grid.
struct Evidence
{
    std::optional<CellValues> condition;
    std::optional<CellValues> measurement;
    std::optional<CellValues> repairs;
};
/// `ageDays`: calendar age until which the unit was observed.
Evidence gatherEvidence(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &checkedHistory,
                        const UsageProfile &usage, double ageDays);

/// Likelihood of all grades for each bias node (rows) and cell.
using BiasCells = std::array<double, size_t(ProductKernel::biasNodes) * limits::lifeCells>;
void gradesByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &checkedHistory,
                  const UsageProfile &usage, BiasCells &byBias);
void measurementsByBias(const ProductKernel &kernel, const LifeGrid &grid, const AssetHistory &checkedHistory,
                        const UsageProfile &usage, BiasCells &byBias);
/// The mean over a unit's bias.
void averageBias(const BiasCells &byBias, CellValues &likelihood);

/// The distribution of the time to failure from today on, in calendar days: wear by the weighted cells, and sudden
/// failures on top.
class RemainingLife
{
public:
    /// Cells weigh grid.weight times each given likelihood; all zero counts as the grid alone.
    RemainingLife(const ProductKernel &kernel, const LifeGrid &grid, double futureRate,
                  std::initializer_list<const std::optional<CellValues> *> likelihoods = {});

    /// Days from today until the share `q` of such units has failed.
    [[nodiscard]] double quantile(double q) const;
    /// Probability of failing between today and `days` from now.
    [[nodiscard]] double failedWithin(double days) const;
    /// Probability of failing within `days` after `from`, given alive at `from`.
    [[nodiscard]] double failedWithin(double from, double days) const;
    /// Median share of life that is used up, wear only.
    [[nodiscard]] double usedShare() const;

private:
    [[nodiscard]] double edge(int j) const;

    double m_ageEffective = 1;
    double m_startLife = 1;
    double m_futureRate = 1;
    double m_sudden = 0;
    const double *m_growth = nullptr;
    /// Worn-out share up to each lower edge.
    std::array<double, limits::lifeCells + 1> m_worn{};
};

} // namespace turnus::forecast
