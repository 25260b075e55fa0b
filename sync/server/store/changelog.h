#pragma once

#include "core/support/time.h"
#include "sync/protocol/tables.h"

#include <QList>
#include <optional>

namespace turnus::server {

class Connection;

enum class ChangeKind { Entered = 1, Updated = 2, Left = 3 };

/// Whose edit a change is: the device's replica and its user, or the server's own (0, 0).
struct Author
{
    qint64 replica = 0;
    qint64 staff = 0;
};

struct Change
{
    qint64 channel = 0;
    const protocol::Table *table = nullptr;
    qint64 row = 0;
    ChangeKind kind = ChangeKind::Entered;
    quint64 mask = 0; ///< bit i: table->columns[i] changed
    Author author;
};

/// Gathers a transaction's changes and writes them to the channels' logs at its end. The channel's head is raised
/// under its row lock, in the order of channel numbers, so that cursors have no gaps and writers no deadlocks. A
/// channel that a customer leaves loses its snapshot, which would show him to who begins there.
class ChangeLog
{
public:
    ChangeLog(Connection &connection, Instant now) : m_connection(connection), m_now(now) {}

    void record(const Change &change) { m_changes.append(change); }
    [[nodiscard]] Instant now() const { return m_now; }
    /// For undoing what one operation recorded.
    [[nodiscard]] qsizetype mark() const { return m_changes.size(); }
    void rewind(qsizetype mark) { m_changes.resize(mark); }
    /// Call once, last in the transaction.
    void flush();

    /// The latest recorded or pending change of one field; nothing when it never changed.
    struct LastEdit
    {
        Author author;
        Instant at;
    };
    [[nodiscard]] std::optional<LastEdit> lastEdit(const protocol::Table &table, qint64 row, int column) const;

private:
    /// Of one channel, numbered from `firstSeq`.
    void write(qint64 firstSeq, const QList<Change> &changes);
    void writeAlike(qint64 firstSeq, const QList<Change> &changes);
    void writeMixed(qint64 firstSeq, const QList<Change> &changes);

    Connection &m_connection;
    Instant m_now;
    QList<Change> m_changes;
};

} // namespace turnus::server
