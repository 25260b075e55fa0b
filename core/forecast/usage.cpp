#include "core/forecast/usage.h"

#include "core/forecast/limits.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace turnus::forecast {

namespace {

/// A later reading sooner than this after the one before says more about the noise of reading than about usage.
constexpr double shortestStretchDays = 150;
/// Youngest age at which a unit's first reading is believed.
constexpr double shortestFirstDays = 20;

/// Rates that a unit can plausibly have, as factors of reference.
constexpr double lowestFactor = 0.02;
constexpr double highestFactor = 40;

/// Costs of explanations, in units of a log-likelihood.
constexpr double typingErrorCost = 4.5;
constexpr double exchangeCost = 4.0;
constexpr double deviation = 0.45;
constexpr double dearestRate = 12.0;

constexpr std::array<double, 3> typedFactor{1.0, 0.1, 10.0};

struct MeterPoint
{
    double age = 0;
    double value = 0;
    bool exchanged = false;
};

/// The readings that are far enough apart, with the installation at zero before them.
std::vector<MeterPoint> meterPoints(const AssetHistory &h)
{
    std::vector<MeterPoint> points{{}};
    for (size_t i = 0; i < h.readings.size(); ++i) {
        const double age = double((h.readings[i].day - h.installed).count());
        const double span = age - points.back().age;
        const bool exchanged = h.readings[i].meterExchanged;
        if (span >= (points.size() == 1 ? shortestFirstDays : shortestStretchDays) || (exchanged && span > 0))
            points.push_back({age, h.readings[i].value, exchanged});
    }
    return points;
}

/// How each point is to be read: what it was typed as, and whether the meter began anew before it.
struct Decoding
{
    std::vector<double> value;
    std::vector<bool> renewed;
};

/// Finds the cheapest explanation of all points by dynamic programming over the typing factors.
class MeterDecoder
{
public:
    explicit MeterDecoder(const std::vector<MeterPoint> &points);
    /// Cost of the best explanation given a typical rate; gives up with infinity when it cannot stay below `most`.
    [[nodiscard]] double cost(double typical, double most) const;
    [[nodiscard]] Decoding decode(double typical) const;

private:
    static constexpr size_t states = typedFactor.size();
    struct Step
    {
        double cost = 0;
        size_t from = 0;
        bool renewed = false;
    };
    using Steps = std::array<Step, states>;
    /// Log of the mean rate up to a point, for each way to read it (rows) and the one before; no number if not rising.
    using LogRates = std::array<double, states * states>;

    static constexpr Steps start() { return {Step{0, 0, false}, Step{1e9, 0, false}, Step{1e9, 0, false}}; }
    [[nodiscard]] Steps next(const Steps &before, size_t point, double typical, double logTypical) const;
    [[nodiscard]] static double cheapest(const Steps &steps)
    {
        return std::min({steps[0].cost, steps[1].cost, steps[2].cost});
    }

    const std::vector<MeterPoint> &m_points;
    std::vector<LogRates> m_logRates;
};

MeterDecoder::MeterDecoder(const std::vector<MeterPoint> &points) : m_points(points), m_logRates(points.size())
{
    for (size_t i = 1; i < points.size(); ++i) {
        const double span = points[i].age - points[i - 1].age;
        for (size_t s = 0; s < states; ++s) {
            for (size_t r = 0; r < states; ++r) {
                const double rise = points[i].value * typedFactor[s] - points[i - 1].value * typedFactor[r];
                m_logRates[i][s * states + r] = rise > 0 ? std::log(rise / span) : std::nan("");
            }
        }
    }
}

MeterDecoder::Steps MeterDecoder::next(const Steps &before, size_t point, double typical, double logTypical) const
{
    Steps steps;
    const MeterPoint &here = m_points[point];
    const double highest = 1.3 * typical * (here.age - m_points[point - 1].age);
    for (size_t s = 0; s < states; ++s) {
        const double typed = s == 0 ? 0.0 : typingErrorCost;
        const double fresh = exchangeCost + (here.value * typedFactor[s] > highest ? dearestRate : 0.0);
        Step best{1e18, 0, false};
        for (size_t r = 0; r < states; ++r) {
            const double z = (m_logRates[point][s * states + r] - logTypical) / deviation;
            const double off = 0.5 * z * z;
            const double goingOn = here.exchanged ? 1e6 : off < dearestRate ? off : dearestRate;
            const double cost = before[r].cost + typed + std::min(goingOn, fresh);
            if (cost < best.cost)
                best = {cost, r, fresh < goingOn};
        }
        steps[s] = best;
    }
    return steps;
}

double MeterDecoder::cost(double typical, double most) const
{
    const double logTypical = std::log(typical);
    Steps steps = start();
    for (size_t i = 1; i < m_points.size(); ++i) {
        steps = next(steps, i, typical, logTypical);
        if (cheapest(steps) >= most)
            return std::numeric_limits<double>::infinity();
    }
    return cheapest(steps);
}

Decoding MeterDecoder::decode(double typical) const
{
    const size_t n = m_points.size();
    const double logTypical = std::log(typical);
    std::vector<Steps> steps(n);
    steps[0] = start();
    for (size_t i = 1; i < n; ++i)
        steps[i] = next(steps[i - 1], i, typical, logTypical);
    Decoding d;
    size_t state = 0;
    for (size_t s = 1; s < states; ++s)
        state = steps[n - 1][s].cost < steps[n - 1][state].cost ? s : state;
    d.value.resize(n);
    d.renewed.resize(n);
    for (size_t i = n; i-- > 0;) {
        d.value[i] = m_points[i].value * typedFactor[state];
        d.renewed[i] = steps[i][state].renewed;
        state = steps[i][state].from;
    }
    return d;
}

/// True when every reading follows from the one before without an error or a new meter.
bool isPlain(const std::vector<MeterPoint> &points, double expectedPerDay)
{
    const double mean = points.back().value / points.back().age;
    if (!(mean > 0.2 * expectedPerDay && mean < 5 * expectedPerDay))
        return false;
    for (size_t i = 1; i < points.size(); ++i) {
        const double rate = (points[i].value - points[i - 1].value) / (points[i].age - points[i - 1].age);
        if (points[i].exchanged || !(rate > 0.4 * mean && rate < 2.5 * mean))
            return false;
    }
    return true;
}

Decoding cheapestDecoding(const std::vector<MeterPoint> &points, double expectedPerDay)
{
    const MeterDecoder decoder(points);
    double best = 1e18;
    double bestTypical = expectedPerDay;
    const auto attempt = [&](double typical) {
        if (!(typical > 0) || !std::isfinite(typical))
            return;
        const double z = std::log(typical / expectedPerDay) / 0.6;
        const double unusual = std::min(0.5 * z * z, 2 * dearestRate);
        const double cost = decoder.cost(typical, best - unusual) + unusual;
        if (cost < best) {
            best = cost;
            bestTypical = typical;
        }
    };
    attempt(expectedPerDay);
    constexpr size_t mostTried = 24;
    for (size_t i = 1; i < points.size() && i < mostTried; ++i) {
        attempt(points[i].value / points[i].age);
        attempt((points[i].value - points[i - 1].value) / (points[i].age - points[i - 1].age));
    }
    return decoder.decode(bestTypical);
}

} // namespace

bool outrunsTime(double perDay, const QString &unit)
{
    constexpr double hoursPerDay = 24;
    constexpr std::array names{"h"_L1,
                               "hr"_L1,
                               "hrs"_L1,
                               "hour"_L1,
                               "hours"_L1,
                               "std"_L1,
                               "stunde"_L1,
                               "stunden"_L1,
                               "operating hours"_L1,
                               "betriebsstunden"_L1};
    return perDay > hoursPerDay && std::ranges::any_of(names, [&](QLatin1StringView name) {
               return unit.trimmed().compare(name, Qt::CaseInsensitive) == 0;
           });
}

std::vector<UsageStretch> usageStretches(const AssetHistory &h, double expectedPerDay)
{
    std::vector<UsageStretch> stretches;
    const std::vector<MeterPoint> points = meterPoints(h);
    if (points.size() < 2)
        return stretches;
    const bool plain = isPlain(points, expectedPerDay);
    const Decoding d = plain ? Decoding{} : cheapestDecoding(points, expectedPerDay);
    for (size_t i = 1; i < points.size(); ++i) {
        const double span = points[i].age - points[i - 1].age;
        const double rise = plain ? points[i].value - points[i - 1].value : d.value[i] - d.value[i - 1];
        if ((plain || !d.renewed[i]) && rise > 0 && rise < 100 * expectedPerDay * span)
            stretches.push_back({points[i - 1].age, points[i].age, rise / span});
    }
    return stretches;
}

UsageProfile UsageProfile::usual()
{
    UsageProfile profile;
    profile.m_knots.push_back({});
    return profile;
}

UsageProfile::UsageProfile(const AssetHistory &h, const ProductLife &product)
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
    // What counts for the future is the last two years or so: the weight of older stretches fades.
    constexpr double fadingDays = 900;
    double recentWeight = 0, recentTotal = 0;
    for (const UsageStretch &s : stretches) {
        const double span = s.toAge - s.fromAge;
        known += span;
        total += span * s.perDay;
        const double w = span * std::exp(-(stretches.back().toAge - s.toAge) / fadingDays);
        recentWeight += w;
        recentTotal += w * s.perDay;
    }
    const double mean = known > 0 ? total / known : expected;
    for (const UsageStretch &s : stretches) {
        if (s.fromAge > age)
            add(s.fromAge, mean);
        add(s.toAge, s.perDay);
    }
    // A young unit's first weeks say little: two months of the customer's mean are mixed in.
    constexpr double priorDays = 60;
    recent = (recentTotal + expected * priorDays) / (recentWeight + priorDays);
    m_measured = known > 0;
    m_perDay = recent;
    m_factor = recent / reference;
    m_futureRate = rateOf(recent);
    m_lastReading = h.readings.empty() ? 0 : h.readings.back().value;
    m_knots.push_back({age, effectiveAge, m_futureRate});
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
