#pragma once

#include "core/installedbase/records.h"
#include "core/storage/statement.h"

/// The columns of asset_forecast f in the order that readStoredForecast() takes them in.
#define TURNUS_STORED_FORECAST_COLUMNS                                                                                 \
    "f.status, f.p10, f.p50, f.p90, f.talk_from, f.talk_until, f.fail_within_interval, f.model_version, f.computed"

namespace turnus::installedbase {

/// nullopt when the outer join found none.
std::optional<StoredForecast> readStoredForecast(const storage::Statement &row, int first);

} // namespace turnus::installedbase
