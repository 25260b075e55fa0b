#include "sync/server/exchange/importer.h"

#include "sync/protocol/exchanged.h"
#include "sync/server/service/limits.h"
#include "sync/server/service/values.h"
#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/meta.h"

#include <QDir>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

const auto accountFile = u"account.csv"_s;

void insertKeys(Connection &connection, const Table &table, const QList<std::pair<QString, qint64>> &keys)
{
    for (qsizetype from = 0; from < keys.size(); from += limits::rowsPerStatement) {
        QList<Value> values;
        QStringList tuples;
        for (const auto &[key, id] : keys.mid(from, limits::rowsPerStatement)) {
            tuples.append(u"(?, ?, ?)"_s);
            values.append({qint64{table.number}, key, id});
        }
        run(connection, u"INSERT INTO external_key (tbl, key, row_id) VALUES "_s + tuples.join(u", "_s), values);
    }
}

const Column &describe(const Table &table, const CsvColumn &column)
{
    return table.columns[static_cast<std::size_t>(column.column)];
}

} // namespace

Importer::Importer(Connection &connection, const ContentStore &content, const Clock &clock, PasswordCost cost)
    : m_connection(connection), m_content(content), m_clock(clock), m_cost(cost)
{
}

Result<QList<ImportCount>> Importer::run(const QString &directory)
{
    m_directory = QDir(directory).canonicalPath();
    m_files.clear();
    m_accounts.clear();
    TURNUS_TRY(findFiles(directory));
    TURNUS_TRY(m_connection.write([this] { return importAll(); }));
    return m_counts;
}

Status Importer::findFiles(const QString &directory)
{
    const QDir dir(directory);
    if (!dir.exists())
        return fail(Domain::Input, u"open", directory + u": no such directory"_s);
    QStringList names = dir.entryList({u"*.csv"_s}, QDir::Files, QDir::Name);
    if (names.isEmpty())
        return fail(Domain::Input, u"open", directory + u": no .csv file in it"_s);
    for (const Table &table : tables()) {
        const QString name = named(table.name) + u".csv"_s;
        if (!isExchanged(table) || names.removeAll(name) == 0)
            continue;
        TURNUS_ASSIGN(file, survey(table, dir.filePath(name)));
        m_files.append(std::move(file));
    }
    if (names.removeAll(accountFile) > 0)
        TURNUS_TRY(readAccounts(dir.filePath(accountFile)));
    if (!names.isEmpty())
        return fail(Domain::Input, u"file-unknown", names.first() + u": no table of this name"_s);
    return {};
}

/// Holds the header against the form and notes every key, so that rows may refer to later ones.
Result<Importer::File> Importer::survey(const Table &table, const QString &path)
{
    TURNUS_ASSIGN(reader, CsvReader::open(path));
    File file{&table, path, {}, {}, {}, 0};
    const QList<CsvColumn> columns = csvColumns(table);
    for (int i = 0; i < reader.header().size(); ++i) {
        const auto known = std::ranges::find(columns, reader.header().at(i), &CsvColumn::name);
        if (known == columns.end())
            return reader.headerError(i, u"column-unknown", u"%1 has no such column"_s.arg(named(table.name)));
        file.columns.append(*known);
        file.fields.append(i);
        if (known->kind == CsvColumn::Kind::Key)
            file.keyField = i;
    }
    for (const CsvColumn &column : columns) {
        if (column.required && !reader.header().contains(column.name))
            return reader.headerError(-1, u"column-missing", u"the column \"%1\" is missing"_s.arg(column.name));
    }
    QHash<QString, qint64> lines;
    for (;;) {
        TURNUS_ASSIGN(any, reader.next());
        if (!any)
            return file;
        const QString &key = reader.field(file.keyField);
        if (key.isEmpty())
            return reader.error(file.keyField, u"key-missing", u"every row needs a key"_s);
        if (const auto before = lines.constFind(key); before != lines.cend())
            return reader.error(file.keyField, u"key-twice", u"\"%1\" is also in line %2"_s.arg(key).arg(*before));
        lines.insert(key, reader.line());
        file.keys.append(key);
    }
}

Status Importer::importAll()
{
    m_log = std::make_unique<ChangeLog>(m_connection, m_clock.now());
    m_rows = std::make_unique<RowStore>(m_connection, *m_log);
    m_ids.clear();
    m_isNew.clear();
    m_channels.clear();
    m_counts.clear();
    TURNUS_TRY(assignIds());
    for (const File &file : std::as_const(m_files))
        TURNUS_TRY(importFile(file));
    TURNUS_TRY(importAccounts());
    m_log->flush();
    return {};
}

QHash<QString, qint64> &Importer::idsOf(const Table &table)
{
    const auto known = m_ids.find(table.number);
    if (known != m_ids.end())
        return *known;
    QHash<QString, qint64> &ids = m_ids[table.number];
    Statement row(m_connection, u"SELECT key, row_id FROM external_key WHERE tbl = ?"_s, table.number);
    while (row.next())
        ids.insert(row.text(0), row.integer(1));
    return ids;
}

Status Importer::assignIds()
{
    for (const File &file : std::as_const(m_files)) {
        QHash<QString, qint64> &ids = idsOf(*file.table);
        QStringList fresh;
        std::ranges::copy_if(file.keys, std::back_inserter(fresh), [&](const QString &k) { return !ids.contains(k); });
        if (fresh.isEmpty())
            continue;
        qint64 next = Meta(m_connection).takeIds(fresh.size());
        QList<std::pair<QString, qint64>> added;
        for (const QString &key : std::as_const(fresh)) {
            m_isNew.insert(next, true);
            ids.insert(key, next);
            added.append({key, next++});
        }
        insertKeys(m_connection, *file.table, added);
    }
    return {};
}

Status Importer::importFile(const File &file)
{
    TURNUS_ASSIGN(reader, CsvReader::open(file.path));
    Pending pending;
    pending.count.file = named(file.table->name) + u".csv"_s;
    for (;;) {
        TURNUS_ASSIGN(any, reader.next());
        if (!any)
            break;
        TURNUS_ASSIGN(row, rowOf(file, reader));
        TURNUS_TRY(take(file, reader, std::move(row), pending));
        if (pending.rows.size() >= limits::csvBatchRows)
            write(file, pending);
    }
    write(file, pending);
    m_counts.append(pending.count);
    return {};
}

Result<Row> Importer::rowOf(const File &file, const CsvReader &reader)
{
    Row row{0, 0, QList<Value>(static_cast<qsizetype>(file.table->columns.size()))};
    row.id = idsOf(*file.table).value(reader.field(file.keyField));
    if (row.id == 0)
        return reader.error(file.keyField, u"changed", u"the file changed while it was read"_s);
    for (int i = 0; i < file.columns.size(); ++i) {
        const CsvColumn &column = file.columns.at(i);
        if (column.kind == CsvColumn::Kind::Key)
            continue;
        TURNUS_ASSIGN(value, valueOf(file, reader, i));
        if (column.kind == CsvColumn::Kind::Territory)
            row.channel = ChannelStore(m_connection).find(ChannelKind::Territory, integerOf(value)).value_or(0);
        else
            row.values[column.column] = value;
    }
    TURNUS_TRY(checkSizes(file, reader, row));
    return row;
}

Result<Value> Importer::valueOf(const File &file, const CsvReader &reader, int index)
{
    const CsvColumn &column = file.columns.at(index);
    const int field = file.fields.at(index);
    const QString &text = reader.field(field);
    if (text.isEmpty() && column.required && (column.kind != CsvColumn::Kind::Plain || namesTheRow(column)))
        return reader.error(field, u"value-missing", u"must not be empty"_s);
    switch (column.kind) {
    case CsvColumn::Kind::Key:
        return Value(text);
    case CsvColumn::Kind::Territory:
        return reference(*findTable("territory"), reader, field);
    case CsvColumn::Kind::Reference:
        return text.isEmpty() ? Value() : reference(*findTable(describe(*file.table, column).refersTo), reader, field);
    case CsvColumn::Kind::File: {
        if (text.isEmpty())
            return Value();
        TURNUS_ASSIGN(sha256, stored(reader, field));
        return Value(sha256);
    }
    case CsvColumn::Kind::Plain:
        break;
    }
    auto value = parseCsvValue(describe(*file.table, column), text);
    if (!value)
        return reader.error(field, value.error().code, value.error().detail);
    if (const Status good = checkValue(*file.table, describe(*file.table, column), *value); !good)
        return reader.error(field, good.error().code, good.error().detail);
    return value;
}

Result<Value> Importer::reference(const Table &to, const CsvReader &reader, int field)
{
    const qint64 id = idsOf(to).value(reader.field(field));
    if (id == 0) {
        return reader.error(
            field, u"reference",
            u"%1 \"%2\" is neither in the files nor in the company"_s.arg(named(to.name), reader.field(field)));
    }
    return Value(id);
}

Result<QString> Importer::stored(const CsvReader &reader, int field)
{
    const QString &path = reader.field(field);
    if (const auto known = m_stored.constFind(path); known != m_stored.cend())
        return known->sha256;
    const QString full = QFileInfo(QDir(m_directory).filePath(path)).canonicalFilePath();
    if (full.isEmpty() || QDir::isAbsolutePath(path) || !full.startsWith(m_directory + u'/'))
        return reader.error(field, u"file-missing", u"\"%1\" is no file in the directory"_s.arg(path));
    const auto put = m_content.put(full);
    if (!put)
        return reader.error(field, put.error().code, put.error().detail);
    m_stored.insert(path, *put);
    return put->sha256;
}

Status Importer::checkSizes(const File &file, const CsvReader &reader, const Row &row)
{
    const int size = columnIndex(*file.table, "size");
    const int sha256 = columnIndex(*file.table, "sha256");
    if (size < 0 || sha256 < 0)
        return {};
    const QString name = textOf(row.values.at(sha256));
    const auto known = std::ranges::find(m_stored, name, &ContentStore::Stored::sha256);
    if (known != m_stored.cend() && known->size != integerOf(row.values.at(size)))
        return reader.error(reader.column(u"size"_s), u"size", u"the file has %1 bytes"_s.arg(known->size));
    return {};
}

Result<qint64> Importer::channelOf(const Table &table, const Row &row)
{
    if (table.channel == ChannelKind::Company)
        return companyChannel;
    if (table.name == "customer")
        return row.channel;
    if (table.name == "bonus_entry") {
        const qint64 technician = integerOf(row.values.at(columnIndex(table, "technician_id")));
        return ChannelStore(m_connection).find(ChannelKind::Person, technician).value_or(0);
    }
    const int parent = columnIndex(table, table.parent);
    const qint64 id = integerOf(row.values.at(parent));
    const auto known = m_channels.constFind(id);
    if (known != m_channels.cend())
        return *known;
    const Table &up = *findTable(table.columns[static_cast<std::size_t>(parent)].refersTo);
    const qint64 channel = m_rows->channelOf(up, id).value_or(0);
    m_channels.insert(id, channel);
    return channel;
}

Status Importer::take(const File &file, const CsvReader &reader, Row row, Pending &pending)
{
    TURNUS_ASSIGN(channel, channelOf(*file.table, row));
    row.channel = channel;
    if (channel == 0)
        return reader.error(file.keyField, u"channel", u"belongs to nobody"_s);
    m_channels.insert(row.id, channel);
    const QString name = textOf(row.values.value(columnIndex(*file.table, "name")));
    if (file.table->name == "territory")
        std::ignore = ChannelStore(m_connection).ensure(ChannelKind::Territory, row.id, name);
    else if (file.table->name == "staff")
        std::ignore = ChannelStore(m_connection).ensure(ChannelKind::Person, row.id, name);
    if (!m_isNew.contains(row.id))
        return bringUpToDate(file, reader, row, pending);
    pending.rows.append(std::move(row));
    ++pending.count.added;
    return {};
}

/// A row's channel, and that of all that hangs on it, is its parent's.
Status Importer::checkParent(const File &file, const CsvReader &reader, const Row &there, const Row &row)
{
    const int parent = columnIndex(*file.table, file.table->parent);
    const auto column = std::ranges::find(file.columns, parent, &CsvColumn::column);
    if (parent < 0 || column == file.columns.end() || there.values.at(parent) == row.values.at(parent))
        return {};
    return reader.error(file.fields.at(column - file.columns.begin()), u"fixed-field",
                        u"never changes: make a new row"_s);
}

Status Importer::bringUpToDate(const File &file, const CsvReader &reader, const Row &row, Pending &pending)
{
    auto there = m_rows->find(*file.table, row.id);
    if (!there)
        return reader.error(file.keyField, u"row-missing", u"known by its key, but not there"_s);
    TURNUS_TRY(checkParent(file, reader, *there, row));
    quint64 mask = 0;
    for (const CsvColumn &column : file.columns) {
        if (column.column < 0 || there->values.at(column.column) == row.values.at(column.column))
            continue;
        there->values[column.column] = row.values.at(column.column);
        mask |= quint64{1} << column.column;
    }
    const bool moves = file.table->name == "customer" && there->channel != row.channel;
    if (mask && file.table->kind == RowKind::Fact)
        return reader.error(file.keyField, u"fact-changed",
                            u"a fact stays as it was; write a correction as a new row"_s);
    if (mask)
        m_rows->update(*file.table, *there, mask);
    if (moves)
        m_rows->moveCustomer(row.id, row.channel);
    ++(mask || moves ? pending.count.changed : pending.count.unchanged);
    return {};
}

void Importer::write(const File &file, Pending &pending)
{
    m_rows->insert(*file.table, pending.rows);
    pending.rows.clear();
}

} // namespace turnus::server
