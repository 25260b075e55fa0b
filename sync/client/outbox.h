#pragma once

#include "sync/protocol/messages.h"

#include <compare>
#include <limits>
#include <optional>
#include <vector>

struct sqlite3;

namespace turnus::client {

/// What became of an operation on the way to the server, as `outbox.state` keeps it.
enum class OperationState { Here = 0, Sent = 1, Quarantined = 2 };

/// Turns the outbox into the operations of a request. Used inside Connection::write.
class Outbox
{
public:
    explicit Outbox(sqlite3 *database) : m_database(database) {}

    struct Batches
    {
        std::vector<protocol::Batch> operations;
        qint64 lastSequence = 0; ///< the highest one among them; 0 for none
        bool more = false;       ///< the limit was reached
    };
    static constexpr qint64 all = std::numeric_limits<qint64>::max();
    [[nodiscard]] bool hasUnsettled(qint64 upTo = all);
    /// The highest operation number ever given out.
    [[nodiscard]] qint64 lastSequence();
    /// Squeezes what was never sent, takes the oldest operations and marks them sent. One that cannot be sent
    /// (its row is gone, a value has the wrong kind) goes to quarantine. With `upTo`, only what was sent before and has
    /// a number up to it.
    [[nodiscard]] Batches take(qint64 upTo = all);
    /// An operation that gets a new number: lower parts first, in them tables by number, so that parents come before
    /// children.
    struct Renewal
    {
        int part = 0;
        int table = 0;
        qint64 sequence = 0;

        auto operator<=>(const Renewal &) const = default;
    };
    /// Gives operations new numbers in their order, as if they had never been sent.
    void renew(std::vector<Renewal> operations);
    /// One operation as a batch of one; nothing when it cannot be read any more.
    [[nodiscard]] std::optional<protocol::Batch> find(qint64 sequence);

private:
    void squeeze();
    void fold(qint64 row, const std::vector<qint64> &updates);
    void drop(qint64 sequence);
    void quarantine(qint64 sequence, std::string_view reason);

    sqlite3 *m_database;
};

} // namespace turnus::client
