#include "core/installedbase/storedforecast.h"

namespace turnus::installedbase {

std::optional<StoredForecast> readStoredForecast(const storage::Statement &row, int first)
{
    if (row.isNull(first))
        return std::nullopt;
    return StoredForecast{.status = forecast::DueStatus(row.number(first)),
                          .p10 = row.day(first + 1),
                          .p50 = row.day(first + 2),
                          .p90 = row.day(first + 3),
                          .talkFrom = row.day(first + 4),
                          .talkUntil = row.day(first + 5),
                          .failWithinVisitInterval = row.real(first + 6),
                          .modelVersion = row.number(first + 7),
                          .computed = row.day(first + 8)};
}

} // namespace turnus::installedbase
