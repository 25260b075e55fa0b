#pragma once

#include "sync/server/jobs/companyfleet.h"
#include "sync/server/store/forecaststore.h"

#include <array>
#include <map>

namespace turnus::jobs {

/// What an old forecast said, for scoring.
struct Statement
{
    size_t unit = 0;
    Day asOf;
    Day p10;
    Day p50;
    Day p90;
    bool limited = false;
    double failsWithinYear = 0;
};

struct CalibrationCount
{
    double predictedSum = 0;
    int forecasts = 0;
    int happened = 0;
};

/// How forecasts of one product, or of all, came true.
struct Score
{
    /// Upper edges of the bins of predicted probabilities.
    static constexpr std::array<double, 10> edges{0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.45, 0.6, 0.8, 1.0};
    static constexpr std::array<double, 3> shares{0.1, 0.5, 0.9};
    static constexpr days horizon{365};

    int inside = 0;
    int below = 0;
    int above = 0;
    std::array<CalibrationCount, edges.size()> withinHorizon{};
    std::array<CalibrationCount, shares.size()> byDate{};

    [[nodiscard]] int ranges() const { return inside + below + above; }
};

/// By product (its place in the fleet), and of all at −1. A question counts only once it is decided for every unit that
/// was asked about, so that failures, which are known early, do not weigh more than survivals: within a year, when the
/// year is over; by a date, when that has passed; the range, when its P90 has. A failure, a replacement for the unit's
/// condition and a competitor's unit answer it; a unit that left for another reason answers what was decided before.
class Scores
{
public:
    Scores(const CompanyFleet &company, Day today) : m_company(company), m_today(today) {}
    void add(const Statement &statement);
    [[nodiscard]] const std::map<int, Score> &byProduct() const { return m_scores; }

private:
    const CompanyFleet &m_company;
    Day m_today;
    std::map<int, Score> m_scores;
};

} // namespace turnus::jobs
