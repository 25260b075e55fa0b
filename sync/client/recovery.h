#pragma once

#include "sync/protocol/messages.h"

#include <vector>

struct sqlite3;

namespace turnus::client {

class Sql;

/// Brings to a server that was restored from a backup what it lost. First the channels come anew, while nothing is
/// sent: rows of this database's own that they lack are queued as inserts, and what was confirmed since the backup
/// about records that they have as updates. Then all goes out with new numbers. Lives inside one Connection::write.
class Recovery
{
public:
    explicit Recovery(sqlite3 *database) : m_database(database) {}

    // Keys in the device's state, for what people are told.
    static constexpr auto restoredTo = "set_back_to";   ///< when the server's newest change was made; 0 unknown
    static constexpr auto noticed = "set_back_noticed"; ///< when this device heard of it
    static constexpr auto records = "set_back_records"; ///< how many were queued again; none while channels come

    [[nodiscard]] bool isUnderWay();
    /// The last restored backup that this device has dealt with, which every request names: one that was made before is
    /// refused, should it arrive late. 0 for none.
    [[nodiscard]] qint64 generation();

    /// The highest operation to send now. While channels come, that is the highest that the server still knows: what it
    /// has dealt with gets its receipt; what it lost is not known before all channels are here.
    [[nodiscard]] qint64 sendable();

    /// The server takes this database for an older copy of itself: makes everything sendable for once, so that what it
    /// knows gets its receipt. False when that was so already, and new numbers are to be taken; then nothing is
    /// sendable.
    [[nodiscard]] bool offerAll();

    void begin(const protocol::SetBack &setBack, qint64 now);
    /// Marks a row that the channel's snapshot lacks, by the negative of its channel, if it was made here; false when
    /// it was not. What comes of it afterwards takes the mark away.
    [[nodiscard]] bool setAside(const protocol::Table &table, qint64 row);
    /// All channels are here: what was queued gets its order and its numbers, but what others made here waits for them.
    /// Returns how many records are sent again.
    int finish();
    /// Queues what was refused again once another device has brought what it needs: rows that everything is here for to
    /// which they refer, edits of records that are back. Whether there were any.
    [[nodiscard]] bool retryRefused();
    /// This database's number and its former ones.
    [[nodiscard]] std::vector<qint64> ownReplicas();

private:
    void queueConfirmedEdits();
    /// Binds what `voidReceipts` compares with.
    void bindVoid(Sql &receipts);
    void queueEdits(const protocol::Table &table, const std::vector<qint64> &rows);
    void queueField(const protocol::Table &table, const protocol::Column &column, qint64 row, qint64 sequence);
    /// Queues a row that the server lacks as an insert, if it was made here.
    void sendAgain(const protocol::Table &table, qint64 row);
    void sendMissingRows();
    void sendLeftRows();
    void meetHeldValues();
    void dropLostReferences();
    void reopenConflicts();
    void giveNumbers();
    [[nodiscard]] bool refersToWhatIsHere(const protocol::Table &table, qint64 row);
    [[nodiscard]] bool isOwn(qint64 row);
    [[nodiscard]] bool isInAChannel(const protocol::Table &table, qint64 row);
    [[nodiscard]] qint64 noted(std::string_view key);
    void note(std::string_view key, qint64 value);

    sqlite3 *m_database;
    std::vector<qint64> m_replicas; ///< this database's number and its former ones
};

} // namespace turnus::client
