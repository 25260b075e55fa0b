#pragma once

#include "sync/protocol/messages.h"

#include <optional>

struct sqlite3;

namespace turnus::client {

/// Settles operations by the server's answer. Lives inside one Connection::write.
class Receipts
{
public:
    /// `now` is when they are confirmed; operations up to `lastSent` were in the request.
    Receipts(sqlite3 *database, qint64 now, qint64 lastSent) : m_database(database), m_now(now), m_lastSent(lastSent) {}

    Status apply(const protocol::AnswerControl &control);
    [[nodiscard]] int settled() const { return m_settled; }
    /// Forgets old confirmations that nothing will ask for: of rows that are not here any more, and of each row all but
    /// the first and the last. Those say when the row was recorded and whether a restored server lacks an edit of it;
    /// what may be repeated is known by the outbox and by the server, not by them.
    void forgetOld();

private:
    struct Operation
    {
        qint64 at;
        const protocol::Table *table;
        qint64 row;
    };

    void applied(const protocol::SequenceRange &range);
    void drop(const protocol::SequenceRange &range);
    Status one(const protocol::Receipt &receipt);
    Status serverStands(const protocol::Receipt &receipt, const Operation &operation);
    void keepConflict(const protocol::Receipt &receipt, const Operation &operation, const protocol::ServerField &field);
    [[nodiscard]] bool isCarriedByInsert(const protocol::Receipt &receipt, const Operation &operation);
    void refuse(const protocol::Receipt &receipt);
    [[nodiscard]] std::optional<Operation> find(qint64 sequence);
    /// A newer edit of the field, or an older one that was refused.
    [[nodiscard]] bool hasOtherEdit(qint64 sequence, qint64 row, const std::string &field, bool newer);
    void forgetHeldValues(const protocol::SequenceRange &range);
    void noteReceipted();
    void forgetSettled(const std::vector<protocol::Settled> &settled);

    sqlite3 *m_database;
    qint64 m_now;
    qint64 m_lastSent;
    int m_settled = 0;
};

/// Writes one field of a row; an error when the table has no such column or the value is of another kind.
Status setField(sqlite3 *database, const protocol::Table &table, qint64 row, const std::string &field,
                const protocol::Value &value);

} // namespace turnus::client
