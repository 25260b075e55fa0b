#pragma once

#include "core/storage/value.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <memory>
#include <utility>

namespace turnus::storage {

/// A prepared statement lent by its connection's cache; given back when it goes out of scope.
/// Only used inside Connection::read and Connection::write, which turn SQLite's exceptions into errors.
class Statement
{
public:
    /// Two uses of one SQL text at a time, as in a nested loop, get a statement each.
    struct Cached
    {
        Cached(const SQLite::Database &database, const std::string &sql) : statement(database, sql) {}
        SQLite::Statement statement;
        bool lent = false;
    };
    explicit Statement(std::shared_ptr<Cached> cached) : m_cached(std::move(cached)), m_statement(&m_cached->statement)
    {
        m_cached->lent = true;
    }
    Statement(Statement &&other) noexcept
        : m_cached(std::move(other.m_cached)), m_statement(std::exchange(other.m_statement, nullptr))
    {
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Binds parameter `index`, counted from 1.
    void bind(int index, const Value &value);
    /// Moves to the next row; false at the end.
    bool step() { return m_statement->executeStep(); }

    [[nodiscard]] bool isNull(int column) const { return m_statement->isColumnNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_statement->getColumn(column).getInt64(); }
    [[nodiscard]] int number(int column) const { return m_statement->getColumn(column).getInt(); }
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const { return m_statement->getColumn(column).getDouble(); }
    /// NULL reads as an empty string.
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] Instant instant(int column) const { return instantFrom(integer(column)); }
    [[nodiscard]] Day day(int column) const { return dayFrom(integer(column)); }
    [[nodiscard]] Money money(int column) const { return {integer(column)}; }
    /// NULL reads as a null id.
    template <class IdT>
    [[nodiscard]] IdT id(int column) const
    {
        return IdT{integer(column)};
    }
    /// Whatever the column holds, by its storage class.
    [[nodiscard]] Value value(int column) const;

    [[nodiscard]] std::optional<qint64> maybeInteger(int column) const { return maybe(column, &Statement::integer); }
    [[nodiscard]] std::optional<double> maybeReal(int column) const { return maybe(column, &Statement::real); }
    [[nodiscard]] std::optional<Instant> maybeInstant(int column) const { return maybe(column, &Statement::instant); }
    [[nodiscard]] std::optional<Day> maybeDay(int column) const { return maybe(column, &Statement::day); }
    [[nodiscard]] std::optional<Money> maybeMoney(int column) const { return maybe(column, &Statement::money); }

private:
    template <class T>
    std::optional<T> maybe(int column, T (Statement::*read)(int) const) const
    {
        return isNull(column) ? std::nullopt : std::optional<T>((this->*read)(column));
    }

    std::shared_ptr<Cached> m_cached;
    SQLite::Statement *m_statement;
};

} // namespace turnus::storage
