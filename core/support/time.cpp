#include "core/support/time.h"

namespace turnus {

QDate toQDate(Day day)
{
    return QDate(1970, 1, 1).addDays(toInteger(day));
}

Day fromQDate(QDate date)
{
    return dayFrom(QDate(1970, 1, 1).daysTo(date));
}

QDateTime toLocal(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toInteger(instant), Qt::LocalTime);
}

Day localDay(Instant instant)
{
    return fromQDate(toLocal(instant).date());
}

Instant startOfLocalDay(Day day)
{
    return instantFrom(toQDate(day).startOfDay(Qt::LocalTime).toMSecsSinceEpoch());
}

Day addMonths(Day day, int months)
{
    return fromQDate(toQDate(day).addMonths(months));
}

} // namespace turnus
