#include "sync/client/bulkload.h"

#include "sync/client/sql.h"

#include <vector>

namespace turnus::client {

namespace {

constexpr std::string_view deferredKey = "deferred_schema";

bool isSynced(std::string_view table)
{
    return protocol::findTable(table) != nullptr;
}

} // namespace

bool BulkLoad::isUnderWay()
{
    Sql read(m_database, "SELECT 1 FROM device WHERE key = ?");
    read.bindText(1, deferredKey);
    return read.step();
}

void BulkLoad::beginIfFirst()
{
    if (isUnderWay() || Sql(m_database, "SELECT 1 FROM channel WHERE cursor > 0 OR position <> ''").step())
        return;
    std::string schema;
    std::vector<std::string> drops;
    Sql read(m_database, "SELECT type, name, tbl_name, sql FROM sqlite_master "
                         "WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid");
    while (read.step()) {
        if (!isSynced(read.bytes(2)))
            continue;
        schema.append(read.bytes(3)).append(";\n");
        drops.push_back("DROP " + std::string(read.bytes(0)) + ' ' + std::string(read.bytes(1)));
    }
    read.reset();
    for (const std::string &drop : drops)
        execute(m_database, drop);
    Sql keep(m_database, "INSERT INTO device (key, value) VALUES (?, ?)");
    keep.bindText(1, deferredKey);
    keep.bindText(2, schema);
    keep.run();
}

void BulkLoad::finish()
{
    Sql read(m_database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, deferredKey);
    if (!read.step())
        return;
    const std::string schema(read.bytes(0));
    read.reset();
    execute(m_database, schema);
    // The same texts as the search triggers of core/storage/migrations write, row by row, from then on.
    execute(m_database,
            "DELETE FROM search;"
            "INSERT INTO search (rowid, title, detail, kind) SELECT id, name, ifnull(external_key, '') || ' ' || "
            "ifnull(phone, '') || ' ' || ifnull(email, ''), 'customer' FROM customer;"
            "INSERT INTO search (rowid, title, detail, kind) SELECT id, name, street || ' ' || postal_code || ' ' || "
            "city, 'site' FROM site;"
            "INSERT INTO search (rowid, title, detail, kind) SELECT a.id, a.serial, ifnull(p.name, '') || ' ' || "
            "ifnull(a.place, ''), 'asset' FROM asset a LEFT JOIN product p ON p.id = a.product_id;"
            "INSERT INTO search (rowid, title, detail, kind) SELECT id, name, sku || ' ' || category || ' ' || "
            "manufacturer, 'product' FROM product;"
            // No trigger marked forecasts that were computed meanwhile from a part of the facts.
            "UPDATE asset_forecast SET computed = 0");
    Sql forget(m_database, "DELETE FROM device WHERE key = ?");
    forget.bindText(1, deferredKey);
    forget.run();
}

} // namespace turnus::client
