#pragma once

#include "core/support/time.h"
#include "sync/client/receivedrows.h"
#include "sync/client/recovery.h"
#include "sync/client/sql.h"
#include "sync/protocol/messages.h"

#include <map>
#include <unordered_set>

namespace turnus::client {

/// Writes what the server sent into the tables. A field with an unsettled edit keeps the person's value; the
/// server's is held beside it. Lives inside one Connection::write.
class Applier
{
public:
    explicit Applier(sqlite3 *database);

    /// Applies the batches that lead to `position`, and the position.
    void apply(const std::vector<protocol::Batch> &batches, const protocol::Position &position);
    /// The same for a part of the channel's snapshot: also drops rows that the snapshot would hold in this part.
    void applySnapshot(const std::vector<protocol::Batch> &batches, const protocol::Position &position);
    /// Does the same for channels that the server has nothing in, of which no snapshot comes.
    void emptyUnbegunChannels();
    void addChannels(const std::vector<protocol::ChannelInfo> &channels);
    /// Drops the rows of channels that are not this device's any more, but those that `sweep` still keeps.
    void removeChannels(const std::vector<qint64> &channels);
    /// Drops rows that left this device's channels and that nothing here needs any more: no edit of theirs is
    /// unsettled, and they are not of a customer with whom the person has a visit under way, begun within the last days
    /// (limits::movedCustomerKept), or a photo that the server does not hold yet. Only when all channels are where the
    /// server is: what left one may enter another, and what was recorded here follows.
    void sweep(Instant now);
    /// Rows left, and a sync that came to its end has not swept yet.
    [[nodiscard]] static bool mustSweep(sqlite3 *database);
    /// Moves what was recorded here to where its parent now belongs: own rows are not echoed, and the server put them
    /// there when their customer had moved meanwhile.
    void followParents();
    /// Parents came or left. While a restored server's channels come, nothing follows: it would slip past the snapshot
    /// that shows what is missing.
    [[nodiscard]] bool mayHaveToFollow() const { return (m_parents || m_left) && !m_recovering; }
    /// Notes the files that brochures and product pictures ask for.
    void noteFiles();

    /// Whether whole rows came that others refer to.
    [[nodiscard]] std::size_t rows() const { return m_applied; }
    /// Channels that lacked a row which the server took for known; they are asked for from the start.
    [[nodiscard]] const std::vector<qint64> &repaired() const { return m_repaired; }

private:
    /// Place in the order of snapshots: table number, then row.
    struct Place
    {
        int table = 0;
        qint64 row = 0;
    };

    [[nodiscard]] Place snapshotPlace(qint64 channel);
    void noteSnapshotPlace(qint64 channel, const std::optional<Place> &place);
    /// Drops the channel's rows after `from`, up to `to`, that are not in the batches; keeps those that only exist
    /// here.
    void dropMissing(qint64 channel, const Place &from, const Place &to, const std::vector<protocol::Batch> &batches);
    [[nodiscard]] bool isUnsent(qint64 row);
    void markLeft();
    [[nodiscard]] bool hasLeftRows();
    [[nodiscard]] std::string customersAtWork(Instant now);
    /// Before what else the batches say, which may take away what leads to the customer's rows.
    void eraseCustomers(const protocol::Batch &batch);
    void upsert(const protocol::Batch &batch);
    void update(const protocol::Batch &batch, bool &complete);
    void remove(const protocol::Batch &batch);
    [[nodiscard]] bool isPending(qint64 row) const { return m_pending.contains(row); }
    [[nodiscard]] std::unordered_set<std::string> pendingFields(qint64 row);
    void hold(const protocol::Batch &batch, std::size_t column, std::size_t row);
    /// Sets the fields of one row that no edit covers, holds the others. False when there is no such row.
    bool setUncovered(const protocol::Batch &batch, std::size_t row);
    Sql &cached(const std::string &text);

    sqlite3 *m_database;
    ReceivedRows m_received;
    Recovery m_recovery;
    bool m_recovering; ///< what was made here and is missing at the server is sent again, not dropped
    std::map<std::string, Sql> m_statements;
    std::unordered_set<qint64> m_pending; ///< rows with operations that are not receipted
    std::size_t m_applied = 0;
    bool m_files = false;
    bool m_left = false;    ///< rows left this device's channels and wait to be swept
    bool m_parents = false; ///< whole rows came that others belong to: a moved customer's may be spread over slices
    std::vector<qint64> m_repaired;
};

} // namespace turnus::client
