#include "core/support/money.h"

#include <limits>

namespace turnus {

Money Money::basisPoints(qint64 points) const
{
    // In two parts, so that only a result that is none of this world's can overflow; it stops at the end of the
    // numbers.
    constexpr qint64 whole = 10'000;
    const qint64 rest = cents % whole * points;
    const qint64 half = rest < 0 ? -whole / 2 : whole / 2;
    qint64 share = 0;
    if (__builtin_mul_overflow(cents / whole, points, &share) ||
        __builtin_add_overflow(share, (rest + half) / whole, &share))
        return {(cents < 0) == (points < 0) ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min()};
    return {share};
}

QString Money::toString(const QLocale &locale) const
{
    return locale.toCurrencyString(static_cast<double>(cents) / 100.0, QStringLiteral("€"), 2);
}

} // namespace turnus
