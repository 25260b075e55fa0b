#pragma once

#include "core/support/time.h"

#include <QCoreApplication>
#include <QLocale>

namespace turnus::care {

/// Days of complaints in the person's language.
class DayWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::care::DayWords)

public:
    /// "3 Nov", with the year when it is not this one.
    static QString day(Instant at, Day today, const QLocale &locale);
};

} // namespace turnus::care
