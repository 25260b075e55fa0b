#pragma once

#include "sync/protocol/batch.h"

#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace turnus::client {

/// A prepared statement that takes decoded columns without a copy. Used inside Connection::read and ::write only,
/// which turn what it throws (SQLite::Exception) into errors. Text and blobs must live until the next step.
class Sql
{
public:
    Sql(sqlite3 *database, std::string_view text);
    ~Sql();
    Sql(Sql &&other) noexcept;
    Sql(const Sql &) = delete;
    Sql &operator=(const Sql &) = delete;
    Sql &operator=(Sql &&) = delete;

    void bind(int index, qint64 value);
    void bind(int index, double value);
    void bindText(int index, std::string_view value);
    void bindBlob(int index, std::string_view value);
    void bindNull(int index);
    /// Cell `row` of a column, by its storage class.
    void bind(int index, const protocol::ColumnData &column, std::size_t row);
    void bind(int index, const protocol::Value &value);

    /// Moves to the next row; false at the end.
    bool step();
    void reset();
    /// Executes once and is ready for the next; returns the rows changed.
    int run();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    /// Text or blob; valid until the next step.
    [[nodiscard]] std::string_view bytes(int column) const;
    [[nodiscard]] protocol::Value value(int column) const;
    /// Adds the cell to a column of a batch; false when it is of the wrong kind.
    [[nodiscard]] bool addTo(protocol::ColumnData &column, int index) const;

private:
    void check(int code) const;

    sqlite3 *m_database;
    sqlite3_stmt *m_statement = nullptr;
};

/// "UPDATE table SET column = ? WHERE id = ?"
[[nodiscard]] std::string setText(std::string_view table, std::string_view column);

/// Runs statements that return nothing.
void execute(sqlite3 *database, const std::string &text);

} // namespace turnus::client
