#pragma once

#include <QStringList>
#include <QTextStream>

namespace turnus::jobs {

int runFitLife(const QStringList &args, QTextStream &out, QTextStream &err);

} // namespace turnus::jobs
