#pragma once

#include "core/support/ids.h"
#include "sync/protocol/tables.h"
#include "sync/server/store/changelog.h"
#include "sync/server/store/value.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <optional>

namespace turnus::server {

class Connection;

/// A row of a synced table; values in the order of table.columns.
struct Row
{
    qint64 id = 0;
    qint64 channel = 0;
    QList<Value> values;
};

constexpr quint64 allColumns(const protocol::Table &table)
{
    return (quint64{1} << table.columns.size()) - 1;
}

/// Name of a table or column as SQL and messages want it.
inline QString named(std::string_view name)
{
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

/// Reads and writes rows of the synced tables, whichever they are, and records every write in the change log.
class RowStore
{
public:
    RowStore(Connection &connection, ChangeLog &log) : m_connection(connection), m_log(log) {}

    [[nodiscard]] std::optional<Row> find(const protocol::Table &table, qint64 id);
    struct Whereabouts
    {
        qint64 channel = 0;
        std::optional<qint64> customer; ///< in tables with customer_id
    };
    enum class Hold { None, UntilCommit };
    /// Of those of `ids` that are there; nobody moves those that are held. SQLite has one writer at a time anyhow.
    [[nodiscard]] QHash<qint64, Whereabouts> whereabouts(const protocol::Table &table, const QSet<qint64> &ids,
                                                         Hold hold = Hold::None);
    /// The row's channel; nothing when there is no such row.
    [[nodiscard]] std::optional<qint64> channelOf(const protocol::Table &table, qint64 id);
    /// The customer that a row of a table with customer_id belongs to.
    [[nodiscard]] std::optional<qint64> customerOf(const protocol::Table &table, qint64 id);
    struct AttachedFile
    {
        qint64 channel = 0;
        qint64 size = 0;
        StaffId technician; ///< of the visit that it belongs to
    };
    /// The attachment rows that name a file.
    [[nodiscard]] static QList<AttachedFile> attachedFiles(Connection &connection, const QString &sha256);
    /// Bytes of the files that attachment rows name, each once, whether they are here or not.
    [[nodiscard]] static qint64 attachedBytes(Connection &connection);
    /// Those files by their SHA-256.
    [[nodiscard]] static QHash<QString, qint64> attachedSizes(Connection &connection);
    /// Channels of the rows that name a file and grant it: the company's own, and those of people who have proved that
    /// they have its bytes (ProofStore).
    [[nodiscard]] static QList<qint64> channelsOfFile(Connection &connection, const QString &sha256);
    /// Keeps other transactions from writing the row until this one ends.
    void lock(const protocol::Table &table, qint64 id);

    void insert(const protocol::Table &table, const Row &row, Author author = {});
    void insert(const protocol::Table &table, const QList<Row> &rows, Author author = {});
    /// Writes the columns of `mask` from row.values.
    void update(const protocol::Table &table, const Row &row, quint64 mask, Author author = {});
    /// The row leaves its channel and the database.
    void remove(const protocol::Table &table, qint64 id);
    /// "customer_id IN (SELECT …)": rows of a territory's table that hang on the customer given as the only parameter.
    [[nodiscard]] static QString belongsToCustomer(const protocol::Table &table);
    /// Moves a customer with all that hangs on it into another territory's channel.
    void moveCustomer(qint64 customer, qint64 channel);

    /// Open conflicts on the columns of `mask` show what the record holds, so that nobody chooses against a value that
    /// he has not seen. `update` does it.
    void refreshConflicts(const protocol::Table &table, const Row &row, quint64 mask, Author author = {});

private:
    Connection &m_connection;
    ChangeLog &m_log;
};

} // namespace turnus::server
