#include "qml/asset/reasonmodel.h"

#include "core/installedbase/forecastwords.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace turnus::asset {

using installedbase::ForecastWords;

namespace {

/// Less than this rounds to no month.
constexpr double leastMonths = 0.5;

QString wordsOf(const char *text)
{
    return QCoreApplication::translate("AssetPage", text);
}

/// The other reasons' months compare the unit with others of its age, so age has none of its own.
ReasonRow ageRow(const forecast::Reason &age, bool forKeeping)
{
    const char *const why = forKeeping ? QT_TRANSLATE_NOOP("AssetPage", "Its age speaks for keeping it: %1")
                                       : QT_TRANSLATE_NOOP("AssetPage", "Its age is a reason: %1");
    return {.kind = int(age.kind),
            .title = ForecastWords::title(age, {}),
            .shift = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "by age")),
            .sentence = wordsOf(why).arg(ForecastWords::sentence(age, {})),
            .share = 1,
            .later = forKeeping};
}

/// What nobody measured moves nothing by itself: said plainly, its months are among all else.
ReasonRow assumedRow(const forecast::Reason &reason, const QString &unit)
{
    return {.kind = int(reason.kind),
            .title = ForecastWords::title(reason, unit),
            .shift = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "assumed")),
            .sentence = ForecastWords::sentence(reason, unit),
            .assumed = true};
}

} // namespace

QList<ReasonRow> reasonRows(const forecast::Forecast &forecast, const QString &unit)
{
    QList<ReasonRow> rows;
    QList<ReasonRow> assumed;
    double longest = 1;
    double rest = forecast.otherMonthsEarlier;
    const bool keep = forecast.status == forecast::DueStatus::NotDue;
    for (const forecast::Reason &reason : forecast.reasons) {
        if (reason.kind == forecast::ReasonKind::Age) {
            if (keep ? reason.value < reason.usual : reason.logOddsChange > 0)
                rows.append(ageRow(reason, keep));
            continue;
        }
        const bool asUsual = std::abs(reason.monthsEarlier) < leastMonths;
        if (asUsual || reason.assumed)
            rest += reason.monthsEarlier;
        if (reason.assumed && !asUsual)
            assumed.append(assumedRow(reason, unit));
        if (reason.assumed || (asUsual && !keep))
            continue;
        longest = std::max(longest, std::abs(reason.monthsEarlier));
        rows.append({.kind = int(reason.kind),
                     .title = ForecastWords::title(reason, unit),
                     .shift = asUsual ? wordsOf(QT_TRANSLATE_NOOP("AssetPage", "as usual"))
                                      : ForecastWords::shift(reason.monthsEarlier),
                     .sentence = ForecastWords::sentence(reason, unit),
                     .share = std::abs(reason.monthsEarlier),
                     .later = reason.monthsEarlier < 0});
    }
    if (std::abs(rest) >= leastMonths) {
        longest = std::max(longest, std::abs(rest));
        rows.append({.title = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "All else")),
                     .shift = ForecastWords::shift(rest),
                     .sentence = wordsOf(
                         QT_TRANSLATE_NOOP("AssetPage", "What the other facts of this unit amount to together.")),
                     .share = std::abs(rest),
                     .later = rest < 0});
    }
    rows.append(assumed);
    for (ReasonRow &row : rows) {
        row.number = int(&row - rows.constData());
        if (row.kind != int(forecast::ReasonKind::Age))
            row.share /= longest;
    }
    return rows;
}

const ReasonModel::Roles &ReasonModel::roles() const
{
    static const Roles all{{Title, "title", &ReasonRow::title},      {Kind, "kind", &ReasonRow::kind},
                           {Shift, "shift", &ReasonRow::shift},      {Sentence, "sentence", &ReasonRow::sentence},
                           {Share, "share", &ReasonRow::share},      {Later, "later", &ReasonRow::later},
                           {Assumed, "assumed", &ReasonRow::assumed}};
    return all;
}

} // namespace turnus::asset
