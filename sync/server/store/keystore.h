#pragma once

#include "sync/protocol/tables.h"

#include <QHash>
#include <QString>
#include <optional>

namespace turnus::server {

class Connection;

/// The company's own keys of rows. A row without one is called "id:" and its number, as in an export.
class KeyStore
{
public:
    explicit KeyStore(Connection &connection) : m_connection(connection) {}

    [[nodiscard]] std::optional<qint64> find(const protocol::Table &table, const QString &key);
    [[nodiscard]] QString keyOf(const protocol::Table &table, qint64 id);
    /// The row that goes by the key from now on: `id`, or the one that another transaction gave the key to meanwhile.
    [[nodiscard]] qint64 claim(const protocol::Table &table, const QString &key, qint64 id);

private:
    Connection &m_connection;
};

} // namespace turnus::server
