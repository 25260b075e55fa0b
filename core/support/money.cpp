#include "core/support/money.h"

namespace turnus {

Money Money::basisPoints(qint64 points) const
{
    const qint64 product = cents * points;
    const qint64 half = product < 0 ? -5'000 : 5'000;
    return {(product + half) / 10'000};
}

QString Money::toString(const QLocale &locale) const
{
    return locale.toCurrencyString(static_cast<double>(cents) / 100.0, QStringLiteral("€"), 2);
}

} // namespace turnus
