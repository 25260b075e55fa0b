#pragma once

#include "core/storage/value.h"
#include "core/support/ids.h"

#include <initializer_list>
#include <span>
#include <string>

namespace turnus::storage {

class Connection;
class Statement;

/// The only door through which a synced row is edited: each edit and its outbox operation commit together.
/// Lives inside one Connection::write.
class Writer final : public IdSource
{
public:
    explicit Writer(Connection &connection) : m_connection(connection) {}

    /// The transaction's moment; the same for every row of it.
    [[nodiscard]] Instant now();
    /// Fails with "no-replica" before the first sign-in.
    [[nodiscard]] Result<qint64> next() override;

    /// Inserts a fact or a new shared record into the channel of `parentId`'s row and journals it. `now()` is not
    /// added by itself: name every column that is NOT NULL.
    template <class ParentId, class IdT>
    void insert(const char *table, IdT id, const char *parentTable, ParentId parentId,
                std::initializer_list<Field> fields)
    {
        insertRow(table, id.value, channelOf(parentTable, parentId.value), fields);
    }
    /// Changes fields of a shared record; only those that differ are written and journalled with their old value.
    template <class IdT>
    void update(const char *table, IdT id, std::initializer_list<Field> fields)
    {
        updateRow(table, id.value, fields);
    }

    void insertRow(const char *table, qint64 id, qint64 channel, std::span<const Field> fields);
    void updateRow(const char *table, qint64 id, std::span<const Field> fields);
    [[nodiscard]] qint64 channelOf(const char *table, qint64 id);

    void insertRow(const char *table, qint64 id, qint64 channel, std::initializer_list<Field> fields)
    {
        insertRow(table, id, channel, std::span(fields.begin(), fields.size()));
    }
    void updateRow(const char *table, qint64 id, std::initializer_list<Field> fields)
    {
        updateRow(table, id, std::span(fields.begin(), fields.size()));
    }

    /// Writes back the id counter; called once by Connection::write before the commit.
    void finish();

private:
    qint64 journal(int kind, const char *table, qint64 id);

    Connection &m_connection;
    std::optional<Instant> m_now;
    std::optional<qint64> m_nextId;
};

} // namespace turnus::storage
