#pragma once

#include "core/forecast/history.h"
#include "core/forecast/kernel.h"
#include "core/forecast/usage.h"

#include <array>
#include <optional>

namespace turnus::forecast {

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

/// Calendar age from which on the unit's repairs are known.
double observedFromAge(const AssetHistory &checkedHistory);

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
    /// Probability of failing within `days` after `from`, given alive at `from`; `spared` is sparedWithin(days), as
    /// sudden failures have no memory.
    [[nodiscard]] double failedLater(double from, double days, double spared) const;
    /// Probability of no sudden failure in so many days.
    [[nodiscard]] double sparedWithin(double days) const;
    /// The mean of a figure that each cell has, over the lives that the weights tell of.
    [[nodiscard]] double mean(const CellValues &figure) const;
    /// Median share of life that is used up, wear only.
    [[nodiscard]] double usedShare() const;

private:
    [[nodiscard]] double edge(int j) const;
    /// Worn-out share after so many days.
    [[nodiscard]] double wornWithin(double days) const;
    /// Worn-out share up to the lower edge of cell j.
    [[nodiscard]] double worn(int j) const;
    /// The cell whose lower edge is the last at or below `life`, which is given relative to the grid's start.
    [[nodiscard]] int cellOf(double life) const;
    double sumUp();

    double m_ageEffective = 1;
    double m_startLife = 1;
    double m_futureRate = 1;
    double m_sudden = 0;
    double m_cellsPerLog = 1;
    const double *m_growth = nullptr;
    CellValues m_weight;
    /// Sum of the weights before each block of cells, and one over the sum of all.
    std::array<double, loops::blocks> m_before{};
    double m_share = 1;
};

} // namespace turnus::forecast
