#pragma once

#include "core/support/time.h"
#include "sync/client/outboxbook.h"

namespace turnus::client {

/// A field that some device of a territory and the server disagree on, as a supervisor sees it.
struct TeamConflict
{
    qint64 id = 0;
    QString table;
    QString field;
    QString customer;
    QString mine; ///< what the technician wanted; empty for nothing
    QString mineBy;
    Instant mineAt{};
    QString theirs; ///< what the record holds
    QString theirsBy;
    Instant theirsAt{};
    bool canKeepBoth = false;
};

/// The open conflicts of the territories that this handheld reads, and a supervisor's choices in them, which travel as
/// operations: whoever chooses first wins, on whatever device.
class TeamConflicts
{
public:
    explicit TeamConflicts(storage::Connection &connection) : m_connection(connection) {}

    /// Those that nobody has settled, also not here, oldest first. One in which a choice was refused is open again.
    [[nodiscard]] Result<std::vector<TeamConflict>> open();
    /// `shown` is the conflict as the person saw it when he chose; the record may hold another value by now, against
    /// which his choice does not count. `label` names the field where both values are kept. Errors: "no-conflict",
    /// "no-note".
    Status choose(const TeamConflict &shown, OutboxBook::Choice choice, const QString &label);

private:
    /// A choice that the server refused gives way to the next one.
    void forgetRefused(qint64 conflict);

    storage::Connection &m_connection;
};

} // namespace turnus::client
