#pragma once

#include "core/support/result.h"
#include "core/support/time.h"

#include <QString>

namespace turnus::demo {

/// Writes the demo company as an import directory: the tables' CSV files, account.csv, brochures and pictures.
/// The same seed and day give the same bytes; an existing directory's files of these names are replaced.
Status writeCompany(const QString &directory, quint64 seed, Day today);

} // namespace turnus::demo
