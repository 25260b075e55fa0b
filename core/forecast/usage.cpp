#include "core/forecast/usage.h"

#include "core/forecast/limits.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

/// Readings closer than this say more about the noise of reading than about usage.
constexpr double shortestStretchDays = 150;
constexpr double typingErrorTolerance = 0.35;

/// Rates that a unit can plausibly have, as factors of what is expected.
constexpr double lowestFactor = 0.02;
constexpr double highestFactor = 40;

double middleRate(const std::vector<MeterReading> &readings, double expectedPerDay)
{
    std::vector<double> rates;
    for (size_t i = 1; i < readings.size(); ++i) {
        const double span = double((readings[i].day - readings[i - 1].day).count());
        const double rise = readings[i].value - readings[i - 1].value;
        if (span >= 30 && rise > 0)
            rates.push_back(rise / span);
    }
    if (rates.empty())
        return expectedPerDay;
    const auto middle = rates.begin() + qint64(rates.size() / 2);
    std::nth_element(rates.begin(), middle, rates.end());
    return *middle;
}

bool isTenfold(double value, double reference, double factor)
{
    return reference > 0 && std::abs(value / (reference * factor) - 1) < typingErrorTolerance;
}

} // namespace

std::vector<UsageStretch> usageStretches(const AssetHistory &h, double expectedPerDay)
{
    std::vector<UsageStretch> stretches;
    if (h.readings.empty())
        return stretches;
    const double typical = middleRate(h.readings, expectedPerDay);
    double fromAge = 0;
    double fromValue = 0;
    for (size_t i = 0; i < h.readings.size(); ++i) {
        const MeterReading &reading = h.readings[i];
        const double age = double((reading.day - h.installed).count());
        const double span = age - fromAge;
        double value = reading.value;
        const bool last = i + 1 == h.readings.size();
        if (span < (last && !stretches.empty() ? 60 : shortestStretchDays) && !reading.meterExchanged)
            continue;
        const double awaited = fromValue + typical * span;
        if (isTenfold(value, awaited, 10))
            value /= 10;
        else if (isTenfold(value, awaited, 0.1) && value < fromValue)
            value *= 10;
        const double rate = (value - fromValue) / std::max(span, 1.0);
        const bool plausible =
            rate >= lowestFactor * typical && rate <= 4 * typical + highestFactor / 8 * expectedPerDay;
        if (!reading.meterExchanged && plausible) {
            stretches.push_back({fromAge, age, rate});
        } else if (!reading.meterExchanged && value > awaited) {
            continue; // a wrong digit: wait for the next reading
        }
        // Otherwise the meter began anew in between: go on from this reading.
        fromAge = age;
        fromValue = value;
    }
    return stretches;
}

UsageProfile UsageProfile::usual()
{
    UsageProfile profile;
    profile.m_knots.push_back({});
    return profile;
}

UsageProfile::UsageProfile(const AssetHistory &h, const ProductLife &product, Day today)
{
    const double reference = product.referenceUsagePerDay;
    m_usualPerDay = product.nominalUsagePerDay > 0 ? product.nominalUsagePerDay : reference;
    if (!(reference > 0)) {
        m_knots.push_back({});
        return;
    }
    const double g = product.usageExponent;
    const double expected = reference * h.customerUsageFactor;
    const auto stretches = usageStretches(h, expected);
    const auto rateOf = [&](double perDay) {
        return std::pow(std::clamp(perDay / reference, lowestFactor, highestFactor), g);
    };
    double recent = expected;
    double effectiveAge = 0;
    double age = 0;
    const auto add = [&](double untilAge, double perDay) {
        const double rate = rateOf(perDay);
        m_knots.push_back({age, effectiveAge, rate});
        effectiveAge += rate * (untilAge - age);
        age = untilAge;
    };
    double known = 0, total = 0;
    for (const UsageStretch &s : stretches) {
        known += s.toAge - s.fromAge;
        total += (s.toAge - s.fromAge) * s.perDay;
    }
    const double mean = known > 0 ? total / known : expected;
    for (const UsageStretch &s : stretches) {
        if (s.fromAge > age)
            add(s.fromAge, mean);
        add(s.toAge, s.perDay);
        recent = s.perDay;
    }
    // A young unit's first weeks say little: half a year of the customer's mean is mixed in.
    constexpr double priorDays = 60;
    recent = (recent * known + expected * priorDays) / (known + priorDays);
    m_measured = known > 0;
    m_perDay = recent;
    m_factor = recent / reference;
    m_futureRate = rateOf(recent);
    m_lastReading = h.readings.empty() ? 0 : h.readings.back().value;
    m_knots.push_back({age, effectiveAge, m_futureRate});
    Q_UNUSED(today)
}

double UsageProfile::effective(double ageDays) const
{
    const double age = std::max(ageDays, 0.0);
    size_t i = m_knots.size() - 1;
    while (i > 0 && m_knots[i].age > age)
        --i;
    const Knot &knot = m_knots[i];
    return knot.effective + knot.rate * (age - knot.age);
}

double UsageProfile::powerIntegral(double fromAge, double toAge, double power) const
{
    double sum = 0;
    for (size_t i = 0; i < m_knots.size(); ++i) {
        const double low = std::max(m_knots[i].age, std::max(fromAge, 0.0));
        const double high = i + 1 < m_knots.size() ? std::min(m_knots[i + 1].age, toAge) : toAge;
        if (high <= low)
            continue;
        const double rate = std::max(m_knots[i].rate, 1e-6);
        sum += (std::pow(effective(high), power + 1) - std::pow(effective(low), power + 1)) / ((power + 1) * rate);
    }
    return sum;
}

} // namespace turnus::forecast
