#include "sync/client/renumber.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "sync/client/makers.h"
#include "sync/client/sql.h"

#include <map>

namespace turnus::client {

namespace {

/// The references to rows of `table` in every synced table and in the values that operations carry.
class References
{
public:
    References(sqlite3 *database, const protocol::Table &table)
    {
        for (const protocol::Table &other : protocol::tables()) {
            for (const protocol::Column &column : other.columns) {
                if (column.refersTo != table.name)
                    continue;
                const std::string name(column.name);
                std::string rows = "UPDATE ";
                rows.append(other.name).append(" SET ").append(name).append(" = ?2 WHERE ").append(name);
                m_updates.emplace_back(database, rows.append(" = ?1"));
                std::string fields = " = ?2 WHERE name = '";
                fields.append(name).append("' AND seq IN (SELECT seq FROM outbox WHERE tbl = '").append(other.name);
                fields.append("') AND ");
                m_updates.emplace_back(database, "UPDATE outbox_field SET old" + fields + "old = ?1");
                m_updates.emplace_back(database, "UPDATE outbox_field SET new" + fields + "new = ?1");
            }
        }
        m_updates.emplace_back(database, "UPDATE " + std::string(table.name) + " SET id = ?2 WHERE id = ?1");
        m_updates.emplace_back(database, "UPDATE outbox SET row = ?2 WHERE row = ?1");
        m_updates.emplace_back(database, "UPDATE held_value SET row = ?2 WHERE row = ?1");
        m_updates.emplace_back(database, "UPDATE conflict SET row = ?2 WHERE row = ?1");
        m_updates.emplace_back(database, "UPDATE receipt SET row = ?2 WHERE row = ?1");
        m_updates.emplace_back(database,
                               "UPDATE device SET key = 'customer_of_' || ?2 WHERE key = 'customer_of_' || ?1");
        m_updates.emplace_back(database, "UPDATE search SET rowid = ?2 WHERE rowid = ?1");
    }

    void move(qint64 from, qint64 to)
    {
        for (Sql &update : m_updates) {
            update.bind(1, from);
            update.bind(2, to);
            update.run();
        }
    }

private:
    std::vector<Sql> m_updates;
};

/// Inserts in the outbox that `condition` is true of, in their order.
std::vector<std::pair<qint64, const protocol::Table *>> insertsWhere(sqlite3 *database, std::string_view condition)
{
    std::vector<std::pair<qint64, const protocol::Table *>> inserts;
    Sql read(database,
             std::string("SELECT row, tbl FROM outbox WHERE kind = 1 AND ").append(condition) + " ORDER BY seq");
    while (read.step()) {
        if (const protocol::Table *table = protocol::findTable(read.bytes(1)))
            inserts.emplace_back(read.integer(0), table);
    }
    return inserts;
}

Status giveNewIds(sqlite3 *database, storage::Writer &writer,
                  const std::vector<std::pair<qint64, const protocol::Table *>> &inserts)
{
    std::map<int, References> references;
    for (const auto &[row, table] : inserts) {
        TURNUS_ASSIGN(id, writer.next());
        references.try_emplace(table->number, database, *table).first->second.move(row, id);
    }
    return {};
}

} // namespace

Status renumber(storage::Connection &connection, storage::Writer &writer, qint64 replica, const QString &certificate)
{
    storage::DeviceState(connection).adoptReplica(replica, certificate);
    sqlite3 *database = connection.handle();
    TURNUS_TRY(giveNewIds(database, writer, insertsWhere(database, Makers::isOwnWork)));
    execute(database, "UPDATE outbox SET state = 0 WHERE state = 1");
    return {};
}

Result<bool> renumberRefused(storage::Connection &connection, storage::Writer &writer)
{
    sqlite3 *database = connection.handle();
    const auto refused = insertsWhere(database, "state = 2 AND reason GLOB 'foreign-id:*' AND (row >> 32) <> "
                                                "(SELECT value FROM device WHERE key = 'replica')");
    if (refused.empty())
        return false;
    TURNUS_TRY(giveNewIds(database, writer, refused));
    // With them what refers to them, and was refused for it.
    execute(database, "UPDATE outbox SET state = 0, reason = NULL WHERE state = 2 AND kind = 1 AND (reason GLOB "
                      "'foreign-id:*' OR reason GLOB 'reference:*')");
    return true;
}

} // namespace turnus::client
