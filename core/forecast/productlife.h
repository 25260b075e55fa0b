#pragma once

#include "core/support/money.h"
#include "core/support/result.h"

#include <QByteArray>
#include <QString>
#include <array>
#include <vector>

namespace turnus::forecast {

/// One Weibull life of the posterior, in days at reference usage.
struct LifePair
{
    double eta = 1;
    double beta = 1;
    double weight = 1;
};

/// P(grade ≤ k | x) = Φ((limit_k − x^power − unit bias − technician bias) / noise), x = used-up share of life.
/// x^power is the wear that can be seen.
struct GradeModel
{
    std::array<double, 4> limits{0.36, 0.60, 0.78, 0.90};
    double power = 1.45;
    double noise = 0.11;
    double assetSd = 0.06;
};

/// value = atNew + slope·x^power + unit bias, with t errors of 7 degrees of freedom.
struct MeasurementModel
{
    bool present = false;
    double atNew = 0;
    double slope = 0;
    double power = 1.5;
    double noise = 1;
    /// One unit's values are all a little high or low.
    double assetSd = 0;
    /// The manufacturer's limit, for words only.
    double limit = 0;
};

/// Repairs per day at used-up share x: base + wear·x^power; mean cost of one. Units near their end need more of them.
struct RepairModel
{
    double basePerDay = 0;
    double wearPerDay = 0;
    double power = 5;
    Money meanCost;

    [[nodiscard]] bool isKnown() const { return wearPerDay > 0; }
    [[nodiscard]] double perDay(double share) const;
};

/// Small corrections for people who grade high or low, in units of visible wear.
struct TechnicianBias
{
    qint64 technician = 0;
    double bias = 0;
};

/// How often earlier P10–P90 ranges of this product held, as published by the server; 0 cases: not yet known.
struct Calibration
{
    int cases = 0;
    double heldShare = 0;
};

/// Everything that is known of a product's life: the manufacturer's figures and the parameters learned by the server.
struct ProductLife
{
    double nominalLifeDays = 0;
    Money price;
    QString usageUnit;
    double nominalUsagePerDay = 0;
    /// A failure is noticed only at an inspection, as the catalogue says. The fit goes by the two days between which a
    /// failure is known to have fallen.
    bool hiddenFailure = false;

    std::vector<LifePair> pairs;
    double usageExponent = 0;
    double referenceUsagePerDay = 0;
    double suddenPerDay = 0;
    double environmentSd = 0;
    GradeModel grades;
    MeasurementModel measurement;
    RepairModel repairs;
    /// Sorted by technician.
    std::vector<TechnicianBias> technicians;
    int failures = 0;
    int assets = 0;
    Calibration calibration;
    /// 0 is the manufacturer's figure; the server counts up from 1.
    int version = 0;

    /// What is assumed of a product before anything is learned: nominal life as the middle, with honest spread.
    static ProductLife fromNominal(double nominalLifeMonths, Money price, double nominalUsagePerDay = 0,
                                   const QString &usageUnit = {}, bool hiddenFailure = false);
    /// Adds a measured quantity that starts at `atNew` and is at its limit when life is used up.
    void setMeasured(double atNew, double limit);

    /// Ok when every number is finite and within its meaning.
    [[nodiscard]] Status validate() const;
    /// The learned part and the manufacturer's figures as one blob, little-endian, versioned, with a checksum.
    [[nodiscard]] QByteArray toBytes() const;
    static Result<ProductLife> fromBytes(const QByteArray &bytes);
};

} // namespace turnus::forecast
