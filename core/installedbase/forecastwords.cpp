#include "core/installedbase/forecastwords.h"

#include "core/forecast/usage.h"

#include <QLocale>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::installedbase {

namespace {

constexpr double daysPerMonth = 365.25 / 12;
/// Windows that end later than this are told in years.
constexpr double longWindowMonths = 36;

int wholePercent(double share)
{
    return static_cast<int>(std::lround(share * 100));
}

} // namespace

double monthsUntil(Day day, Day today)
{
    return double((day - today).count()) / daysPerMonth;
}

QString ForecastWords::headline(forecast::DueStatus status)
{
    switch (status) {
    case forecast::DueStatus::NotDue:
        return tr("Not due: keep it");
    case forecast::DueStatus::Plan:
        return tr("Plan a replacement");
    case forecast::DueStatus::Due:
        return tr("Replacement likely");
    case forecast::DueStatus::Overdue:
        break;
    }
    return tr("Replacement overdue");
}

QString ForecastWords::status(forecast::DueStatus status)
{
    switch (status) {
    case forecast::DueStatus::NotDue:
        return tr("not due");
    case forecast::DueStatus::Plan:
        return tr("plan");
    case forecast::DueStatus::Due:
        return tr("due");
    case forecast::DueStatus::Overdue:
        break;
    }
    return tr("overdue");
}

QString ForecastWords::range(Day p10, Day p90)
{
    return tr("8 of 10 units: %1 to %2").arg(month(p10), month(p90));
}

QString ForecastWords::window(Day p10, Day p90, Day today)
{
    const double from = monthsUntil(p10, today);
    const double until = monthsUntil(p90, today);
    if (until > longWindowMonths) {
        const int first = static_cast<int>(std::floor(from / 12));
        const int last = static_cast<int>(std::lround(until / 12));
        return first < 1 ? tr("within %1 yrs").arg(last) : tr("in %1–%2 yrs").arg(first).arg(last);
    }
    const int first = static_cast<int>(std::lround(from));
    const int last = std::max(static_cast<int>(std::lround(until)), 1);
    if (first < 1)
        return tr("within %1 mo.").arg(last);
    return first >= last ? tr("in %1 mo.").arg(last) : tr("in %1–%2 mo.").arg(first).arg(last);
}

QString ForecastWords::mostLikely(Day p50)
{
    return tr("most likely %1").arg(month(p50));
}

QString ForecastWords::sentence(const forecast::Forecast &forecast)
{
    return tr("%1, %2. %3.")
        .arg(headline(forecast.status), mostLikely(forecast.p50), range(forecast.p10, forecast.p90));
}

QString ForecastWords::title(const forecast::Reason &reason, const QString &unitWord)
{
    switch (reason.kind) {
    case forecast::ReasonKind::Condition:
        return tr("Condition grade %1").arg(reason.grade);
    case forecast::ReasonKind::Measurement:
        return tr("Measured %1, limit %2").arg(measured(reason.value), measured(reason.usual));
    case forecast::ReasonKind::Repairs:
        if (reason.count == 0)
            return tr("No repairs");
        return reason.money.cents > 0 ? tr("Repairs %1").arg(money(reason.money))
                                      : tr("%n repair(s)", nullptr, reason.count);
    case forecast::ReasonKind::Usage:
        if (!reason.assumed && forecast::outrunsTime(reason.value, unitWord))
            return tr("Meter runs too fast");
        return reason.assumed ? tr("Use not measured") : tr("Use %1 a day").arg(number(reason.value));
    case forecast::ReasonKind::Customer:
        return reason.value >= 1 ? tr("Kind surroundings") : tr("Hard surroundings");
    case forecast::ReasonKind::Age:
        return tr("Age %1 years").arg(QLocale().toString(reason.value / 12, 'f', 1));
    case forecast::ReasonKind::SpareParts:
        return tr("Parts end %1").arg(numericMonth(reason.day.value_or(Day{})));
    case forecast::ReasonKind::Statutory:
        break;
    }
    return tr("Legal limit %1").arg(numericMonth(reason.day.value_or(Day{})));
}

QString ForecastWords::sentence(const forecast::Reason &reason, const QString &unitWord)
{
    constexpr double hoursPerDay = 24;
    const auto perDay = [&](double value) {
        return number(forecast::outrunsTime(value, unitWord) ? hoursPerDay : value);
    };
    switch (reason.kind) {
    case forecast::ReasonKind::Condition:
        return tr("Condition %1 of 5 at %n visit(s); usual at %2% of life.", nullptr, std::max(reason.count, 1))
            .arg(reason.grade)
            .arg(wholePercent(reason.usual));
    case forecast::ReasonKind::Measurement:
        return tr("Newest value %1, the limit is %2; %n measurement(s).", nullptr, reason.count)
            .arg(measured(reason.value), measured(reason.usual));
    case forecast::ReasonKind::Repairs:
        if (reason.count == 0) {
            return reason.usual > 0
                       ? tr("No repair since our records began; %1 would be usual.").arg(number(reason.usual))
                       : tr("No repair since our records began.");
        }
        if (!(reason.usual > 0))
            return tr("%n repair(s) for %1 since our records began.", nullptr, reason.count).arg(money(reason.money));
        return tr("%n repair(s) for %1 since our records began; %2 would be usual.", nullptr, reason.count)
            .arg(money(reason.money), number(reason.usual));
    case forecast::ReasonKind::Usage:
        if (!reason.assumed && forecast::outrunsTime(reason.value, unitWord))
            return tr("The meter counted more hours lately than have passed; %1 a day is usual for this product.")
                .arg(perDay(reason.usual));
        if (reason.assumed) {
            return perDay(reason.value) == perDay(reason.usual)
                       ? tr("No reading yet: %1 %2 a day are assumed, as is usual for this product.")
                             .arg(perDay(reason.value), unit(unitWord))
                       : tr("No reading yet: %1 %2 a day are assumed, because this customer's other units are used "
                            "so; %3 is usual for this product.")
                             .arg(perDay(reason.value), unit(unitWord), perDay(reason.usual));
        }
        return tr("%1 %2 a day lately; %3 is usual for this product.")
            .arg(perDay(reason.value), unit(unitWord), perDay(reason.usual));
    case forecast::ReasonKind::Customer:
        return tr("Units at this customer last %1 times as long as usual.")
            .arg(QLocale().toString(reason.value, 'f', 2));
    case forecast::ReasonKind::Age:
        return tr("%1 years old; half of these units last %2 years.")
            .arg(QLocale().toString(reason.value / 12, 'f', 1), QLocale().toString(reason.usual / 12, 'f', 1));
    case forecast::ReasonKind::SpareParts:
        return tr("The manufacturer supplies parts until %1.").arg(month(reason.day.value_or(Day{})));
    case forecast::ReasonKind::Statutory:
        break;
    }
    return tr("The law sets a limit: %1.").arg(month(reason.day.value_or(Day{})));
}

QString ForecastWords::shift(double monthsEarlier)
{
    const auto whole = static_cast<int>(std::lround(monthsEarlier));
    if (whole == 0)
        return tr("no change");
    return whole > 0 ? tr("%1 mo. earlier").arg(whole) : tr("%1 mo. later").arg(-whole);
}

QString ForecastWords::confidence(const forecast::Forecast &forecast)
{
    if (forecast.manufacturersFigure) {
        const QString figure = forecast.failures == 0
                                   ? tr("the manufacturer's figure; no failure of this product was learned from yet")
                                   : tr("the manufacturer's figure, corrected by %n failure(s) of this product",
                                        nullptr, forecast.failures);
        return forecast.confidence == forecast::Confidence::Low
                   ? tr("Low confidence: %1.").arg(figure)
                   : tr("Medium confidence by this unit's graded visits: %1.").arg(figure);
    }
    return forecast.confidence == forecast::Confidence::High
               ? tr("High confidence: many failures of this product and several graded visits.")
               : tr("Medium confidence: some failures of this product or few graded visits.");
}

QString ForecastWords::calibration(const forecast::Calibration &calibration)
{
    if (calibration.cases == 0)
        return {};
    return tr("Of %n earlier forecast(s) for this product, %1% fell into their range.", nullptr, calibration.cases)
        .arg(wholePercent(calibration.heldShare));
}

QString ForecastWords::unit(const QString &unit)
{
    if (unit == u"cups" || unit == u"Tassen")
        return tr("cups");
    if (unit == u"litres" || unit == u"Liter")
        return tr("litres");
    if (unit == u"hours" || unit == u"Stunden")
        return tr("hours");
    if (unit == u"Bezüge")
        return tr("drinks");
    if (unit == u"Buchungen")
        return tr("payments");
    return unit == u"kg" ? tr("kg") : unit;
}

QString ForecastWords::month(Day day)
{
    return QLocale().toString(toQDate(day), u"MMMM yyyy"_s);
}

QString ForecastWords::shortMonthAndYear(Day day)
{
    return QLocale().toString(toQDate(day), u"MMM yyyy"_s);
}

QString ForecastWords::shortMonth(Day day)
{
    return QLocale().toString(toQDate(day), u"MMM"_s);
}

QString ForecastWords::numericMonth(Day day)
{
    return QLocale().toString(toQDate(day), u"MM/yyyy"_s);
}

QString ForecastWords::number(double value)
{
    const bool whole = std::abs(value - std::round(value)) < 0.05 || std::abs(value) >= 10;
    return QLocale().toString(value, 'f', whole ? 0 : 1);
}

QString ForecastWords::measured(double value)
{
    const double size = std::abs(value);
    const int digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    const double scale = std::pow(10.0, digits);
    return QLocale().toString(std::round(value * scale) / scale, 'f', QLocale::FloatingPointShortest);
}

QString ForecastWords::money(Money amount)
{
    if (amount.cents % 100 != 0)
        return amount.toString(QLocale());
    const qint64 euros = amount.cents / 100;
    return QLocale().toCurrencyString(double(euros), u"€"_s, 0);
}

} // namespace turnus::installedbase
