#pragma once

#include "core/support/clock.h"
#include "sync/protocol/codec.h"
#include "sync/server/service/authorisation.h"
#include "sync/server/service/pieces.h"

namespace turnus::server {

class Connection;
struct Operation;

/// Which versions of the protocol a server speaks. A value of its own, so that tests can be of another time.
struct Versions
{
    int oldestServed = protocol::oldestServed;
    int newest = protocol::version;
};

/// One round trip of a device: applies its operations, answers with receipts and with what is new in its channels.
class SyncService
{
public:
    explicit SyncService(const Clock &clock, const Pieces &pieces = {}, Versions versions = {})
        : m_clock(clock), m_pieces(pieces), m_versions(versions)
    {
    }

    /// The body of the answer. Errors: "foreign-replica" (the request speaks for another database than the one signed
    /// in), "server-old" (a newer device), "version" (one too old to be served, when it has nothing to hand in;
    /// otherwise its operations are applied and receipted, and nothing is sent), "operations" (batches that cannot be
    /// operations), or the store's.
    [[nodiscard]] Result<std::string> sync(Connection &connection, const Principal &principal,
                                           const protocol::SyncRequest &request);

    /// Whether a request without operations would be answered with nothing but its receipt: the device is where its
    /// channels are, the server has dealt with nothing of it that it does not know, and was not restored since. Error
    /// "no-such-endpoint" where the number has to be proved, for which a brief request has no room: ask with a body.
    [[nodiscard]] Result<bool> isCurrent(Connection &connection, const Principal &principal,
                                         const protocol::SyncRequest &request) const;

private:
    /// Answers a database that speaks by another number than its session's.
    [[nodiscard]] Result<std::string> adopt(Connection &connection, const Principal &principal,
                                            const protocol::SyncRequest &request);
    /// What a device must hear before anything is taken from it or sent to it, because a backup was restored. `named`:
    /// what its requests have to name (SessionStore::setBackOf).
    [[nodiscard]] static std::optional<protocol::SetBack>
    setBackFor(Connection &connection, qint64 named, qint64 highest, const protocol::SyncRequest &request);
    struct Applied
    {
        protocol::AnswerControl control;
        bool stale = false;
    };
    [[nodiscard]] std::string only(protocol::AnswerControl &control, const protocol::SyncRequest &request) const;
    [[nodiscard]] Status push(Connection &connection, const Principal &principal, const protocol::SyncRequest &request,
                              const std::vector<Operation> &operations, bool careful, Applied &applied);
    /// Makes or renews the snapshots of channels that the device begins.
    [[nodiscard]] Status prepareSnapshots(Connection &connection, const Principal &principal,
                                          const protocol::SyncRequest &request);
    void addSums(Connection &connection, const Authorisation &access, protocol::AnswerControl &control);
    [[nodiscard]] Result<std::string> pull(Connection &connection, const Principal &principal,
                                           const protocol::SyncRequest &request, Applied applied);

    const Clock &m_clock;
    Pieces m_pieces;
    Versions m_versions;
};

} // namespace turnus::server
