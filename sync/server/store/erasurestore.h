#pragma once

#include "core/support/time.h"
#include "sync/protocol/tables.h"
#include "sync/server/store/erasedlist.h"

#include <QList>
#include <QSet>
#include <QStringList>

namespace turnus::server {

class Connection;
class ChangeLog;

/// Takes a customer's data out of the company's tables. Inside one Connection::write, but for scrub().
class ErasureStore
{
public:
    explicit ErasureStore(Connection &connection) : m_connection(connection) {}

    /// Keeps other writers of the customers' tables waiting until this transaction ends.
    void lock();
    /// Rows of the table that hang on the customer; the postings and decisions on his referrals too.
    [[nodiscard]] QList<qint64> rowsOf(const protocol::Table &table, qint64 customer);
    void remove(const protocol::Table &table, qint64 customer, ChangeLog &log);
    /// Empties fields of those rows: NULL, or nothing of their kind. Not recorded in the log: they leave their channel.
    void blank(const protocol::Table &table, qint64 customer, const QList<int> &columns);
    /// Marks units as gone that are not, for a reason that says nothing of their life, and says which these are.
    [[nodiscard]] QList<qint64> retireUnits(qint64 customer);

    /// Files that rows of the customer name.
    [[nodiscard]] QStringList filesOf(qint64 customer);
    /// Files that rows name, but for those that only rows of these customers name.
    [[nodiscard]] QStringList filesWithout(const QSet<qint64> &customers);
    void noteFiles(const QStringList &files, Instant now);
    [[nodiscard]] QStringList notedFiles();
    void forgetFile(const QString &sha256);

    void noteRows(const QList<qint64> &rows, qint64 customer);
    /// The customer whose row one of these was; 0 for none.
    [[nodiscard]] qint64 customerOf(const QList<qint64> &rows);
    /// Notes refused additions to the customer's rows, and theirs, as his.
    void noteRefusedAdditions(qint64 customer);
    /// What is kept of operations, conflicts, keys and events about the noted rows; the number of each.
    struct Traces
    {
        qint64 outcomes = 0;
        qint64 conflicts = 0;
        qint64 keys = 0;
        qint64 events = 0;
    };
    [[nodiscard]] Traces removeTraces(qint64 customer);
    /// Channels that the noted rows have ever been in.
    [[nodiscard]] QSet<qint64> channelsOf(qint64 customer);

    /// As on the list beside the database.
    [[nodiscard]] QList<ErasedList::Entry> erasures();
    void oweScrub();
    [[nodiscard]] bool owesScrub();
    /// Rewrites the database so that no byte of deleted rows is left in its files; not inside a transaction. False when
    /// other readers kept it from being finished.
    [[nodiscard]] bool scrub();

private:
    Connection &m_connection;
};

} // namespace turnus::server
