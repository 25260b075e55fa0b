#pragma once

#include <QStringList>
#include <QTextStream>

namespace turnus::jobs {

/// `turnus-server forecast fit-life|fleet|explain …`: `args` begin with the word after "forecast". Returns the exit
/// code: 0 done, 1 refused or bad data (the reason on `err`), 2 wrong usage.
int runForecastCommand(const QStringList &args, QTextStream &out, QTextStream &err);

} // namespace turnus::jobs
