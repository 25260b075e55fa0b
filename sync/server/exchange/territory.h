#pragma once

#include "core/support/result.h"

namespace turnus::server {

/// True when the directory holds the workload 'territory' (customers.ndjson … or changes.ndjson).
[[nodiscard]] bool isTerritory(const QString &directory);

/// Writes the workload 'territory' as files that Importer reads: its customers as customer and site, assets as asset,
/// visits as appointment, readings as meter_reading; products, segments and one team as they are needed.
/// changes.ndjson holds lines {"t": table, "row": row} of rows that changed. README.md tells how columns are mapped.
[[nodiscard]] Status writeTerritory(const QString &ndjsonDirectory, const QString &csvDirectory);

} // namespace turnus::server
