#pragma once

#include "core/forecast/forecast.h"

#include <QString>

namespace turnus::forecast {

/// How forecasts stand in the synced tables (due_note, forecast_statement): "not_due", "plan", "due", "overdue".
QString nameOf(DueStatus status);
/// "low", "medium", "high"
QString nameOf(Confidence confidence);
/// An unknown name is taken for the first.
DueStatus dueStatusNamed(const QString &name);
Confidence confidenceNamed(const QString &name);

/// One reason a line: `condition months=5.2 grade=4 count=2 value=4.00 usual=0.84`.
QString reasonsText(const std::vector<Reason> &reasons);
/// The reasons again, most important first, so that the pages make sentences of old ones too; unknown words of a newer
/// program are passed over. logOddsChange is not kept.
std::vector<Reason> reasonsFrom(const QString &text);

} // namespace turnus::forecast
