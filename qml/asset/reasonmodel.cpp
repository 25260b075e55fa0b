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
    for (const forecast::Reason &reason : forecast.reasons) {
        if (std::abs(reason.monthsEarlier) < leastMonths) {
            rest += reason.monthsEarlier;
            continue;
        }
        longest = std::max(longest, std::abs(reason.monthsEarlier));
        rows.append({.number = int(rows.size()),
                     .kind = int(reason.kind),
                     .title = ForecastWords::title(reason),
                     .shift = ForecastWords::shift(reason.monthsEarlier),
                     .sentence = ForecastWords::sentence(reason, unit),
                     .share = std::abs(reason.monthsEarlier),
                     .later = reason.monthsEarlier < 0});
    }
    if (std::abs(rest) >= leastMonths) {
        longest = std::max(longest, std::abs(rest));
        rows.append({.number = int(rows.size()),
                     .title = QCoreApplication::translate("AssetPage", "All else"),
                     .shift = ForecastWords::shift(rest),
                     .sentence = QCoreApplication::translate("AssetPage",
                                                             "What the other facts of this unit amount to together."),
                     .share = std::abs(rest),
                     .later = rest < 0});
    }
    for (ReasonRow &row : rows)
        row.share /= longest;
    return rows;
}

QVariant ReasonModel::data(const QModelIndex &index, int role) const
{
    const ReasonRow *row = at(index);
    if (!row)
        return {};
    switch (role) {
    case Kind:
        return row->kind;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Shift:
        return row->shift;
    case Sentence:
        return row->sentence;
    case Share:
        return row->share;
    case Later:
        return row->later;
    default:
        return {};
    }
}

QHash<int, QByteArray> ReasonModel::roleNames() const
{
    return {{Kind, "kind"},         {Title, "title"}, {Shift, "shift"},
            {Sentence, "sentence"}, {Share, "share"}, {Later, "later"}};
}

} // namespace turnus::asset
