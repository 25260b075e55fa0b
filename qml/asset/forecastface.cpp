#include "qml/asset/forecastface.h"

#include "core/installedbase/forecastwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointF>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::ForecastWords;
using installedbase::monthsUntil;

namespace {

constexpr double leastSpan = 18;
/// P10 and P90 get no label of their own nearer to P50 than this share of the axis.
constexpr double leastGap = 0.09;

void addTicks(ForecastFace &face, Day today)
{
    const int step = face.span <= 20 ? 3 : face.span <= 40 ? 6 : face.span <= 90 ? 12 : face.span <= 180 ? 24 : 60;
    const std::chrono::year_month_day date(today);
    const int month = static_cast<int>(unsigned(date.month())) - 1;
    // The next first of a month whose number divides by the step; whole years from twelve on.
    const int ahead = step - month % std::min(step, 12);
    for (int i = 0, at = ahead > 12 ? 12 - month : ahead;; ++i, at += step) {
        const Day first = addMonths(Day(date.year() / date.month() / 1), at);
        const double months = monthsUntil(first, today);
        if (months > face.span * 0.97)
            break;
        if (months < face.span * 0.05)
            continue;
        face.tickMonths.append(months);
        const bool january = unsigned(std::chrono::year_month_day(first).month()) == 1;
        face.tickLabels.append(step >= 12          ? QLocale().toString(toQDate(first), u"yyyy"_s)
                               : january || i == 0 ? QLocale().toString(toQDate(first), u"MMM yy"_s)
                                                   : ForecastWords::shortMonth(first));
    }
}

void addCurve(ForecastFace &face, const forecast::Forecast &forecast, Day today)
{
    double most = 0;
    for (const forecast::CurvePoint &point : forecast.curve)
        most = std::max(most, point.density);
    if (most <= 0)
        return;
    for (const forecast::CurvePoint &point : forecast.curve)
        face.curve.append(QPointF(monthsUntil(point.day, today), point.density / most));
}

} // namespace

ForecastFace faceOf(const forecast::Forecast &forecast, const forecast::Calibration &calibration,
                    const QString &product, Day today)
{
    ForecastFace face;
    face.known = true;
    face.status = int(forecast.status);
    face.headline = ForecastWords::headline(forecast.status);
    face.range = ForecastWords::range(forecast.p10, forecast.p90);
    face.window = ForecastWords::window(forecast.p10, forecast.p90, today);
    face.sentence = ForecastWords::sentence(forecast);
    face.usual = QCoreApplication::translate("AssetPage", "Usual for %1: %2")
                     .arg(product, ForecastWords::month(forecast.usualP50));
    face.confidence = ForecastWords::confidence(forecast);
    const QString held = ForecastWords::calibration(calibration);
    if (!held.isEmpty())
        face.confidence += u' ' + held;
    face.p10 = monthsUntil(forecast.p10, today);
    face.p50 = monthsUntil(forecast.p50, today);
    face.p90 = monthsUntil(forecast.p90, today);
    face.span = std::max(leastSpan, std::ceil(face.p90 * 1.2));
    face.p50Label = ForecastWords::month(forecast.p50);
    const bool years = face.span > 40;
    const auto label = [years](Day day) {
        return years ? ForecastWords::shortMonthAndYear(day) : ForecastWords::shortMonth(day);
    };
    if (face.p50 - face.p10 > leastGap * face.span)
        face.p10Label = label(forecast.p10);
    if (face.p90 - face.p50 > leastGap * face.span)
        face.p90Label = label(forecast.p90);
    addTicks(face, today);
    addCurve(face, forecast, today);
    return face;
}

} // namespace turnus::asset
