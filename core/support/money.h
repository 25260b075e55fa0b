#pragma once

#include <QLocale>
#include <compare>

namespace turnus {

/// An amount in euro, held in integer cents; never in floating point.
struct Money
{
    qint64 cents = 0;

    constexpr auto operator<=>(const Money &) const = default;
    constexpr Money operator+(Money other) const { return {cents + other.cents}; }
    constexpr Money operator-(Money other) const { return {cents - other.cents}; }
    constexpr Money operator-() const { return {-cents}; }
    constexpr Money &operator+=(Money other)
    {
        cents += other.cents;
        return *this;
    }
    constexpr Money operator*(qint64 factor) const { return {cents * factor}; }
    /// A share of the amount in basis points (100 = 1 %), rounded half away from zero to the cent.
    [[nodiscard]] Money basisPoints(qint64 points) const;
    /// "1.234,50 €" in German, "€1,234.50" in English.
    [[nodiscard]] QString toString(const QLocale &locale) const;
};

} // namespace turnus
