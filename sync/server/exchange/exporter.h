#pragma once

#include "core/support/result.h"
#include "sync/server/store/contentstore.h"

#include <QByteArrayList>
#include <QHash>

namespace turnus::protocol {
struct Table;
}

namespace turnus::server {

class Connection;
class Statement;
struct CsvColumn;

/// Writes the company as a directory in the form that Importer reads; accounts with their password hashes. Rows that
/// came from a handheld have "id:<number>" for a key.
class Exporter
{
public:
    Exporter(Connection &connection, const ContentStore &content) : m_connection(connection), m_content(content) {}

    struct Report
    {
        qint64 awaited = 0; ///< photos and reports left out, because their handhelds have not sent the files yet
    };
    /// The directory must be new or empty; it holds everything afterwards, or what it held before.
    [[nodiscard]] Result<Report> run(const QString &directory);

private:
    [[nodiscard]] Status write();
    [[nodiscard]] Status exportTable(const protocol::Table &table);
    [[nodiscard]] Status exportAccounts();
    /// Empty for a handheld's file that has not come yet.
    [[nodiscard]] Result<QString> fileFor(const protocol::Table &table, const QString &sha256);
    [[nodiscard]] Result<QByteArrayList> fieldsOf(const protocol::Table &table, const QList<CsvColumn> &columns,
                                                  const Statement &row);
    [[nodiscard]] const QHash<qint64, QString> &keysOf(const protocol::Table &table);
    [[nodiscard]] QString keyOf(const protocol::Table &table, qint64 id);

    Connection &m_connection;
    const ContentStore &m_content;
    QString m_directory;
    Report m_report;
    QHash<int, QHash<qint64, QString>> m_keys;
    QHash<qint64, qint64> m_territories; ///< of a channel
};

} // namespace turnus::server
