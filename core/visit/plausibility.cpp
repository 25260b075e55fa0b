#include "core/visit/plausibility.h"

#include "core/visit/limits.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace turnus::visit {

namespace {

double daysBetween(Instant from, Instant to)
{
    return std::chrono::duration<double, std::ratio<86'400>>(to - from).count();
}

std::vector<double> ratesOf(std::span<const Reading> readings)
{
    std::vector<double> rates;
    for (size_t i = 1; i < readings.size(); ++i) {
        const double time = daysBetween(readings[i - 1].at, readings[i].at);
        const double used = readings[i].value - (readings[i].meterExchanged ? 0 : readings[i - 1].value);
        if (time >= limits::leastDays && used >= 0 && !readings[i].meterExchanged)
            rates.push_back(used / time);
    }
    return rates;
}

double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

struct Rate
{
    double perDay = 0;
    double spread = 0;
};

Rate usualRate(std::span<const Reading> earlier, double nominalPerDay)
{
    const std::vector<double> rates = ratesOf(earlier);
    if (rates.empty())
        return {nominalPerDay, limits::nominalSpread};
    const double usual = median(rates);
    if (usual <= 0)
        return {nominalPerDay, limits::nominalSpread};
    std::vector<double> away;
    away.reserve(rates.size());
    for (const double rate : rates)
        away.push_back(std::abs(rate - usual) / usual);
    return {usual, std::clamp(limits::spreadPerScatter * median(away), limits::leastSpread, limits::mostSpread)};
}

Likelihood judge(const Plausibility &p, double value, double start, double time)
{
    // What a meter can have reached, with room for a busy or a quiet time.
    const double slowest = start + p.usualPerDay * time / limits::doubtfulSlower;
    const double fastest = start + p.usualPerDay * std::max(time, limits::leastDays) * limits::doubtfulFaster;
    const auto possible = [&](double v) { return v >= slowest && v <= fastest; };
    if (value >= p.expectedLow && value <= p.expectedHigh)
        return Likelihood::Fits;
    if (value > fastest && possible(value / 10))
        return Likelihood::DigitTooMany;
    if (value < slowest && possible(value * 10))
        return Likelihood::DigitMissing;
    if (value < start)
        return Likelihood::LowerThanLast;
    if (value > fastest)
        return Likelihood::TooFast;
    return value < slowest ? Likelihood::TooSlow : Likelihood::Unusual;
}

} // namespace

Plausibility checkReading(std::span<const Reading> earlier, double nominalPerDay, double value, Instant at,
                          bool exchanged)
{
    Plausibility p;
    if (earlier.empty())
        return p;
    const Reading &last = earlier.back();
    const Rate rate = usualRate(earlier, nominalPerDay);
    const double start = exchanged ? 0 : last.value;
    const double time = std::max(0.0, daysBetween(last.at, at));
    p.last = last.value;
    p.lastAt = last.at;
    p.daysSince = time;
    p.sinceLast = value - start;
    p.perDay = time >= limits::leastDays ? p.sinceLast / time : 0;
    p.usualPerDay = rate.perDay;
    p.expectedLow = start + (exchanged ? 0 : rate.perDay * time * (1 - rate.spread));
    p.expectedHigh = start + rate.perDay * time * (1 + rate.spread);
    if (rate.perDay <= 0)
        p.likelihood = value < start ? Likelihood::LowerThanLast : Likelihood::Unusual;
    else if (exchanged && value <= p.expectedHigh)
        p.likelihood = Likelihood::Fits;
    else
        p.likelihood = judge(p, value, start, exchanged ? 0 : time);
    return p;
}

} // namespace turnus::visit
