#pragma once

#include "core/forecast/history.h"
#include "core/forecast/productlife.h"

#include <QString>
#include <vector>

namespace turnus::forecast {

/// How hard a unit worked from its installation on, and its effective age: calendar age weighted by (u/u_ref)^g.
class UsageProfile
{
public:
    /// `history` must be checked. Without readings the customer's factor is taken.
    UsageProfile(const AssetHistory &history, const ProductLife &product);
    /// The profile of a unit that is used as is usual.
    static UsageProfile usual();

    /// Effective days after `age` calendar days; linear beyond the last reading.
    [[nodiscard]] double effective(double ageDays) const;
    /// Integral of (effective age)^power over the calendar days between two ages.
    [[nodiscard]] double powerIntegral(double fromAge, double toAge, double power) const;
    /// Effective days per calendar day from now on.
    [[nodiscard]] double futureRate() const { return m_futureRate; }
    /// Usage units per day lately (or on the average of the customer); 0 when the product counts nothing.
    [[nodiscard]] double perDay() const { return m_perDay; }
    [[nodiscard]] double usualPerDay() const { return m_usualPerDay; }
    /// Lately used, as a factor of usual.
    [[nodiscard]] double factor() const { return m_factor; }
    [[nodiscard]] bool measured() const { return m_measured; }
    /// The newest reading as it was typed; 0 without one.
    [[nodiscard]] double lastReading() const { return m_lastReading; }

private:
    UsageProfile() = default;

    struct Knot
    {
        double age = 0;
        double effective = 0;
        double rate = 1;
    };
    /// Knot i starts a stretch of constant rate; the last one goes on for ever.
    std::vector<Knot> m_knots;
    double m_futureRate = 1;
    double m_perDay = 0;
    double m_usualPerDay = 0;
    double m_factor = 1;
    double m_lastReading = 0;
    bool m_measured = false;
};

/// Whether so much a day, counted in this unit, is more hours than a day has.
bool outrunsTime(double perDay, const QString &unit);

/// A stretch between two usable readings with its mean usage per day.
struct UsageStretch
{
    double fromAge = 0;
    double toAge = 0;
    double perDay = 0;
};
/// Readings as stretches: resets dropped, ×10 and ÷10 typing errors corrected, meter exchanges bridged.
std::vector<UsageStretch> usageStretches(const AssetHistory &checkedHistory, double expectedPerDay);

} // namespace turnus::forecast
