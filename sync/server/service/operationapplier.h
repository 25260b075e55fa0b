#pragma once

#include "sync/server/service/authorisation.h"
#include "sync/server/service/bonusservice.h"
#include "sync/server/service/conflicts.h"
#include "sync/server/service/operation.h"
#include "sync/server/service/rowrules.h"
#include "sync/server/store/operationstore.h"

#include <QHash>
#include <QSet>
#include <map>

namespace turnus::server {

/// Applies a device's operations one by one inside one transaction, each with its own receipt.
class OperationApplier
{
public:
    /// `before`: the numbers that were dealt with. `careful`: every operation can be undone by itself, also when the
    /// database refuses it; costs two statements each.
    OperationApplier(Connection &connection, ChangeLog &log, const Authorisation &access, const AppliedSet &before,
                     bool careful);

    /// Looks up at once which inserts' rows are there already and where those are that they refer to, so that each need
    /// not ask. Before the first `apply`.
    void lookAhead(const std::vector<Operation> &operations);
    /// Nothing when it was simply applied (or had been).
    [[nodiscard]] std::optional<protocol::Receipt> apply(const Operation &operation);
    /// What the device says was settled on it; before the first `apply` and after the last.
    void hear(const protocol::Settled &settled) { m_conflicts.hear(settled); }
    void settle(const protocol::Settled &settled) { m_conflicts.settle(settled); }
    /// Writes down which numbers have been dealt with.
    void finish();
    [[nodiscard]] const AppliedSet &applied() const { return m_applied; }

private:
    struct Merged
    {
        quint64 written = 0;
        quint64 kept = 0;      ///< the server's value stands
        quint64 conflicts = 0; ///< part of kept: a person must choose
    };
    [[nodiscard]] protocol::Receipt quarantine(const Operation &operation, const Error &error);
    /// What an operation on an erased customer hears, who must not come back by it; its content is not kept.
    [[nodiscard]] std::optional<protocol::Receipt> refuseErased(const Operation &operation);
    [[nodiscard]] Result<std::optional<protocol::Receipt>> attempt(const Operation &operation);
    [[nodiscard]] Status insert(const Operation &operation);
    /// Whether the operation is an insert that nothing needs to see before the push ends.
    [[nodiscard]] bool canWait(const Operation &operation) const;
    /// Whether the operation is an update that says what the waiting insert of its row carries already.
    [[nodiscard]] bool isInWaitingRow(const Operation &operation) const;
    [[nodiscard]] bool isOwnRange(qint64 replica);
    void writeWaiting();
    /// On PostgreSQL a customer may have moved, or been erased, since the push looked where his rows are: then it
    /// begins anew. From here to the commit he stays.
    void holdPlaces();
    [[nodiscard]] Result<std::optional<protocol::Receipt>> update(const Operation &operation);
    /// Writes the columns of `mask`, with what comes of that, unless a rule is against it.
    [[nodiscard]] Status write(const protocol::Table &table, const Row &before, const Row &row, quint64 mask,
                               Author by);
    [[nodiscard]] Result<Row> rowOf(const Operation &operation);
    [[nodiscard]] Result<qint64> channelFor(const protocol::Table &table, const Row &row);
    /// What is kept of an erased customer takes nothing more, though it is of an own visit.
    [[nodiscard]] bool isErased(qint64 row);
    /// Whether the row is recorded on a visit that the person himself began, where that visit's customer is now.
    [[nodiscard]] bool isOnOwnVisit(const protocol::Table &table, const Row &row);
    [[nodiscard]] Status checkReferences(const protocol::Table &table, const Row &row, quint64 mask);
    [[nodiscard]] Status checkRules(const protocol::Table &table, const Row &row, quint64 mask);
    [[nodiscard]] Status afterInsert(const protocol::Table &table, const Row &row);
    [[nodiscard]] Merged merge(const Operation &operation, Row &row);
    [[nodiscard]] Conflicts::Place placeOf(const Operation &operation, int column) const;
    void keepConflicts(const Operation &operation, const Row &row, quint64 conflicts);
    [[nodiscard]] protocol::Receipt receipt(const Operation &operation, const Row &row, quint64 kept,
                                            quint64 conflicts);
    [[nodiscard]] std::optional<protocol::Receipt> earlier(const Operation &operation, const Outcome &outcome);
    [[nodiscard]] std::optional<qint64> channelOfRow(const protocol::Table &table, qint64 id);
    [[nodiscard]] QString nameOf(qint64 staff);
    [[nodiscard]] Author author() const;
    void note(const Operation &operation);

    Connection &m_connection;
    ChangeLog &m_log;
    const Authorisation &m_access;
    bool m_careful;
    RowStore m_rows;
    RowRules m_rules;
    OperationStore m_operations;
    BonusService m_bonus;
    Conflicts m_conflicts;
    OperationStore::Recorded m_new;
    AppliedSet m_before;
    AppliedSet m_applied;
    QSet<qint64> m_there;                   ///< rows of inserts that are in the database, or wait for it
    std::map<int, QList<Row>> m_waiting;    ///< checked inserts by table, written together
    QHash<qint64, qsizetype> m_waitingAt;   ///< by row id, where in the list of its table
    std::map<int, QSet<qint64>> m_lookedUp; ///< by table, rows of territories that inserts refer to
    QHash<qint64, qint64> m_channels;       ///< of rows seen in this push; ids are unique over all tables
};

} // namespace turnus::server
