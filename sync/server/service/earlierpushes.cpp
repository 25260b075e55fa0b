#include "sync/server/service/earlierpushes.h"

namespace turnus::server {

EarlierPushes::EarlierPushes(Connection &connection, ChangeLog &log, qint64 replica)
    : m_replica(replica), m_operations(connection), m_rows(connection, log),
      m_applied(m_operations.lockApplied(replica))
{
}

bool EarlierPushes::isOther(const Operation &operation) const
{
    const auto known = m_recorded.find(operation.sequence);
    return known != m_recorded.end() && known->second != toInteger(operation.at);
}

bool EarlierPushes::isRepeated(const Operation &operation) const
{
    return m_applied.contains(operation.sequence) && !isOther(operation);
}

bool EarlierPushes::isStale(const protocol::SyncRequest &request, const std::vector<Operation> &operations)
{
    const qint64 highest = m_applied.highest();
    if (!operations.empty() && operations.front().sequence <= highest)
        m_recorded = m_operations.recorded(m_replica, operations.front().sequence, highest);
    if (highest > request.lastSequence)
        return true;
    bool repeatsHighest = false;
    for (const Operation &operation : operations) {
        if (m_applied.contains(operation.sequence) && isOther(operation))
            return true;
        repeatsHighest = repeatsHighest || operation.sequence == highest;
    }
    // What was not receipted is sent again; what was is known to have been.
    return request.receipted && *request.receipted < highest && !repeatsHighest;
}

bool EarlierPushes::wasDealtWith(const Operation &operation)
{
    if (!isRepeated(operation))
        return false;
    // Of pushes from before the moments were kept, what is there is known.
    if (!m_recorded.contains(operation.sequence) &&
        !(operation.isInsert() && m_rows.channelOf(operation.table(), operation.row())))
        return false;
    const auto outcome = m_operations.outcome(m_replica, operation.sequence);
    return !outcome || outcome->status != OutcomeStatus::Refused;
}

bool EarlierPushes::wasTakenByOtherNumber(const Operation &operation)
{
    if (isRepeated(operation) || !operation.isInsert() || !m_rows.channelOf(operation.table(), operation.row()))
        return false;
    if (m_moments.isEmpty()) {
        for (const auto &[seq, at] : m_operations.recorded(m_replica, 0, m_applied.highest()))
            m_moments.insert(at);
    }
    return m_moments.contains(toInteger(operation.at));
}

} // namespace turnus::server
