#pragma once

#include "core/support/time.h"
#include "sync/client/outbox.h"

#include <QString>

namespace turnus::storage {
class Connection;
class Writer;
} // namespace turnus::storage

namespace turnus::client {

/// The server was restored from a backup, and this device brings what it lost.
struct SetBackNotice
{
    Instant noticed{};
    std::optional<Instant> to;  ///< when the server's newest change was made, if it is known
    std::optional<int> records; ///< how many are sent again, once that is known
    bool operator==(const SetBackNotice &) const = default;
};

struct OutboxCounts
{
    int here = 0;
    int sent = 0;
    int quarantined = 0;
    int confirmedToday = 0;
    int conflicts = 0;
    /// Photos and reports of the visits that are not yet whole at the server; how many of them it holds or refused.
    int files = 0;
    int filesHeld = 0;
    int filesRefused = 0;
    qint64 fileBytes = 0;                 ///< of those that are still to be sent
    std::optional<SetBackNotice> setBack; ///< lately
    bool operator==(const OutboxCounts &) const = default;
};

/// What waits for the server about one subject: a visit with all its lines, or a record that was edited by itself.
struct OutboxSubject
{
    QString table; ///< "visit", "asset", "customer" …
    qint64 row = 0;
    QString customer; ///< name of the customer it belongs to; empty when it belongs to none
    int here = 0;
    int sent = 0;
    int quarantined = 0;
    Instant since{};
    QStringList tables; ///< kinds of the records in it, once each, in the order they were made
    bool operator==(const OutboxSubject &) const = default;
};

/// One operation that the server refused, or that waits for who made it ("maker: NAME").
struct QuarantinedOperation
{
    qint64 sequence = 0;
    QString table;
    qint64 row = 0;
    QString customer;
    Instant at{};
    QString reason;
};

/// One field on which a person has to choose.
struct OpenConflict
{
    qint64 id = 0;
    QString table;
    qint64 row = 0;
    QString field;
    QString customer;
    QString mine; ///< as text; empty for nothing
    QString theirs;
    Instant mineAt{};
    Instant theirsAt{};
    QString theirsBy;
    bool canKeepBoth = false;
};

/// What a person sees of the outbox and does with it. On the interface's own connection.
class OutboxBook
{
public:
    explicit OutboxBook(storage::Connection &connection) : m_connection(connection) {}

    [[nodiscard]] Result<OutboxCounts> counts();
    [[nodiscard]] Result<std::vector<OutboxSubject>> subjects();
    [[nodiscard]] Result<std::vector<QuarantinedOperation>> quarantined();
    [[nodiscard]] Result<std::vector<OpenConflict>> conflicts();

    /// Sends a refused operation again, under a new number, and with a record the refused ones that refer to it;
    /// "erased" when its customer is, "others-work".
    Status retry(qint64 sequence);
    /// Writes a refused operation as text into DIR, for whoever looks into it; returns the file. "gone" when there is
    /// nothing of it to write, "not-quarantined".
    Result<QString> save(qint64 sequence, const QString &directory);
    /// Writes a refused operation as text into DIR, then takes it back: the record shows the server's value again, a
    /// record that only this handheld has is gone, and with it the refused ones that refer to it. Returns the file.
    /// "others-work"; "constraint" while records refer to it that were not refused.
    Result<QString> discard(qint64 sequence, const QString &directory);

    enum class Choice { Mine, Theirs, Both };
    /// Settles a conflict. Both: theirs stays, mine is added to the record's note after `label`.
    Status resolve(qint64 conflict, Choice choice, const QString &label);

private:
    [[nodiscard]] std::optional<SetBackNotice> setBack() const;
    struct Place
    {
        const protocol::Table *table;
        qint64 row;
    };
    [[nodiscard]] std::optional<Place> parentOf(const Place &place);
    [[nodiscard]] Place subjectOf(const Place &place);
    [[nodiscard]] QString customerOf(Place place);
    /// A refused edit is tried again without the fields that were edited once more since: those edits take its place,
    /// or it would undo them.
    void yieldToNewer(qint64 sequence);
    /// Why the server refused it; "not-quarantined", "others-work".
    [[nodiscard]] Result<QString> refusalOf(qint64 sequence);
    struct Refused
    {
        qint64 sequence;
        Place place;
    };
    /// It and, of a record, the refused records that refer to it, and to those.
    [[nodiscard]] std::vector<Refused> withRefusedBelow(qint64 sequence);
    void addReferring(std::vector<Refused> &all, const protocol::Table &table, const std::string &column, qint64 above);
    void takeBack(const protocol::Batch &operation);
    void keepBoth(storage::Writer &writer, const OpenConflict &conflict, const QString &label);

    storage::Connection &m_connection;
};

} // namespace turnus::client
