#pragma once

#include "core/support/time.h"

/// Days and hours of the demo company. It lives by Central European time wherever the program runs, without a
/// zone database, so that the same seed gives the same bytes on every machine.
namespace turnus::demo {

/// `minutes` after midnight of `day`, Central European (summer) time.
Instant berlin(Day day, int minutes);
/// Monday to Friday, and none of the holidays that all three countries' customers close on.
bool isWorkingDay(Day day);
/// `day` itself or the next working day after it.
Day workingDayFrom(Day day);
/// The last day of the month that lies `months` after the month of `day`.
Day endOfMonth(Day day, int months);
/// 1 October on or before `day`: the day on which price lists change.
Day priceListDay(Day day);

} // namespace turnus::demo
