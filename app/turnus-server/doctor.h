#pragma once

#include "sync/server/store/datadirectory.h"

#include <QStringList>

namespace turnus::app {

/// What doctor found about one thing, and what to do about it (empty when it is well).
struct Finding
{
    enum class State { Well, Warning, Fault };
    State state = State::Well;
    QString what;
    QString advice;
};

struct DoctorOptions
{
    QString directory;
    QString database; ///< as --database
    QString address;
    quint16 port = 0;
    QString certificate;
    QString key;
};

/// Looks at everything that a server needs; changes nothing but the schema of an older database.
[[nodiscard]] QList<Finding> examine(const DoctorOptions &options);

} // namespace turnus::app
