#pragma once

#include "sync/server/service/operation.h"
#include "sync/server/store/operationstore.h"
#include "sync/server/store/rowstore.h"

#include <QSet>

namespace turnus::server {

/// What was dealt with of a database's earlier pushes, which tells one that is older than that (a backup that was put
/// back on the device) from the one that lives. Keeps a second push of the database waiting until the transaction ends.
class EarlierPushes
{
public:
    EarlierPushes(Connection &connection, ChangeLog &log, qint64 replica);

    /// The numbers that were dealt with.
    [[nodiscard]] const AppliedSet &applied() const { return m_applied; }
    /// Whether the device's database is older than what the server has had from it: restored from a backup.
    [[nodiscard]] bool isStale(const protocol::SyncRequest &request, const std::vector<Operation> &operations);
    /// After isStale: whether this very operation, and no other of the same number, has been dealt with and may be
    /// answered by OperationApplier::apply(), which then changes nothing.
    [[nodiscard]] bool wasDealtWith(const Operation &operation);
    /// Of a stale database: whether its insert was taken by another number, so that it has its receipt already. What
    /// waited during a restore of the server goes by new numbers, which an older copy of the database does not know.
    [[nodiscard]] bool wasTakenByOtherNumber(const Operation &operation);

private:
    [[nodiscard]] bool isOther(const Operation &operation) const;
    /// Its number was dealt with, and for this very operation.
    [[nodiscard]] bool isRepeated(const Operation &operation) const;

    qint64 m_replica;
    OperationStore m_operations;
    RowStore m_rows;
    AppliedSet m_applied;
    OperationStore::Recorded m_recorded; ///< of the request's numbers that were dealt with
    QSet<qint64> m_moments;              ///< when any operation of the database was recorded; only of a stale one
};

} // namespace turnus::server
