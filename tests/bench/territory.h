#pragma once

#include <QString>

namespace turnus::bench {

/// Lays out a signed-in handheld's database in DIR/turnus.db: one territory of 2,000 customers and sites, 8,000 assets
/// of 25 products, 20,000 visits, 60,000 readings and six appointments on the day of `nowMs` (UTC).
void layOutTerritory(const QString &directory, qint64 nowMs);

} // namespace turnus::bench
