#include "sync/server/store/erasurestore.h"

#include "sync/server/store/connection.h"
#include "sync/server/store/rowstore.h"

#include <QHash>
#include <QRegularExpression>
#include <utility>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

/// Condition on the rows that hang on the customer, who is its only parameter.
QString belongs(const Table &table)
{
    if (table.name == "bonus_entry") {
        return u"referral_id IN (SELECT id FROM referral WHERE %1) OR entry_id IN (SELECT id FROM bonus_entry WHERE "
               "referral_id IN (SELECT id FROM referral WHERE %1))"_s.arg(
                   RowStore::belongsToCustomer(*findTable("referral")).replace(u"= ?"_s, u"= {customer}"_s));
    }
    if (table.name == "bonus_decision")
        return u"entry_id IN (SELECT id FROM bonus_entry WHERE %1)"_s.arg(belongs(*findTable("bonus_entry")));
    return RowStore::belongsToCustomer(table).replace(u"= ?"_s, u"= {customer}"_s);
}

QString belongsTo(const Table &table, qint64 customer)
{
    return belongs(table).replace(u"{customer}"_s, QString::number(customer));
}

QString emptyOf(const Column &column)
{
    if (column.nullable)
        return u"NULL"_s;
    return column.type == ColumnType::Text ? u"''"_s : u"0"_s;
}

QString listOf(const QList<qint64> &numbers)
{
    QStringList words;
    words.reserve(numbers.size());
    for (const qint64 number : numbers)
        words.append(QString::number(number));
    return words.join(u", "_s);
}

QString idColumns()
{
    QStringList names;
    for (const Table &table : tables()) {
        for (const Column &column : table.columns) {
            if (column.type == ColumnType::Id && !names.contains(named(column.name)))
                names.append(named(column.name));
        }
    }
    return names.join(u'|');
}

} // namespace

void ErasureStore::lock()
{
    if (m_connection.engine() != Engine::PostgreSql)
        return;
    QStringList names;
    for (const Table &table : tables()) {
        if (table.channel == ChannelKind::Territory)
            names.append(named(table.name));
    }
    m_connection.execute(u"LOCK TABLE "_s + names.join(u", "_s) + u" IN SHARE ROW EXCLUSIVE MODE"_s);
}

QList<qint64> ErasureStore::rowsOf(const Table &table, qint64 customer)
{
    QList<qint64> ids;
    Statement row(m_connection,
                  u"SELECT id FROM "_s + named(table.name) + u" WHERE "_s + belongsTo(table, customer) +
                      u" ORDER BY id"_s,
                  QList<Value>{});
    while (row.next())
        ids.append(row.integer(0));
    return ids;
}

void ErasureStore::remove(const Table &table, qint64 customer, ChangeLog &log)
{
    Statement gone(m_connection,
                   u"DELETE FROM "_s + named(table.name) + u" WHERE "_s + belongsTo(table, customer) +
                       u" RETURNING id, channel"_s,
                   QList<Value>{});
    while (gone.next())
        log.record({gone.integer(1), &table, gone.integer(0), ChangeKind::Left, 0, {}});
}

void ErasureStore::blank(const Table &table, qint64 customer, const QList<int> &columns)
{
    QStringList assignments;
    for (const int index : columns) {
        const Column &column = table.columns[static_cast<std::size_t>(index)];
        assignments.append(named(column.name) + u" = "_s + emptyOf(column));
    }
    if (!assignments.isEmpty())
        m_connection.execute(u"UPDATE "_s + named(table.name) + u" SET "_s + assignments.join(u", "_s) + u" WHERE "_s +
                             belongsTo(table, customer));
}

QList<qint64> ErasureStore::retireUnits(qint64 customer)
{
    QList<qint64> ids;
    Statement row(m_connection,
                  u"UPDATE asset SET status = 'removed' WHERE customer_id = ? AND status = 'active' RETURNING id"_s,
                  customer);
    while (row.next())
        ids.append(row.integer(0));
    return ids;
}

QStringList ErasureStore::filesOf(qint64 customer)
{
    QStringList files;
    Statement row(
        m_connection,
        u"SELECT sha256 FROM attachment WHERE %1 UNION SELECT report_sha256 FROM signature WHERE %2 ORDER BY 1"_s.arg(
            belongsTo(*findTable("attachment"), customer), belongsTo(*findTable("signature"), customer)),
        QList<Value>{});
    while (row.next())
        files.append(row.text(0));
    return files;
}

QStringList ErasureStore::filesWithout(const QSet<qint64> &customers)
{
    QHash<QString, qint64> rows;
    const auto count = [&](const char *column, const char *table, const QString &condition, int sign) {
        Statement row(m_connection,
                      u"SELECT %1, count(*) FROM %2 WHERE %1 IS NOT NULL AND (%3) GROUP BY %1"_s.arg(
                          QLatin1StringView(column), QLatin1StringView(table), condition),
                      QList<Value>{});
        while (row.next())
            rows[row.text(0)] += sign * row.integer(1);
    };
    count("sha256", "brochure", u"1 = 1"_s, 1);
    count("image_sha256", "product", u"1 = 1"_s, 1);
    for (const auto &[column, table] : {std::pair("sha256", "attachment"), std::pair("report_sha256", "signature")}) {
        count(column, table, u"1 = 1"_s, 1);
        for (const qint64 customer : customers)
            count(column, table, belongsTo(*findTable(table), customer), -1);
    }
    QStringList files;
    for (auto file = rows.cbegin(); file != rows.cend(); ++file) {
        if (*file > 0)
            files.append(file.key());
    }
    return files;
}

void ErasureStore::noteFiles(const QStringList &files, Instant now)
{
    for (const QString &file : files)
        run(m_connection, u"INSERT INTO erased_file (sha256, at) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, file,
            toInteger(now));
}

QStringList ErasureStore::notedFiles()
{
    QStringList files;
    Statement row(m_connection, u"SELECT sha256 FROM erased_file ORDER BY sha256"_s, QList<Value>{});
    while (row.next())
        files.append(row.text(0));
    return files;
}

void ErasureStore::forgetFile(const QString &sha256)
{
    run(m_connection, u"DELETE FROM erased_file WHERE sha256 = ?"_s, sha256);
}

void ErasureStore::noteRows(const QList<qint64> &rows, qint64 customer)
{
    for (const qint64 id : rows)
        run(m_connection, u"INSERT INTO erased_row (row_id, customer) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, id,
            customer);
}

qint64 ErasureStore::customerOf(const QList<qint64> &rows)
{
    if (rows.isEmpty())
        return 0;
    return integerOf(one(m_connection,
                         u"SELECT customer FROM erased_row WHERE row_id IN (%1) LIMIT 1"_s.arg(listOf(rows)),
                         QList<Value>{}));
}

void ErasureStore::noteRefusedAdditions(qint64 customer)
{
    static const QRegularExpression reference(u"^(?:%1)=i:(-?\\d+)$"_s.arg(idColumns()),
                                              QRegularExpression::MultilineOption);
    for (bool grown = true; grown;) {
        QList<qint64> found;
        Statement row(m_connection,
                      u"SELECT row_id, payload FROM outcome WHERE status = 4 AND payload IS NOT NULL AND row_id NOT IN "
                      "(SELECT row_id FROM erased_row)"_s,
                      QList<Value>{});
        while (row.next()) {
            QList<qint64> references;
            for (auto match = reference.globalMatch(row.text(1)); match.hasNext();)
                references.append(match.next().captured(1).toLongLong());
            if (customerOf(references) == customer)
                found.append(row.integer(0));
        }
        noteRows(found, customer);
        grown = !found.isEmpty();
    }
}

ErasureStore::Traces ErasureStore::removeTraces(qint64 customer)
{
    const QString his = u"(SELECT row_id FROM erased_row WHERE customer = ?)"_s;
    Traces traces;
    traces.outcomes = run(m_connection,
                          u"UPDATE outcome SET payload = NULL, detail = NULL WHERE (payload IS NOT NULL OR detail IS "
                          "NOT NULL) AND row_id IN "_s +
                              his,
                          customer);
    traces.conflicts = run(m_connection, u"DELETE FROM conflict WHERE row_id IN "_s + his, customer);
    traces.keys = run(m_connection, u"DELETE FROM external_key WHERE row_id IN "_s + his, customer);
    for (const char *table : {"referral", "visit"})
        traces.events += run(m_connection,
                             u"DELETE FROM event WHERE subject IN (SELECT '%1/' || CAST(row_id AS TEXT) FROM "
                             "erased_row WHERE customer = ?)"_s.arg(QLatin1StringView(table)),
                             customer);
    return traces;
}

QSet<qint64> ErasureStore::channelsOf(qint64 customer)
{
    QSet<qint64> channels;
    Statement row(
        m_connection,
        u"SELECT DISTINCT channel FROM change WHERE row_id IN (SELECT row_id FROM erased_row WHERE customer = "
        "?)"_s,
        customer);
    while (row.next())
        channels.insert(row.integer(0));
    return channels;
}

QList<ErasedList::Entry> ErasureStore::erasures()
{
    QList<ErasedList::Entry> all;
    Statement row(m_connection, u"SELECT at, customer, reason FROM erasure ORDER BY id"_s, QList<Value>{});
    while (row.next())
        all.append({instantFrom(row.integer(0)), row.integer(1), row.text(2)});
    return all;
}

void ErasureStore::oweScrub()
{
    run(m_connection, u"UPDATE meta SET value = 1 WHERE key = 'scrub'"_s, QList<Value>{});
}

bool ErasureStore::owesScrub()
{
    return integerOf(one(m_connection, u"SELECT value FROM meta WHERE key = 'scrub'"_s, QList<Value>{})) != 0;
}

bool ErasureStore::scrub()
{
    // VACUUM's copy of the whole company belongs on the disk, not in memory.
    const bool sqlite = m_connection.engine() == Engine::Sqlite;
    if (sqlite)
        m_connection.execute(u"PRAGMA temp_store = FILE"_s);
    m_connection.execute(u"VACUUM"_s);
    if (sqlite)
        m_connection.execute(u"PRAGMA temp_store = MEMORY"_s);
    // On PostgreSQL dead rows are freed; what their pages still hold goes with the next rewrite, as the README says.
    const bool whole =
        !sqlite || integerOf(one(m_connection, u"PRAGMA wal_checkpoint(TRUNCATE)"_s, QList<Value>{})) == 0;
    if (whole)
        run(m_connection, u"UPDATE meta SET value = 0 WHERE key = 'scrub'"_s, QList<Value>{});
    return whole;
}

} // namespace turnus::server
