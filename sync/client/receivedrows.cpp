#include "sync/client/receivedrows.h"

#include "sync/protocol/limits.h"

#include <SQLiteCpp/Exception.h>
#include <memory>
#include <sqlite3.h>
#include <string>

namespace turnus::client {

namespace {

constexpr const char *tableName = "received";
/// Ids and channels come before the values.
constexpr int firstValue = 2;

struct RowsTable : sqlite3_vtab
{
    const ReceivedRows *rows = nullptr;
};

struct RowsCursor : sqlite3_vtab_cursor
{
    const ReceivedRows *shown = nullptr;
    std::size_t at = 0;
};

RowsCursor &cursorOf(sqlite3_vtab_cursor *cursor)
{
    return *static_cast<RowsCursor *>(cursor);
}

int connectRows(sqlite3 *database, void *rows, int, const char *const *, sqlite3_vtab **table, char **)
{
    std::string text = "CREATE TABLE received (c0";
    for (std::size_t i = 1; i < protocol::limits::batchMaxColumns + firstValue; ++i)
        text += ", c" + std::to_string(i);
    const int code = sqlite3_declare_vtab(database, (text + ")").c_str());
    if (code != SQLITE_OK)
        return code;
    auto made = std::make_unique<RowsTable>();
    made->rows = static_cast<const ReceivedRows *>(rows);
    *table = made.release();
    return SQLITE_OK;
}

int disconnectRows(sqlite3_vtab *table)
{
    delete static_cast<RowsTable *>(table);
    return SQLITE_OK;
}

int planRows(sqlite3_vtab *, sqlite3_index_info *)
{
    return SQLITE_OK;
}

int openRows(sqlite3_vtab *, sqlite3_vtab_cursor **cursor)
{
    *cursor = std::make_unique<RowsCursor>().release();
    return SQLITE_OK;
}

int closeRows(sqlite3_vtab_cursor *cursor)
{
    delete &cursorOf(cursor);
    return SQLITE_OK;
}

int beginRows(sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **)
{
    cursorOf(cursor).shown = static_cast<RowsTable *>(cursor->pVtab)->rows;
    cursorOf(cursor).at = 0;
    return SQLITE_OK;
}

int nextRow(sqlite3_vtab_cursor *cursor)
{
    ++cursorOf(cursor).at;
    return SQLITE_OK;
}

int atEnd(sqlite3_vtab_cursor *cursor)
{
    return cursorOf(cursor).at >= cursorOf(cursor).shown->rows().size() ? 1 : 0;
}

int rowOf(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row)
{
    *row = static_cast<sqlite3_int64>(cursorOf(cursor).at);
    return SQLITE_OK;
}

void giveCell(sqlite3_context *context, const protocol::ColumnData &column, std::size_t row)
{
    if (column.isNull(row))
        return sqlite3_result_null(context);
    switch (column.storage()) {
    case protocol::ColumnData::Storage::Integers:
        return sqlite3_result_int64(context, column.integer(row));
    case protocol::ColumnData::Storage::Reals:
        return sqlite3_result_double(context, column.real(row));
    case protocol::ColumnData::Storage::Bytes:
        break;
    }
    const std::string_view bytes = column.bytes(row);
    const char *at = bytes.empty() ? "" : bytes.data();
    const auto size = static_cast<int>(bytes.size());
    if (column.type() == protocol::ColumnType::Blob)
        sqlite3_result_blob(context, at, size, SQLITE_STATIC);
    else
        sqlite3_result_text(context, at, size, SQLITE_STATIC);
}

int cellOf(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int index)
{
    const protocol::Batch &batch = cursorOf(cursor).shown->batch();
    const std::size_t row = cursorOf(cursor).shown->rows()[cursorOf(cursor).at];
    const auto value = static_cast<std::size_t>(index - firstValue);
    if (index == 0)
        sqlite3_result_int64(context, batch.ids[row]);
    else if (index == 1)
        sqlite3_result_int64(context, batch.channels[row]);
    else if (value < batch.values.size())
        giveCell(context, batch.values[value], row);
    return SQLITE_OK;
}

/// Without xCreate: the table is there by its name, and nothing of it gets into the file.
const sqlite3_module &rowsModule()
{
    static const sqlite3_module module = [] {
        sqlite3_module made{};
        made.xConnect = connectRows;
        made.xBestIndex = planRows;
        made.xDisconnect = disconnectRows;
        made.xOpen = openRows;
        made.xClose = closeRows;
        made.xFilter = beginRows;
        made.xNext = nextRow;
        made.xEof = atEnd;
        made.xColumn = cellOf;
        made.xRowid = rowOf;
        return made;
    }();
    return module;
}

} // namespace

ReceivedRows::ReceivedRows(sqlite3 *database) : m_database(database)
{
    const int code = sqlite3_create_module(m_database, tableName, &rowsModule(), this);
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_database, code);
}

ReceivedRows::~ReceivedRows()
{
    sqlite3_create_module(m_database, tableName, nullptr, nullptr);
}

} // namespace turnus::client
