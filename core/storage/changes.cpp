#include "core/storage/changes.h"

#include "core/storage/limits.h"

namespace turnus::storage {

void ChangeSet::add(QLatin1StringView table, qint64 row)
{
    Rows &entry = m_tables[table];
    if (entry.atLarge)
        return;
    entry.rows.insert(row);
    if (entry.rows.size() > limits::listedRowsPerChange) {
        entry.rows.clear();
        entry.atLarge = true;
    }
}

bool ChangeSet::touches(QLatin1StringView table, qint64 row) const
{
    const auto found = m_tables.find(table);
    return found != m_tables.end() && (found->atLarge || found->rows.contains(row));
}

void ChangeNotifier::publish(const ChangeSet &changes)
{
    if (changes.isEmpty())
        return;
    QMetaObject::invokeMethod(
        this, [this, changes] { Q_EMIT changed(changes); }, Qt::AutoConnection);
}

} // namespace turnus::storage
