#pragma once

#include "core/forecast/forecast.h"

#include <QCoreApplication>

namespace turnus::installedbase {

/// How a forecast is put into words, in the language and locale of the person: likely, never certain; "keep it" as
/// clearly as "due". Shared by the pages about assets, visits and opportunities.
class ForecastWords
{
    Q_DECLARE_TR_FUNCTIONS(turnus::installedbase::ForecastWords)

public:
    /// "Replacement likely", "Not due: keep it" …
    static QString headline(forecast::DueStatus status);
    /// One word for a badge: "not due", "plan", "due", "overdue".
    static QString status(forecast::DueStatus status);
    /// "8 of 10 units: February 2026 to January 2027"
    static QString range(Day p10, Day p90);
    /// "in 4–15 mo."
    static QString window(Day p10, Day p90, Day today);
    /// "most likely July 2026"
    static QString mostLikely(Day p50);
    /// All of it in one spoken sentence.
    static QString sentence(const forecast::Forecast &forecast);
    /// Short, for a row: "Condition grade 4".
    static QString title(const forecast::Reason &reason, const QString &unit);
    /// The evidence in full: "Condition 4 of 5 at 2 visits; usual at 84% of life."
    static QString sentence(const forecast::Reason &reason, const QString &unit);
    /// "5 mo. earlier", "2 mo. later", "no change"
    static QString shift(double monthsEarlier);
    /// How sure, and from what.
    static QString confidence(const forecast::Forecast &forecast);
    /// How earlier forecasts of the product held; empty when nobody knows yet.
    static QString calibration(const forecast::Calibration &calibration);
    /// "Tassen" → "cups"/"Tassen"; units that nobody knows stay as the company wrote them.
    static QString unit(const QString &unit);

    /// "July 2026", "Jul. 2026", "Jul."
    static QString month(Day day);
    static QString shortMonthAndYear(Day day);
    static QString shortMonth(Day day);
    /// "03/2018"
    static QString numericMonth(Day day);
    /// With one decimal below 10, unless it is whole.
    static QString number(double value);
    /// A measured value, as exactly as anybody reads an instrument.
    static QString measured(double value);
    /// Whole euros where there are no cents.
    static QString money(Money amount);
};

/// Months from `today` until `day`; negative before.
double monthsUntil(Day day, Day today);

} // namespace turnus::installedbase
