#include "assets/demo/calendar.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace turnus::demo {

namespace {

using std::chrono::Sunday;

/// Summer time runs from 01:00 UTC on March's last Sunday to 01:00 UTC on October's last Sunday.
bool isSummerTime(Day day)
{
    const auto year = std::chrono::year_month_day(day).year();
    const Day begins = year / std::chrono::March / Sunday[std::chrono::last];
    const Day ends = year / std::chrono::October / Sunday[std::chrono::last];
    return day >= begins && day < ends;
}

} // namespace

Instant berlin(Day day, int minutes)
{
    const int offset = isSummerTime(day) ? 120 : 60;
    return std::chrono::time_point_cast<milliseconds>(day + std::chrono::minutes(minutes - offset));
}

bool isWorkingDay(Day day)
{
    const std::chrono::weekday weekday(day);
    if (weekday == std::chrono::Saturday || weekday == Sunday)
        return false;
    const std::chrono::year_month_day date(day);
    const unsigned monthDay = static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day());
    constexpr std::array<unsigned, 4> holidays{101, 501, 1225, 1226};
    return std::ranges::find(holidays, monthDay) == holidays.end();
}

Day workingDayFrom(Day day)
{
    while (!isWorkingDay(day))
        day += days(1);
    return day;
}

Day endOfMonth(Day day, int months)
{
    const std::chrono::year_month_day date(day);
    const auto month = date.year() / date.month() + std::chrono::months(months);
    return month / std::chrono::last;
}

Day priceListDay(Day day)
{
    const auto year = std::chrono::year_month_day(day).year();
    const Day thisYear = year / std::chrono::October / 1;
    return thisYear <= day ? thisYear : Day((year - std::chrono::years(1)) / std::chrono::October / 1);
}

} // namespace turnus::demo
