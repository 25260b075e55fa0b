#pragma once

#include "sync/protocol/batch.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace turnus::simulation {

/// Which row an edit is about. A device's own row may get another id (a stale database is renumbered), so it is known
/// by the edit that made it.
struct RowKey
{
    qint64 id = 0; ///< of a row that the server made
    int maker = 0; ///< number of the edit that inserted it; 0: the server's row
    auto operator<=>(const RowKey &) const = default;
};

/// One edit that a person made (or the office on the server), as he was told that it is saved.
struct Edit
{
    int number = 0;
    int device = 0; ///< index of the device; office for the server's own
    const protocol::Table *table = nullptr;
    RowKey row;
    qint64 customer = 0; ///< that the row hangs on; 0: none
    bool isInsert = false;
    std::map<std::string, protocol::Value> values; ///< insert: as recorded
    std::string column;                            ///< update
    protocol::Value old;
    protocol::Value now;
    /// False: the disk failed while it was committed, or the device was set back to a copy made before; it may be
    /// there or not, but never twice.
    bool certain = true;

    static constexpr int office = -1;
};

/// The column in which a row that a device inserts carries the number of its edit, and how.
const char *markerColumn(const protocol::Table &table);
protocol::Value markerOf(const protocol::Table &table, int number);
/// The number in a marker column's value; 0 when it is the server's row.
int numberIn(const protocol::Value &marker);

/// All edits of a schedule.
struct Journal
{
    std::vector<Edit> edits;
    int lastNumber = 0;
    std::set<qint64> erased; ///< customers

    void add(std::vector<Edit> made, bool certain)
    {
        for (Edit &edit : made) {
            edit.certain = edit.certain && certain;
            edits.push_back(std::move(edit));
        }
    }
};

} // namespace turnus::simulation
