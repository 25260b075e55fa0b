#pragma once

#include "sync/client/sql.h"
#include "sync/protocol/checksum.h"
#include "sync/protocol/messages.h"

#include <map>

namespace turnus::client {

/// Adds what a row holds in a column.
void addCell(protocol::RowHash &hash, const protocol::Column &column, const Sql &row, int index);

/// Counts and sums what each channel holds here, as the server should have it: without edits that it has not receipted.
/// Lives inside Connection::read or ::write.
class Completeness
{
public:
    explicit Completeness(sqlite3 *database) : m_database(database) {}

    [[nodiscard]] std::map<qint64, protocol::RowSum> sums();
    /// Those of `server` that do not hold here, with what is here in their place. Channels that are not at the cursor
    /// for which the server counted are left out.
    [[nodiscard]] std::vector<protocol::ChannelSum> differences(const std::vector<protocol::ChannelSum> &server);

private:
    /// Values of the server that edits cover, by row and column; nothing for a row that only exists here.
    using Covered = std::map<qint64, std::optional<std::map<std::string, protocol::Value>>>;

    [[nodiscard]] Covered covered();
    void add(const protocol::Table &table, const Covered &covered, std::map<qint64, protocol::RowSum> &into);

    sqlite3 *m_database;
};

} // namespace turnus::client
