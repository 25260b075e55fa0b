#pragma once

#include "core/support/clock.h"
#include "sync/server/exchange/csvform.h"
#include "sync/server/exchange/csvreader.h"
#include "sync/server/service/password.h"
#include "sync/server/store/contentstore.h"
#include "sync/server/store/rowstore.h"

#include <QHash>

namespace turnus::server {

class Connection;

struct ImportCount
{
    QString file;
    int added = 0;
    int changed = 0;
    int unchanged = 0;
};

/// Reads a directory of CSV files into the company: rows are known by their `key`, new ones are added, others brought
/// up to date. Everything is taken or nothing; the first error says where it is.
class Importer
{
public:
    Importer(Connection &connection, const ContentStore &content, const Clock &clock, PasswordCost cost = {});

    [[nodiscard]] Result<QList<ImportCount>> run(const QString &directory);

private:
    struct File
    {
        const protocol::Table *table = nullptr;
        QString path;
        QList<CsvColumn> columns; ///< those that the file has
        QList<int> fields;        ///< position of each in the file
        QStringList keys;
        int keyField = 0;
    };
    struct Pending
    {
        QList<Row> rows;
        ImportCount count;
    };

    [[nodiscard]] Status findFiles(const QString &directory);
    [[nodiscard]] Result<File> survey(const protocol::Table &table, const QString &path);
    [[nodiscard]] Status importAll();
    [[nodiscard]] Status assignIds();
    [[nodiscard]] Status importFile(const File &file);
    [[nodiscard]] Result<Row> rowOf(const File &file, const CsvReader &reader);
    [[nodiscard]] Result<Value> valueOf(const File &file, const CsvReader &reader, int index);
    [[nodiscard]] Result<Value> reference(const protocol::Table &to, const CsvReader &reader, int field);
    [[nodiscard]] Result<QString> stored(const CsvReader &reader, int field);
    [[nodiscard]] Status checkSizes(const File &file, const CsvReader &reader, const Row &row);
    [[nodiscard]] Result<qint64> channelOf(const protocol::Table &table, const Row &row);
    [[nodiscard]] Status take(const File &file, const CsvReader &reader, Row row, Pending &pending);
    [[nodiscard]] static Status checkParent(const File &file, const CsvReader &reader, const Row &there,
                                            const Row &row);
    [[nodiscard]] Status bringUpToDate(const File &file, const CsvReader &reader, const Row &row, Pending &pending);
    void write(const File &file, Pending &pending);
    [[nodiscard]] Status readAccounts(const QString &path);
    [[nodiscard]] Status importAccounts();
    [[nodiscard]] QHash<QString, qint64> &idsOf(const protocol::Table &table);

    struct NewAccount
    {
        QString login;
        QString passwordHash;
        QString staff;
        QString place;
    };

    Connection &m_connection;
    const ContentStore &m_content;
    const Clock &m_clock;
    PasswordCost m_cost;
    std::unique_ptr<ChangeLog> m_log;
    std::unique_ptr<RowStore> m_rows;
    QString m_directory;
    QList<File> m_files;
    QList<NewAccount> m_accounts;
    QHash<int, QHash<QString, qint64>> m_ids; ///< by table number and key
    QHash<qint64, bool> m_isNew;
    QHash<qint64, qint64> m_channels;
    QHash<QString, ContentStore::Stored> m_stored; ///< by path in the directory
    QList<ImportCount> m_counts;
};

} // namespace turnus::server
