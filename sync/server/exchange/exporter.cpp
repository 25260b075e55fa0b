#include "sync/server/exchange/exporter.h"

#include "sync/protocol/exchanged.h"
#include "sync/server/exchange/csvform.h"
#include "sync/server/store/accountstore.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

Status save(QSaveFile &file)
{
    return file.commit() ? Status() : fail(Domain::Storage, u"io", file.fileName() + u": "_s + file.errorString());
}

QString selectAll(const Table &table)
{
    QString sql = u"SELECT id, channel"_s;
    for (const Column &column : table.columns)
        sql += u", "_s + named(column.name);
    return sql + u" FROM "_s + named(table.name) + u" ORDER BY id"_s;
}

} // namespace

Result<Exporter::Report> Exporter::run(const QString &directory)
{
    const QString target = QDir::cleanPath(QDir(directory).absolutePath());
    if (const QDir dir(target); dir.exists() && !dir.isEmpty())
        return fail(Domain::Input, u"directory", directory + u": is not empty"_s);
    // Beside it under another name until it is whole.
    m_report = {};
    m_directory = target + u".part"_s;
    QDir(m_directory).removeRecursively();
    const Status written = write();
    if (!written) {
        QDir(m_directory).removeRecursively();
        return tl::unexpected(written.error());
    }
    QDir().rmdir(target); // an empty one
    if (!QDir().rename(m_directory, target))
        return fail(Domain::Storage, u"io", directory + u": cannot be made"_s);
    return m_report;
}

Status Exporter::write()
{
    if (!QDir(m_directory).mkpath(u"files"_s))
        return fail(Domain::Storage, u"io", m_directory + u": cannot be made"_s);
    return m_connection.read([&]() -> Status {
        for (const Channel &channel : ChannelStore(m_connection).all()) {
            if (channel.kind == ChannelKind::Territory)
                m_territories.insert(channel.id, channel.subject);
        }
        for (const Table &table : tables()) {
            if (isExchanged(table))
                TURNUS_TRY(exportTable(table));
        }
        return exportAccounts();
    });
}

const QHash<qint64, QString> &Exporter::keysOf(const Table &table)
{
    const auto known = m_keys.constFind(table.number);
    if (known != m_keys.cend())
        return *known;
    QHash<qint64, QString> &keys = m_keys[table.number];
    Statement row(m_connection, u"SELECT row_id, key FROM external_key WHERE tbl = ?"_s, table.number);
    while (row.next())
        keys.insert(row.integer(0), row.text(1));
    return keys;
}

QString Exporter::keyOf(const Table &table, qint64 id)
{
    const auto &keys = keysOf(table);
    const auto key = keys.constFind(id);
    return key != keys.cend() ? *key : u"id:%1"_s.arg(id);
}

Result<QString> Exporter::fileFor(const Table &table, const QString &sha256)
{
    // Rows from before names were looked at may say anything.
    if (!ContentStore::isName(sha256))
        return fail(Domain::Content, u"file-missing", u"\"%1\" is no name of a file"_s.arg(sha256));
    const QString path = u"files/"_s + sha256;
    const QString target = QDir(m_directory).filePath(path);
    if (QFile::exists(target))
        return path;
    // A handheld's may be on its way; the company's own must be here.
    if (table.fromDevice && !m_content.has(sha256))
        return QString();
    if (!m_content.has(sha256))
        return fail(Domain::Content, u"file-missing", sha256);
    if (!QFile::copy(m_content.path(sha256), target))
        return fail(Domain::Storage, u"io", target + u": cannot be written"_s);
    return path;
}

Status Exporter::exportTable(const Table &table)
{
    QSaveFile file(QDir(m_directory).filePath(named(table.name) + u".csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return fail(Domain::Storage, u"io", file.fileName() + u": "_s + file.errorString());
    const QList<CsvColumn> columns = csvColumns(table);
    QByteArrayList header;
    for (const CsvColumn &column : columns)
        header.append(csvField(column.name));
    file.write(header.join(',') + '\n');
    Statement row(m_connection, selectAll(table));
    while (row.next()) {
        TURNUS_ASSIGN(fields, fieldsOf(table, columns, row));
        if (fields.isEmpty())
            ++m_report.awaited;
        else
            file.write(fields.join(',') + '\n');
    }
    return save(file);
}

/// Nothing for a row whose file has not come yet.
Result<QByteArrayList> Exporter::fieldsOf(const Table &table, const QList<CsvColumn> &columns, const Statement &row)
{
    QByteArrayList fields;
    for (const CsvColumn &column : columns) {
        QString text;
        const Value value = column.column < 0 ? Value() : row.value(2 + column.column);
        if (column.kind == CsvColumn::Kind::Key) {
            text = keyOf(table, row.integer(0));
        } else if (column.kind == CsvColumn::Kind::Territory) {
            text = keyOf(*findTable("territory"), m_territories.value(row.integer(1)));
        } else if (isNull(value)) {
            text.clear();
        } else if (column.kind == CsvColumn::Kind::Reference) {
            const Column &described = table.columns[static_cast<std::size_t>(column.column)];
            text = keyOf(*findTable(described.refersTo), integerOf(value));
        } else if (column.kind == CsvColumn::Kind::File) {
            TURNUS_ASSIGN(path, fileFor(table, textOf(value)));
            if (path.isEmpty())
                return QByteArrayList();
            text = path;
        } else {
            text = csvText(table.columns[static_cast<std::size_t>(column.column)], value);
        }
        fields.append(csvField(text));
    }
    return fields;
}

Status Exporter::exportAccounts()
{
    QSaveFile file(QDir(m_directory).filePath(u"account.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        return fail(Domain::Storage, u"io", file.fileName() + u": "_s + file.errorString());
    // Password hashes are nobody else's business.
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write("login,password,staff\n");
    for (const Account &account : AccountStore(m_connection).all()) {
        file.write(csvField(account.login) + ',' + csvField(account.passwordHash) + ',' +
                   csvField(keyOf(*findTable("staff"), account.staff.value)) + '\n');
    }
    return save(file);
}

} // namespace turnus::server
