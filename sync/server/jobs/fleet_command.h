#pragma once

#include <QStringList>
#include <QTextStream>

namespace turnus::jobs {

int runForecastFleet(const QStringList &args, QTextStream &out, QTextStream &err);
int runForecastExplain(const QStringList &args, QTextStream &out, QTextStream &err);

} // namespace turnus::jobs
