#pragma once

#include <QDate>
#include <QDateTime>
#include <chrono>

namespace turnus {

/// A moment, UTC, stored as integer milliseconds since 1970-01-01.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
/// A calendar day without a zone, stored as its day number since 1970-01-01.
using Day = std::chrono::sys_days;
using std::chrono::days;
using std::chrono::milliseconds;

constexpr qint64 toInteger(Instant instant)
{
    return instant.time_since_epoch().count();
}
constexpr qint64 toInteger(Day day)
{
    return day.time_since_epoch().count();
}
constexpr Instant instantFrom(qint64 ms)
{
    return Instant{milliseconds{ms}};
}
constexpr Day dayFrom(qint64 number)
{
    return Day{days{number}};
}
QDate toQDate(Day day);
Day fromQDate(QDate date);
/// Local time of the handheld.
QDateTime toLocal(Instant instant);
/// The local calendar day that `instant` falls on.
Day localDay(Instant instant);
/// The instant of local midnight at the start of `day`.
Instant startOfLocalDay(Day day);
/// Adds calendar months, clamped to the last day of the target month.
Day addMonths(Day day, int months);

} // namespace turnus
