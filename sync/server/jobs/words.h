#pragma once

#include <QString>

namespace turnus::jobs {

/// "1 repair", "3 repairs"
inline QString counted(double count, const QString &thing)
{
    return QString::number(count, 'g', 15) + u' ' + thing + (count == 1 ? QString() : QStringLiteral("s"));
}

} // namespace turnus::jobs
