#pragma once

#include "core/forecast/forecast.h"

#include <QTextStream>

namespace turnus::jobs {

QString iso(Day day);
QString statusName(forecast::DueStatus status);
QString confidenceName(forecast::Confidence confidence);
/// The evidence and what it does to the forecast, in English, without commas.
QString inWords(const forecast::Reason &reason, const QString &unit);
/// Numbers and reasons of one forecast, for people.
void explain(const forecast::Forecast &forecast, const forecast::ProductLife &life, QTextStream &out);

} // namespace turnus::jobs
