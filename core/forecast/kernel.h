#pragma once

#include "core/forecast/cells.h"
#include "core/forecast/productlife.h"

#include <array>
#include <span>
#include <vector>

namespace turnus::forecast {

/// Weights over the cells of a life grid that starts at the unit's effective age; not normalised.
struct LifeGrid
{
    /// Log of the lower edge of cell 0, and the step in log life: cell j is [start + j·step, start + (j+1)·step).
    double logStart = 0;
    double step = 0;
    int level = 0;
    double ageEffective = 1;
    CellValues weight{};
};

/// A grade with the unit's effective age on that day and the bias of who gave it.
struct AgedGrade
{
    double age = 0;
    int grade = 1;
    double technicianBias = 0;
};

/// A measured value, and the unit's effective age on that day.
struct AgedValue
{
    double age = 0;
    double value = 0;
};

/// Tables of one product, computed once per parameter pack. Pure; shared freely between threads.
class ProductKernel
{
public:
    explicit ProductKernel(const ProductLife &product);

    /// A grid for a unit that is alive at `ageEffective`, in the surroundings `lifeLog`; the weights are zero.
    [[nodiscard]] LifeGrid grid(double ageEffective, double lifeLog) const;
    /// The prior of the life of a unit that is alive at `ageEffective`, in the surroundings `lifeLog`.
    [[nodiscard]] LifeGrid prior(double ageEffective, double lifeLog) const;
    /// Multiplies `likelihood` (one entry a cell and bias node, see biasNodes) by P(grade | age at grading / life).
    void multiplyGrades(const LifeGrid &grid, std::span<const AgedGrade> grades, double *likelihood) const;
    /// Multiplies `likelihood` (one entry a cell and bias node) by the likelihood of these measured values.
    void multiplyMeasurements(const LifeGrid &grid, std::span<const AgedValue> values, double *likelihood) const;
    /// Multiplies one entry a cell by the likelihood of repairs at these effective ages and at no other time, where
    /// `wearTime` is the integral of (effective age)^power over the days observed.
    void multiplyRepairs(const LifeGrid &grid, const std::vector<double> &ages, double wearTime,
                         double *likelihood) const;

    /// Repairs for wear to be expected of each cell's life, over the days that `wearTime` was integrated over.
    [[nodiscard]] CellValues wearRepairs(const LifeGrid &grid, double wearTime) const;

    static constexpr int biasNodes = 5;
    [[nodiscard]] static const std::array<double, biasNodes> &biasWeights();
    /// Bias of each node in deviations (GradeModel::assetSd).
    [[nodiscard]] static const std::array<double, biasNodes> &biasDeviations();
    /// The age that, without the technician's bias, looks like `age` does with it.
    [[nodiscard]] double biasedAge(double age, int grade, double technicianBias) const;
    /// Mean used-up share of life at which this grade is usually given.
    [[nodiscard]] double usualShareOfGrade(int grade) const { return m_usualShare[size_t(grade) - 1]; }
    [[nodiscard]] double technicianBias(qint64 technician) const;
    /// Mean effective life in days of the product's prior, sudden failures included.
    [[nodiscard]] double meanLifeDays() const { return m_meanLife; }
    /// Lower edges relative to the start: exp(j·step) for j = 0..lifeCells.
    [[nodiscard]] const double *growth(int level) const { return m_levels[size_t(level)].growth.data(); }
    [[nodiscard]] const ProductLife &product() const { return m_product; }

private:
    static constexpr int levelCount = 4;
    static constexpr double finestStep = 0.004;
    struct Level
    {
        double step = 0;
        int entries = 0;
        std::vector<double> growth;
        /// [grade][bias node][entry], then [entry] for the mean measured value and the relative repair rate.
        std::vector<double> grade;
        std::vector<double> measured;
        std::vector<double> repairs;
        /// Life of each cell's middle to the power −RepairModel::power, relative to the start.
        std::vector<double> decay;
    };
    void buildPrior();
    void measurePrior();
    void buildLevel(Level &level) const;
    void measureGrades();
    void survivalFrom(double start, double step, double *alive) const;
    /// Where the grid looks at `values`, a table over the used-up share, for a fact at this age.
    [[nodiscard]] TableWindow window(const LifeGrid &grid, const double *values, double age) const;

    ProductLife m_product;
    std::array<Level, levelCount> m_levels;
    /// Survival of the prior mixture over a uniform grid of log life.
    std::vector<double> m_survival;
    /// Of grades 1 to 5: the share at which each is usual, and how fast visible wear rises there with the log of age.
    std::array<double, 5> m_usualShare{};
    std::array<double, 5> m_wearRise{};
    double m_hazardStart = 0;
    double m_hazardStep = 1;
    double m_logLow = 0;
    double m_logHigh = 0;
    double m_logCap = 0;
    double m_meanLife = 1;
};

} // namespace turnus::forecast
