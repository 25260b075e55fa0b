#include "sync/server/store/rowstore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/limits.h"
#include "sync/server/store/proofstore.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

QString columnList(const Table &table)
{
    QStringList names{u"id"_s, u"channel"_s};
    for (const Column &column : table.columns)
        names.append(named(column.name));
    return names.join(u", "_s);
}

QString insertSql(const Table &table, qsizetype rows)
{
    const QString marks = u"(?, ?"_s + QString(u", ?"_s).repeated(static_cast<qsizetype>(table.columns.size())) + u')';
    return u"INSERT INTO "_s + named(table.name) + u" ("_s + columnList(table) + u") VALUES "_s + marks +
           (u", "_s + marks).repeated(rows - 1);
}

} // namespace

QString RowStore::belongsToCustomer(const Table &table)
{
    if (table.name == "customer")
        return u"id = ?"_s;
    const int parent = columnIndex(table, table.parent);
    const Table *up = findTable(table.columns[static_cast<size_t>(parent)].refersTo);
    if (up->name == "customer")
        return u"customer_id = ?"_s;
    return named(table.parent) + u" IN (SELECT id FROM "_s + named(up->name) + u" WHERE "_s + belongsToCustomer(*up) +
           u')';
}

std::optional<Row> RowStore::find(const Table &table, qint64 id)
{
    Statement found(m_connection,
                    u"SELECT "_s + columnList(table) + u" FROM "_s + named(table.name) + u" WHERE id = ?"_s, id);
    if (!found.next())
        return {};
    Row row{found.integer(0), found.integer(1), {}};
    row.values.reserve(static_cast<qsizetype>(table.columns.size()));
    for (int i = 0; i < static_cast<int>(table.columns.size()); ++i)
        row.values.append(found.value(2 + i));
    return row;
}

QHash<qint64, RowStore::Whereabouts> RowStore::whereabouts(const Table &table, const QSet<qint64> &ids, Hold hold)
{
    QHash<qint64, Whereabouts> there;
    const bool hasCustomer = columnIndex(table, "customer_id") >= 0;
    const QString sql =
        u"SELECT id, channel"_s + (hasCustomer ? u", customer_id"_s : QString()) + u" FROM "_s + named(table.name) +
        u" WHERE id IN (?"_s + QString(u", ?"_s).repeated(limits::rowsPerStatement - 1) + u')' +
        (hold == Hold::UntilCommit && m_connection.engine() == Engine::PostgreSql ? u" FOR SHARE"_s : QString());
    for (auto id = ids.cbegin(); id != ids.cend();) {
        QList<Value> parameters;
        while (parameters.size() < limits::rowsPerStatement)
            parameters.append(id != ids.cend() ? Value(*id++) : parameters.constLast());
        Statement row(m_connection, sql, parameters);
        while (row.next()) {
            there.insert(row.integer(0), {row.integer(1), hasCustomer && !row.isNull(2) ? std::optional(row.integer(2))
                                                                                        : std::nullopt});
        }
    }
    return there;
}

std::optional<qint64> RowStore::channelOf(const Table &table, qint64 id)
{
    const Value channel = one(m_connection, u"SELECT channel FROM "_s + named(table.name) + u" WHERE id = ?"_s, id);
    return isNull(channel) ? std::nullopt : std::optional(integerOf(channel));
}

std::optional<qint64> RowStore::customerOf(const Table &table, qint64 id)
{
    const Value customer =
        one(m_connection, u"SELECT customer_id FROM "_s + named(table.name) + u" WHERE id = ?"_s, id);
    return isNull(customer) ? std::nullopt : std::optional(integerOf(customer));
}

QList<qint64> RowStore::channelsOfFile(Connection &connection, const QString &sha256)
{
    QList<qint64> channels;
    Statement row(connection,
                  u"SELECT channel FROM brochure WHERE sha256 = ? UNION SELECT channel FROM product WHERE "
                  "image_sha256 = ? UNION SELECT f.channel FROM attachment f WHERE f.sha256 = ? AND "_s +
                      ProofStore::granted(u"sha256"_s) +
                      u" UNION SELECT f.channel FROM signature f WHERE f.report_sha256 = ? AND "_s +
                      ProofStore::granted(u"report_sha256"_s),
                  sha256, sha256, sha256, sha256);
    while (row.next())
        channels.append(row.integer(0));
    return channels;
}

QList<RowStore::AttachedFile> RowStore::attachedFiles(Connection &connection, const QString &sha256)
{
    QList<AttachedFile> files;
    Statement row(connection,
                  u"SELECT a.channel, a.size, v.technician_id FROM attachment a JOIN visit v ON v.id = a.visit_id "
                  "WHERE a.sha256 = ?"_s,
                  sha256);
    while (row.next())
        files.append({row.integer(0), row.integer(1), StaffId{row.integer(2)}});
    return files;
}

qint64 RowStore::attachedBytes(Connection &connection)
{
    const Value sum = one(connection, u"SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM (SELECT max(size) AS size "
                                      "FROM attachment GROUP BY sha256) AS file"_s);
    return integerOf(sum);
}

QHash<QString, qint64> RowStore::attachedSizes(Connection &connection)
{
    QHash<QString, qint64> sizes;
    Statement row(connection, u"SELECT sha256, max(size) FROM attachment GROUP BY sha256"_s);
    while (row.next())
        sizes.insert(row.text(0), row.integer(1));
    return sizes;
}

void RowStore::lock(const Table &table, qint64 id)
{
    // As an UPDATE does it: a row that refers to this one, and whose writer holds a channel, need not wait.
    if (m_connection.engine() == Engine::PostgreSql)
        run(m_connection, u"SELECT id FROM "_s + named(table.name) + u" WHERE id = ? FOR NO KEY UPDATE"_s, id);
}

void RowStore::insert(const Table &table, const Row &row, Author author)
{
    insert(table, QList<Row>{row}, author);
}

void RowStore::insert(const Table &table, const QList<Row> &rows, Author author)
{
    const qsizetype most = limits::rowsPerStatement / 4;
    QString sql;
    for (qsizetype from = 0; from < rows.size(); from += most) {
        const qsizetype size = std::min(most, rows.size() - from);
        if (from == 0 || size < most)
            sql = insertSql(table, size);
        QList<Value> values;
        values.reserve(size * (2 + static_cast<qsizetype>(table.columns.size())));
        for (qsizetype i = from; i < from + size; ++i) {
            values.append(rows.at(i).id);
            values.append(rows.at(i).channel);
            values.append(rows.at(i).values);
        }
        run(m_connection, sql, values);
    }
    for (const Row &row : rows)
        m_log.record({row.channel, &table, row.id, ChangeKind::Entered, allColumns(table), author});
}

void RowStore::update(const Table &table, const Row &row, quint64 mask, Author author)
{
    QStringList assignments;
    QList<Value> values;
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        if (!(mask & (quint64{1} << i)))
            continue;
        assignments.append(named(table.columns[static_cast<size_t>(i)].name) + u" = ?"_s);
        values.append(row.values.at(i));
    }
    if (assignments.isEmpty())
        return;
    values.append(row.id);
    run(m_connection, u"UPDATE "_s + named(table.name) + u" SET "_s + assignments.join(u", "_s) + u" WHERE id = ?"_s,
        values);
    m_log.record({row.channel, &table, row.id, ChangeKind::Updated, mask, author});
    if (table.kind == RowKind::Shared)
        refreshConflicts(table, row, mask, author);
}

void RowStore::refreshConflicts(const Table &table, const Row &row, quint64 mask, Author author)
{
    const Table &conflicts = *findTable("open_conflict");
    const int theirs = columnIndex(conflicts, "theirs");
    const int theirsBy = columnIndex(conflicts, "theirs_by");
    const int theirsAt = columnIndex(conflicts, "theirs_at");
    std::map<qint64, int> stale; // their ids and the columns of the record
    Statement open(m_connection, u"SELECT id, field FROM open_conflict WHERE row_id = ? AND tbl = ?"_s, row.id,
                   named(table.name));
    while (open.next()) {
        const int column = columnIndex(table, open.text(1).toStdString());
        if (column >= 0 && (mask & (quint64{1} << column)))
            stale.emplace(open.integer(0), column);
    }
    for (const auto &[id, column] : stale) {
        std::optional<Row> conflict = find(conflicts, id);
        if (!conflict)
            continue;
        conflict->values[theirs] = wordsOf(row.values.at(column));
        conflict->values[theirsBy] = author.staff ? Value(author.staff) : Value();
        conflict->values[theirsAt] = toInteger(m_log.now());
        update(conflicts, *conflict, quint64{1} << theirs | quint64{1} << theirsBy | quint64{1} << theirsAt);
    }
}

void RowStore::remove(const Table &table, qint64 id)
{
    const Value channel =
        one(m_connection, u"DELETE FROM "_s + named(table.name) + u" WHERE id = ? RETURNING channel"_s, id);
    if (!isNull(channel))
        m_log.record({integerOf(channel), &table, id, ChangeKind::Left, 0, {}});
}

void RowStore::moveCustomer(qint64 customer, qint64 channel)
{
    const Table &customers = *findTable("customer");
    const std::optional<qint64> from = channelOf(customers, customer);
    if (!from || *from == channel)
        return;
    for (const Table &table : tables()) {
        if (table.channel != ChannelKind::Territory)
            continue;
        Statement moved(m_connection,
                        u"UPDATE "_s + named(table.name) + u" SET channel = ? WHERE "_s + belongsToCustomer(table) +
                            u" RETURNING id"_s,
                        channel, customer);
        while (moved.next()) {
            m_log.record({*from, &table, moved.integer(0), ChangeKind::Left, 0, {}});
            m_log.record({channel, &table, moved.integer(0), ChangeKind::Entered, allColumns(table), {}});
        }
    }
}

} // namespace turnus::server
