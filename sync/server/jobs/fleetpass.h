#pragma once

#include "core/forecast/kernel.h"
#include "sync/server/jobs/fleetdata.h"

#include <array>
#include <vector>

namespace turnus::jobs {

constexpr int shareBins = 100;
constexpr int gradeKinds = 5;
/// Bins of visible wear plus bias, from lowestBiased in steps of 1/shareBins.
constexpr int biasedBins = 180;
constexpr double lowestBiased = -0.375;

/// Everything that the fit changes from pass to pass.
struct FleetState
{
    struct Product
    {
        double logMedian = 0;
        double logSigma = 0;
        /// Covariance of (log median, log sigma).
        std::array<double, 3> covariance{};
        /// Share of the failures that are seen only at an inspection.
        double hiddenShare = 0;
        /// Parameters as shipped, with the one pair (eta, beta) of the present estimate.
        forecast::ProductLife life;
    };
    std::vector<Product> products;
    /// Log life factor of each customer's surroundings.
    std::vector<double> customerLog;
    double customerSd = 0.1;
    /// Deviation of what is left unknown of each customer's.
    std::vector<double> customerUnknown;

    [[nodiscard]] double logEta(size_t product) const;
    [[nodiscard]] double beta(size_t product) const;
};

/// What one walk over all units finds under a state: likelihood with derivatives, and expected counts for each model.
struct PassSums
{
    double logLikelihood = 0;
    /// For each product: value, then derivatives in (log eta, log beta): u, v, uu, uv, vv.
    std::vector<std::array<double, 6>> life;
    /// For each customer: first and second derivative in its log life factor.
    std::vector<std::array<double, 2>> customer;
    /// [product][grade][bias node][x]
    std::vector<double> grades;
    /// [product][bias node][x]: weight, weight·value, weight·value² under t weights; then the plain weight of all.
    std::vector<std::array<double, 3>> measured;
    std::vector<double> measuredWeight;
    /// [category][x]: repairs and days observed.
    std::vector<double> repairEvents;
    std::vector<double> repairDays;
    /// For each product: expected sudden failures and days observed.
    std::vector<std::array<double, 2>> sudden;
    /// [technician][grade][visible wear + bias]
    std::vector<double> technicians;

    explicit PassSums(const FleetData &fleet, bool withTechnicians);
    void add(const PassSums &other);
};

struct PassOptions
{
    /// Only the likelihood and its derivatives.
    bool slopesOnly = false;
    bool technicians = false;
    int threads = 2;
};
/// Sums are formed in fixed chunks, so that the digits do not depend on the number of threads.
PassSums walkFleet(const FleetData &fleet, const FleetState &state, const PassOptions &options);

/// Log-likelihood of each product at other (log eta, log beta) pairs, all else as in the state.
std::vector<std::vector<double>> walkPairs(const FleetData &fleet, const FleetState &state,
                                           const std::vector<std::vector<forecast::LifePair>> &pairs, int threads);

} // namespace turnus::jobs
