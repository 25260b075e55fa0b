#pragma once

#include <QStringList>
#include <QTextStream>

namespace turnus::jobs {

int runForecastRun(const QStringList &args, QTextStream &out, QTextStream &err);
int runForecastExplainUnit(const QStringList &args, QTextStream &out, QTextStream &err);

} // namespace turnus::jobs
