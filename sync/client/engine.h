#pragma once

#include "sync/client/limits.h"
#include "sync/protocol/codec.h"

#include <functional>

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::client {

/// How far a run is. While snapshots come, counted with what earlier runs had brought of them.
struct Progress
{
    std::size_t rows = 0;       ///< applied
    std::size_t bytes = 0;      ///< of answers
    std::size_t rowsBefore = 0; ///< thereof before this run: where it goes on after a cut
    std::size_t rowsInAll = 0;  ///< what the server said is to come; 0 when it did not
    std::size_t bytesInAll = 0;
    bool operator==(const Progress &) const = default;
};

/// What one round trip did.
struct Round
{
    bool more = false; ///< there is more to send or to fetch: begin another round at once
    std::size_t rowsIn = 0;
    std::size_t operationsOut = 0;
    int settled = 0;
    std::vector<qint64> repaired; ///< channels that are asked for from the start, because they differ from the server's
    int sentAgain = 0;            ///< records that the server lost when a backup was restored, queued again
    bool checked = false;         ///< the server's counts and sums were compared
    std::vector<qint64> stillDiffering; ///< channels that were fetched again and differ yet
};

/// The sync engine of the handheld, without a network: makes a request of the outbox and applies the answer in
/// slices, each with its cursor in one transaction. One round at a time; what fails in it leaves whole slices.
class Engine
{
public:
    explicit Engine(storage::Connection &connection) : m_connection(connection) {}

    /// Rows that one transaction applies before it commits; whole frames are never split.
    std::size_t sliceRows = limits::sliceRows;
    /// What the requests are written in; below protocol::version for a server that knows no later one.
    int spoken = protocol::version;
    /// Called after each slice, and when it is known what is to come.
    std::function<void(const Progress &)> onProgress;

    /// Makes the next request ask for the server's counts and sums.
    void askForCheck() { m_checkAsked = true; }
    /// Whether the daily comparison has yet to be made. Reading all rows takes time: it is asked for when all else is
    /// done.
    [[nodiscard]] Result<bool> isCheckDue() const;
    /// Makes indexes and search again where a kill left the end of a first load undone.
    Status finishLoad();

    /// The body of the request; its operations are marked sent. Forgets an unfinished round.
    Result<std::string> begin();
    /// After begin: the same request in brief, when it says only where this device is.
    [[nodiscard]] const std::optional<std::string> &brief() const { return m_brief; }
    /// Takes the answer as it comes in and applies what is whole.
    Status feed(std::string_view bytes);
    /// "answer-cut" when the answer did not come to its end.
    Result<Round> finish();
    /// In place of an answer: the server has nothing new.
    Result<Round> finishUnchanged();

private:
    struct Group
    {
        std::vector<protocol::Batch> batches;
        protocol::Position position;
    };

    Status take(protocol::AnswerPart part);
    Status flush();
    Status applyControl(storage::Writer &writer);
    void noteLoad(const protocol::SnapshotLoad &load);
    /// Takes channels off `snapshots` once their snapshot has come to its end.
    void applyGroups(std::vector<qint64> &snapshots);
    void forgetTold(storage::Writer &writer);
    /// Compares what is here with the server's sums, once all is applied.
    Status compare();
    /// Sends again what a restored server lost, once its channels are here.
    Status finishRecovery();
    [[nodiscard]] bool hasNews() const;
    /// Without news there is nothing to write.
    [[nodiscard]] bool isIdle() const;
    /// The answer came to its end, nothing is left to fetch, and nothing is kept for a restored server.
    [[nodiscard]] bool isCaughtUp() const;
    void describeCursors(protocol::SyncRequest &request);

    storage::Connection &m_connection;
    protocol::AnswerReader m_reader;
    std::optional<std::string> m_brief;
    std::optional<protocol::AnswerControl> m_control; ///< not yet applied
    std::optional<protocol::AnswerEnd> m_end;
    std::vector<protocol::Batch> m_batches; ///< since the last position
    std::vector<Group> m_groups;            ///< not yet applied
    std::size_t m_groupRows = 0;
    std::vector<protocol::Settled> m_told;        ///< conflicts that the request names as settled
    qint64 m_replica = 0;                         ///< as which it speaks
    std::vector<protocol::ChannelSum> m_differed; ///< channels that the request reports as differing
    std::vector<protocol::ChannelSum> m_sums;     ///< the server's
    std::vector<qint64> m_snapshots;              ///< channels whose snapshot the answer carries
    bool m_isSetBack = false;                     ///< the answer says that the server was restored
    bool m_checkAsked = false;                    ///< for the next request
    bool m_checks = false;                        ///< the request under way asks for the server's counts and sums
    qint64 m_lastSent = 0;
    bool m_moreToSend = false;
    Round m_round;
    std::size_t m_answerBytes = 0;
    Progress m_progress; ///< over all rounds
};

} // namespace turnus::client
