#pragma once

#include "core/support/time.h"
#include "sync/server/store/value.h"

#include <QList>
#include <map>
#include <optional>

namespace turnus::server {

class Connection;

/// Numbers of the operations that a replica has had dealt with, as few ranges.
class AppliedSet
{
public:
    struct Range
    {
        qint64 first = 0;
        qint64 last = 0;
        bool operator==(const Range &) const = default;
    };

    [[nodiscard]] bool contains(qint64 seq) const;
    void add(qint64 seq);
    [[nodiscard]] qint64 highest() const { return m_ranges.isEmpty() ? 0 : m_ranges.last().last; }
    [[nodiscard]] const QList<Range> &ranges() const { return m_ranges; }
    bool operator==(const AppliedSet &) const = default;

private:
    friend class OperationStore;
    QList<Range> m_ranges; ///< ascending, apart from each other
};

enum class OutcomeStatus { Merged = 2, Conflict = 3, Refused = 4 };

/// An operation that was not simply applied.
struct Outcome
{
    qint64 seq = 0;
    OutcomeStatus status = OutcomeStatus::Refused;
    int table = 0;
    qint64 row = 0;
    quint64 keptServers = 0; ///< columns in which the server's value stands
    QString reason;
    QString detail;
    QString payload;
    qint64 staff = 0;
};

/// One field on which a device and the server disagree; both values are kept until a person has chosen.
struct ConflictRow
{
    qint64 id = 0;
    qint64 replica = 0;
    qint64 seq = 0;
    int table = 0;
    qint64 row = 0;
    QString column;
    Value base;
    Value mine;
    qint64 mineBy = 0;
    Instant mineAt;
    Value theirs;
    qint64 theirsBy = 0;
    Instant theirsAt;
};

/// What has become of the devices' operations.
class OperationStore
{
public:
    explicit OperationStore(Connection &connection) : m_connection(connection) {}

    /// Also keeps a second push of the same replica waiting until this transaction ends.
    [[nodiscard]] AppliedSet lockApplied(qint64 replica);
    /// The highest number dealt with; 0 when none was.
    [[nodiscard]] qint64 highest(qint64 replica);
    void store(qint64 replica, const AppliedSet &set);

    /// By number, when each operation was recorded on its device, in ms.
    using Recorded = std::map<qint64, qint64>;
    void addRecorded(qint64 replica, const Recorded &push);
    /// Of the pushes that touch first..last.
    [[nodiscard]] Recorded recorded(qint64 replica, qint64 first, qint64 last);

    [[nodiscard]] std::optional<Outcome> outcome(qint64 replica, qint64 seq);
    void put(qint64 replica, const Outcome &outcome, Instant now);
    void dropOutcome(qint64 replica, qint64 seq);

    /// Returns its id.
    qint64 add(const ConflictRow &conflict);
    [[nodiscard]] QList<ConflictRow> openConflicts(int table, qint64 row);
    struct Settlement
    {
        ConflictRow conflict;
        qint64 by = 0; ///< 0: still open
    };
    [[nodiscard]] std::optional<Settlement> conflict(qint64 id);
    [[nodiscard]] std::optional<Settlement> conflict(qint64 replica, qint64 seq, const QString &column);

    /// A person has chosen: "mine", "theirs", "both", or "superseded" by a newer edit of the same device.
    void settle(qint64 conflict, const QString &choice, qint64 by, Instant now);

    /// Until which seq of the channel the replica is sent its own rows too; 0: not at all.
    [[nodiscard]] qint64 fullUntil(qint64 replica, qint64 channel);
    void setFullUntil(qint64 replica, qint64 channel, qint64 seq);

private:
    Connection &m_connection;
};

} // namespace turnus::server
