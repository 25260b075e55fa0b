#pragma once

#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace turnus::bench {

/// One figure as the runner prints it; `floor` is what the machine alone needs for the same, in the same unit.
struct Figure
{
    QString name;
    QString unit;
    std::vector<double> samples;
    std::optional<double> floor = {};
};

double median(std::vector<double> samples);
/// The value that `share` (0 to 1) of the samples do not exceed.
double quantile(std::vector<double> samples, double share);
/// Wall time of one call.
double millisecondsOf(const std::function<void()> &work);
/// `runs` calls, each timed.
std::vector<double> sample(int runs, const std::function<void()> &work);
/// The JSON array that tests/bench/run.sh joins; ratio is median to floor.
void print(const std::vector<Figure> &figures);

} // namespace turnus::bench
