#pragma once

#include "core/schedule/dayplan.h"

#include <QCoreApplication>
#include <QLocale>

namespace turnus::today {

/// What Today says of appointments and reasons.
class TodayWords
{
    Q_DECLARE_TR_FUNCTIONS(TodayWords)
public:
    static QString kind(schedule::Kind kind);
    static QString icon(schedule::Kind kind);
    static QString purpose(const schedule::Stop &stop);
    static QString why(const schedule::Why &why, Day today, const QLocale &locale);
    static QString whyIcon(const schedule::Why &why);
    static QString compass(double bearing);
    static QString distance(double metres, const QLocale &locale);
    static QString time(Instant at, const QLocale &locale);
    static QString dayTitle(Day day, const QLocale &locale);
};

} // namespace turnus::today
