#include "sync/client/bulkload.h"

#include "sync/client/limits.h"
#include "sync/client/sql.h"

#include <algorithm>
#include <array>
#include <vector>

namespace turnus::client {

namespace {

/// SQL texts of what is to be made again, each ended by a line of its own.
constexpr std::string_view schemaKey = "deferred_schema";
constexpr std::string_view separator = ";\n--\n";
/// How far the search has been filled: number of the source and the last row of it.
constexpr std::string_view sourceKey = "search_source";
constexpr std::string_view rowKey = "search_row";

/// The same texts as the search triggers of core/storage/migrations write, row by row, from then on. Parameters: the
/// last row of the step before, rows of a step. A row that was edited meanwhile has got there by its trigger.
constexpr std::array<const char *, 4> sources{
    "INSERT OR REPLACE INTO search (rowid, title, detail, kind) SELECT id, name, ifnull(external_key, '') || ' ' || "
    "ifnull(phone, '') || ' ' || ifnull(email, ''), 'customer' FROM customer WHERE id > ? ORDER BY id LIMIT ?",
    "INSERT OR REPLACE INTO search (rowid, title, detail, kind) SELECT id, name, street || ' ' || postal_code || ' ' "
    "|| "
    "city, 'site' FROM site WHERE id > ? ORDER BY id LIMIT ?",
    "INSERT OR REPLACE INTO search (rowid, title, detail, kind) SELECT a.id, a.serial, ifnull(p.name, '') || ' ' || "
    "ifnull(a.place, ''), 'asset' FROM asset a LEFT JOIN product p ON p.id = a.product_id WHERE a.id > ? ORDER BY a.id "
    "LIMIT ?",
    "INSERT OR REPLACE INTO search (rowid, title, detail, kind) SELECT id, name, sku || ' ' || category || ' ' || "
    "manufacturer, 'product' FROM product WHERE id > ? ORDER BY id LIMIT ?"};
constexpr std::array<const char *, sources.size()> lastOfStep{
    "SELECT max(id) FROM (SELECT id FROM customer WHERE id > ? ORDER BY id LIMIT ?)",
    "SELECT max(id) FROM (SELECT id FROM site WHERE id > ? ORDER BY id LIMIT ?)",
    "SELECT max(id) FROM (SELECT id FROM asset WHERE id > ? ORDER BY id LIMIT ?)",
    "SELECT max(id) FROM (SELECT id FROM product WHERE id > ? ORDER BY id LIMIT ?)"};

bool isSynced(std::string_view table)
{
    return protocol::findTable(table) != nullptr;
}

std::optional<protocol::Value> noted(sqlite3 *database, std::string_view key)
{
    Sql read(database, "SELECT value FROM device WHERE key = ?");
    read.bindText(1, key);
    return read.step() ? std::optional(read.value(0)) : std::nullopt;
}

qint64 notedNumber(sqlite3 *database, std::string_view key)
{
    const auto value = noted(database, key);
    const auto *number = value ? std::get_if<qint64>(&*value) : nullptr;
    return number ? *number : 0;
}

void note(sqlite3 *database, std::string_view key, const protocol::Value &value)
{
    Sql keep(database, "INSERT OR REPLACE INTO device (key, value) VALUES (?, ?)");
    keep.bindText(1, key);
    keep.bind(2, value);
    keep.run();
}

void forget(sqlite3 *database, std::string_view key)
{
    Sql drop(database, "DELETE FROM device WHERE key = ?");
    drop.bindText(1, key);
    drop.run();
}

} // namespace

/// Every channel may also come anew into a full database, in which nothing may miss its trigger.
bool BulkLoad::hasRows()
{
    return std::ranges::any_of(protocol::tables(), [&](const protocol::Table &table) {
        return Sql(m_database, "SELECT 1 FROM " + std::string(table.name) + " LIMIT 1").step();
    });
}

bool BulkLoad::isUnderWay()
{
    return noted(m_database, schemaKey) || noted(m_database, sourceKey);
}

bool BulkLoad::isLoaded()
{
    return isUnderWay() && Sql(m_database, "SELECT 1 FROM channel WHERE cursor > 0").step() &&
           !Sql(m_database, "SELECT 1 FROM channel WHERE position <> ''").step();
}

void BulkLoad::beginIfFirst()
{
    if (isUnderWay() || Sql(m_database, "SELECT 1 FROM channel WHERE cursor > 0 OR position <> ''").step() || hasRows())
        return;
    std::string schema;
    std::vector<std::string> drops;
    Sql read(m_database, "SELECT type, name, tbl_name, sql FROM sqlite_master "
                         "WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid");
    while (read.step()) {
        if (!isSynced(read.bytes(2)))
            continue;
        schema.append(read.bytes(3)).append(separator);
        drops.push_back("DROP " + std::string(read.bytes(0)) + ' ' + std::string(read.bytes(1)));
    }
    read.reset();
    for (const std::string &drop : drops)
        execute(m_database, drop);
    note(m_database, schemaKey, schema);
}

bool BulkLoad::finishStep()
{
    return makeIndexes() || fillSearch();
}

bool BulkLoad::makeIndexes()
{
    const auto value = noted(m_database, schemaKey);
    if (!value)
        return false;
    std::string schema = std::get<std::string>(*value);
    constexpr std::string_view index = "CREATE INDEX";
    // One index a step; triggers cost nothing and go together with what is before and after them.
    for (bool indexed = false; !indexed && !schema.empty();) {
        const std::size_t end = schema.find(separator);
        const std::string text = schema.substr(0, end);
        indexed = text.compare(0, index.size(), index) == 0;
        execute(m_database, text);
        schema.erase(0, end == std::string::npos ? end : end + separator.size());
    }
    if (!schema.empty()) {
        note(m_database, schemaKey, schema);
        return true;
    }
    // No trigger marked forecasts that were computed meanwhile from a part of the facts.
    execute(m_database, "DELETE FROM search; INSERT INTO search (search, rank) VALUES ('automerge', 0); UPDATE "
                        "asset_forecast SET computed = 0 WHERE computed <> 0");
    note(m_database, sourceKey, qint64{0});
    forget(m_database, schemaKey);
    return true;
}

bool BulkLoad::fillSearch()
{
    if (!noted(m_database, sourceKey))
        return false;
    const auto source = static_cast<std::size_t>(notedNumber(m_database, sourceKey));
    if (source >= sources.size()) {
        execute(m_database, "INSERT INTO search (search, rank) VALUES ('automerge', 4)");
        forget(m_database, sourceKey);
        forget(m_database, rowKey);
        return false;
    }
    const qint64 after = notedNumber(m_database, rowKey);
    const auto bound = [&](const char *text) {
        Sql sql(m_database, text);
        sql.bind(1, after);
        sql.bind(2, static_cast<qint64>(limits::searchRowsPerStep));
        return sql;
    };
    Sql last = bound(lastOfStep[source]);
    last.step();
    if (last.isNull(0)) {
        note(m_database, sourceKey, static_cast<qint64>(source) + 1);
        note(m_database, rowKey, qint64{0});
        return true;
    }
    bound(sources[source]).run();
    note(m_database, rowKey, last.integer(0));
    return true;
}

} // namespace turnus::client
