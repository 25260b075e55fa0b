#pragma once

#include "sync/protocol/messages.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/store/operationstore.h"

#include <QHash>
#include <functional>
#include <optional>

namespace turnus::server {

/// Fields on which a device and the server disagree: kept with both values, shown to the people of the territory, and
/// settled by whoever chooses first, on the device that met them or a supervisor. Inside one transaction.
class Conflicts
{
public:
    Conflicts(Connection &connection, ChangeLog &log, const Authorisation &access)
        : m_connection(connection), m_log(log), m_access(access), m_operations(connection), m_rows(connection, log)
    {
    }

    /// One field and the replica that met a conflict on it.
    struct Place
    {
        qint64 replica = 0;
        int table = 0;
        qint64 row = 0;
        QString column;
    };
    /// The device has edited the field once more, so that its open conflict says nothing any more; with `mine` only one
    /// in which the device's value was this.
    void supersede(const Place &place, const std::optional<Value> &mine);
    /// `record`: the row that met it, as it is on the server.
    void open(const ConflictRow &conflict, const protocol::Table &table, const Row &record);
    /// What the device of the request says was settled there; before its operations. One that somebody else has
    /// settled before is late: the edit that it comes with changes nothing.
    void hear(const protocol::Settled &settled);
    [[nodiscard]] bool isLate(qint64 row, std::string_view column, const Value &value) const;
    /// The same, after its operations: which value was chosen is what the record now holds.
    void settle(const protocol::Settled &settled);
    /// Writes the columns of a mask from a row that has changed, or says which rule is against it.
    using Write = std::function<Status(const protocol::Table &table, const Row &before, const Row &after, quint64 mask,
                                       Author author)>;
    /// A row of conflict_choice. Errors: "settled" (somebody was first; the detail is who), "conflict-missing",
    /// "changed" (the field holds what the supervisor has not seen), and those of `write`. After one nothing that was
    /// done here may stay.
    [[nodiscard]] Status choose(const Row &choice, const Write &write);

    /// After a choice that was refused with "changed" was undone: the conflict shows what the record holds, also where
    /// it was met before conflicts followed their records.
    void showAgain();

private:
    [[nodiscard]] std::optional<OperationStore::Settlement> find(const protocol::Settled &settled);
    [[nodiscard]] Status addToNote(const protocol::Table &table, Row &record, const QString &addition);
    void close(const ConflictRow &conflict, const QString &choice);

    Connection &m_connection;
    ChangeLog &m_log;
    const Authorisation &m_access;
    OperationStore m_operations;
    RowStore m_rows;
    std::optional<ConflictRow> m_changed;
    QHash<std::pair<qint64, QString>, Value> m_late; ///< by row and column, the value that came too late
};

} // namespace turnus::server
