#include "core/care/daywords.h"

namespace turnus::care {

QString DayWords::day(Instant at, Day today, const QLocale &locale)
{
    const QDate date = toLocal(at).date();
    return locale.toString(date, date.year() == toQDate(today).year() ? tr("d MMM", "day and short month")
                                                                      : tr("d MMM yyyy", "day, short month, year"));
}

} // namespace turnus::care
