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

} // namespace

QList<ReasonRow> reasonRows(const forecast::Forecast &forecast, const QString &unit)
{
    QList<ReasonRow> rows;
    double longest = 1;
    double rest = forecast.otherMonthsEarlier;
    const bool isDue = forecast.status != forecast::DueStatus::NotDue;
    const auto wordsOf = [](const char *text) { return QCoreApplication::translate("AssetPage", text); };
    for (const forecast::Reason &reason : forecast.reasons) {
        if (isDue && reason.kind == forecast::ReasonKind::Age && reason.logOddsChange > 0) {
            // The other reasons' months compare the unit with others of its age, so age has none of its own.
            rows.append({.number = int(rows.size()),
                         .kind = int(reason.kind),
                         .title = ForecastWords::title(reason, unit),
                         .shift = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "by age")),
                         .sentence = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "Its age is a reason: %1"))
                                         .arg(ForecastWords::sentence(reason, unit)),
                         .share = 1});
            continue;
        }
        if (std::abs(reason.monthsEarlier) < leastMonths) {
            rest += reason.monthsEarlier;
            continue;
        }
        longest = std::max(longest, std::abs(reason.monthsEarlier));
        rows.append({.number = int(rows.size()),
                     .kind = int(reason.kind),
                     .title = ForecastWords::title(reason, unit),
                     .shift = ForecastWords::shift(reason.monthsEarlier),
                     .sentence = ForecastWords::sentence(reason, unit),
                     .share = std::abs(reason.monthsEarlier),
                     .later = reason.monthsEarlier < 0});
    }
    if (std::abs(rest) >= leastMonths) {
        longest = std::max(longest, std::abs(rest));
        rows.append({.number = int(rows.size()),
                     .title = wordsOf(QT_TRANSLATE_NOOP("AssetPage", "All else")),
                     .shift = ForecastWords::shift(rest),
                     .sentence = wordsOf(
                         QT_TRANSLATE_NOOP("AssetPage", "What the other facts of this unit amount to together.")),
                     .share = std::abs(rest),
                     .later = rest < 0});
    }
    for (ReasonRow &row : rows) {
        if (row.kind != int(forecast::ReasonKind::Age))
            row.share /= longest;
    }
    return rows;
}

const ReasonModel::Roles &ReasonModel::roles() const
{
    static const Roles all{{Title, "title", &ReasonRow::title}, {Kind, "kind", &ReasonRow::kind},
                           {Shift, "shift", &ReasonRow::shift}, {Sentence, "sentence", &ReasonRow::sentence},
                           {Share, "share", &ReasonRow::share}, {Later, "later", &ReasonRow::later}};
    return all;
}

} // namespace turnus::asset
