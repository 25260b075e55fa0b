#pragma once

#include "core/support/result.h"

#include <QStringList>
#include <limits>
#include <vector>

namespace turnus::jobs {

/// Lives in the form of the reference files: exact (lower = upper), right censored (upper unknown), left censored
/// (lower = 0), interval otherwise; each given survival to `entry` (0: none), standing for `weight` equal units.
struct LifeRecord
{
    double lower = 0;
    /// Infinite when right censored.
    double upper = 0;
    double entry = 0;
    double weight = 1;
};

/// The likelihood as sums of few kinds of terms over log time, equal ones merged. A right-censored life and an entry
/// are both log S, the latter with negative weight.
struct LifeTerms
{
    struct Times
    {
        std::vector<double> logTime;
        std::vector<double> weight;
    };
    Times exact;
    Times survival;
    Times left;
    struct Between
    {
        double logLower = 0;
        double logUpper = 0;
        double weight = 0;
    };
    std::vector<Between> between;

    double units = 0;
    double failures = 0;
    double rightCensored = 0;
    double leftCensored = 0;
    double interval = 0;
    double truncated = 0;
    double greatestAge = 0;
    /// The least that any record names; infinite without one.
    double leastAge = std::numeric_limits<double>::infinity();
    /// How many different ages failures tell of; below two no slope can be found.
    int distinctFailureTimes = 0;
};

struct LifeFile
{
    std::vector<LifeRecord> records;
    QStringList warnings;
};
Result<LifeFile> readLifeFile(const QString &path);
/// `merge` joins equal terms; without it the order of the records stays (benchmarks).
LifeTerms lifeTerms(const std::vector<LifeRecord> &records, bool merge = true);

} // namespace turnus::jobs
