#include "qml/asset/pastforecastmodel.h"

#include "core/installedbase/forecastwords.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::asset {

using installedbase::ForecastWords;
using installedbase::PastForecast;

namespace {

QString pastWords(const char *text)
{
    return QCoreApplication::translate("PastForecasts", text);
}

QString detailOf(const PastForecast &past)
{
    QStringList parts{ForecastWords::range(past.p10, past.p90)};
    if (past.failsWithinYear) {
        parts.append(pastWords(QT_TRANSLATE_NOOP("PastForecasts", "%1% within a year"))
                         .arg(std::lround(*past.failsWithinYear * 100)));
    }
    if (past.customerInformed)
        parts.append(pastWords(QT_TRANSLATE_NOOP("PastForecasts", "told to the customer")));
    return parts.join(u" · "_s);
}

} // namespace

QList<PastForecastRow> pastForecastRows(const std::vector<PastForecast> &past, const QString &unit)
{
    QList<PastForecastRow> rows;
    for (const PastForecast &one : past) {
        PastForecastRow row;
        row.number = int(rows.size());
        row.said = pastWords(QT_TRANSLATE_NOOP("PastForecasts", "In %1 we said: %2"))
                       .arg(ForecastWords::month(one.on), ForecastWords::status(one.status));
        row.likely = ForecastWords::mostLikely(one.p50);
        row.detail = row.likely + u" · "_s + detailOf(one);
        QStringList why;
        for (const forecast::Reason &reason : one.reasons)
            why.append(ForecastWords::sentence(reason, unit));
        row.why = why.join(u' ');
        row.told = one.customerInformed;
        rows.append(row);
    }
    return rows;
}

const PastForecastModel::Roles &PastForecastModel::roles() const
{
    static const Roles all{{Said, "said", &PastForecastRow::said},
                           {Detail, "detailText", &PastForecastRow::detail},
                           {Why, "why", &PastForecastRow::why},
                           {Told, "told", &PastForecastRow::told}};
    return all;
}

} // namespace turnus::asset
