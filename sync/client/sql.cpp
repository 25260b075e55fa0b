#include "sync/client/sql.h"

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>
#include <utility>

namespace turnus::client {

Sql::Sql(sqlite3 *database, std::string_view text) : m_database(database)
{
    check(sqlite3_prepare_v2(database, text.data(), static_cast<int>(text.size()), &m_statement, nullptr));
}

Sql::~Sql()
{
    sqlite3_finalize(m_statement);
}

Sql::Sql(Sql &&other) noexcept : m_database(other.m_database), m_statement(std::exchange(other.m_statement, nullptr)) {}

void Sql::check(int code) const
{
    if (code != SQLITE_OK)
        throw SQLite::Exception(m_database, code);
}

void Sql::bind(int index, qint64 value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
}

void Sql::bind(int index, double value)
{
    check(sqlite3_bind_double(m_statement, index, value));
}

void Sql::bindText(int index, std::string_view value)
{
    // An empty view may have no address, and that would be NULL.
    const char *at = value.empty() ? "" : value.data();
    check(sqlite3_bind_text(m_statement, index, at, static_cast<int>(value.size()), SQLITE_STATIC));
}

void Sql::bindBlob(int index, std::string_view value)
{
    const char *at = value.empty() ? "" : value.data();
    check(sqlite3_bind_blob(m_statement, index, at, static_cast<int>(value.size()), SQLITE_STATIC));
}

void Sql::bindNull(int index)
{
    check(sqlite3_bind_null(m_statement, index));
}

void Sql::bind(int index, const protocol::ColumnData &column, std::size_t row)
{
    if (column.isNull(row))
        return bindNull(index);
    switch (column.storage()) {
    case protocol::ColumnData::Storage::Integers:
        return bind(index, column.integer(row));
    case protocol::ColumnData::Storage::Reals:
        return bind(index, column.real(row));
    case protocol::ColumnData::Storage::Bytes:
        break;
    }
    if (column.type() == protocol::ColumnType::Blob)
        bindBlob(index, column.bytes(row));
    else
        bindText(index, column.bytes(row));
}

void Sql::bind(int index, const protocol::Value &value)
{
    if (const auto *integer = std::get_if<qint64>(&value))
        bind(index, *integer);
    else if (const auto *real = std::get_if<double>(&value))
        bind(index, *real);
    else if (const auto *text = std::get_if<std::string>(&value))
        bindText(index, *text);
    else if (const auto *blob = std::get_if<protocol::Blob>(&value))
        bindBlob(index, blob->bytes);
    else
        bindNull(index);
}

bool Sql::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE) {
        sqlite3_reset(m_statement);
        throw SQLite::Exception(m_database, code);
    }
    return false;
}

void Sql::reset()
{
    check(sqlite3_reset(m_statement));
}

int Sql::run()
{
    step();
    reset();
    return sqlite3_changes(m_database);
}

bool Sql::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 Sql::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Sql::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

std::string_view Sql::bytes(int column) const
{
    const void *at = sqlite3_column_blob(m_statement, column);
    return {static_cast<const char *>(at), static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

protocol::Value Sql::value(int column) const
{
    switch (sqlite3_column_type(m_statement, column)) {
    case SQLITE_INTEGER:
        return integer(column);
    case SQLITE_FLOAT:
        return real(column);
    case SQLITE_TEXT:
        return std::string(bytes(column));
    case SQLITE_BLOB:
        return protocol::Blob{std::string(bytes(column))};
    default:
        return {};
    }
}

bool Sql::addTo(protocol::ColumnData &column, int index) const
{
    using Storage = protocol::ColumnData::Storage;
    const int type = sqlite3_column_type(m_statement, index);
    if (type == SQLITE_NULL) {
        column.addNull();
        return true;
    }
    switch (column.storage()) {
    case Storage::Integers:
        if (type != SQLITE_INTEGER)
            return false;
        column.addInteger(integer(index));
        return true;
    case Storage::Reals:
        if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
            return false;
        column.addReal(real(index));
        return true;
    case Storage::Bytes:
        break;
    }
    if (type != (column.type() == protocol::ColumnType::Blob ? SQLITE_BLOB : SQLITE_TEXT))
        return false;
    column.addBytes(bytes(index));
    return true;
}

std::string setText(std::string_view table, std::string_view column)
{
    std::string text = "UPDATE ";
    return text.append(table).append(" SET ").append(column).append(" = ? WHERE id = ?");
}

void execute(sqlite3 *database, const std::string &text)
{
    const int code = sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        throw SQLite::Exception(database, code);
}

} // namespace turnus::client
