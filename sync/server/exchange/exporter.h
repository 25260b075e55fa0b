#pragma once

#include "core/support/result.h"
#include "sync/server/store/contentstore.h"

#include <QHash>

namespace turnus::protocol {
struct Table;
}

namespace turnus::server {

class Connection;

/// Writes the company as a directory in the form that Importer reads; accounts with their password hashes. Rows that
/// came from a handheld have "id:<number>" for a key.
class Exporter
{
public:
    Exporter(Connection &connection, const ContentStore &content) : m_connection(connection), m_content(content) {}

    /// The directory must be new or empty.
    [[nodiscard]] Status run(const QString &directory);

private:
    [[nodiscard]] Status exportTable(const protocol::Table &table);
    [[nodiscard]] Status exportAccounts();
    [[nodiscard]] Result<QString> fileFor(const QString &sha256);
    [[nodiscard]] const QHash<qint64, QString> &keysOf(const protocol::Table &table);
    [[nodiscard]] QString keyOf(const protocol::Table &table, qint64 id);

    Connection &m_connection;
    const ContentStore &m_content;
    QString m_directory;
    QHash<int, QHash<qint64, QString>> m_keys;
    QHash<qint64, qint64> m_territories; ///< of a channel
};

} // namespace turnus::server
