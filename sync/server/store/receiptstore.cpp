#include "sync/server/store/receiptstore.h"

#include "sync/protocol/batch.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/proofstore.h"
#include "sync/server/store/rowstore.h"

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

void add(RowHash &hash, const Column &column, const Statement &row, int index)
{
    if (row.isNull(index)) {
        hash.addNull();
        return;
    }
    switch (ColumnData::storageOf(column.type)) {
    case ColumnData::Storage::Integers:
        hash.addInteger(row.integer(index));
        break;
    case ColumnData::Storage::Reals: {
        const Value value = row.value(index);
        const auto *real = std::get_if<double>(&value);
        hash.addReal(real ? *real : static_cast<double>(integerOf(value)));
        break;
    }
    case ColumnData::Storage::Bytes:
        hash.addBytes((column.type == ColumnType::Blob ? row.bytes(index) : row.text(index).toUtf8()).toStdString());
        break;
    }
}

std::string words(const QString &text)
{
    return text.toStdString();
}

} // namespace

QString ReceiptStore::nameOf(StaffId staff)
{
    return textOf(one(m_connection, u"SELECT name FROM staff WHERE id = ?"_s, staff.value));
}

ReceiptLines ReceiptStore::linesOf(const Table &table, qint64 visit)
{
    QString sql = u"SELECT id"_s;
    for (const Column &column : table.columns)
        sql += u", "_s + named(column.name);
    const QString key = table.name == "visit" ? u"id"_s : u"visit_id"_s;
    Statement row(m_connection, sql + u" FROM %1 WHERE %2 = ? ORDER BY id"_s.arg(named(table.name), key), visit);
    LinesHash lines;
    RowHash hash;
    while (row.next()) {
        hash.begin(table, row.integer(0));
        int index = 1;
        for (const Column &column : table.columns)
            add(hash, column, row, index++);
        lines.add(hash);
    }
    return lines.lines(table);
}

std::vector<ReceiptFile> ReceiptStore::filesOf(qint64 visit)
{
    std::vector<ReceiptFile> files;
    Statement row(m_connection,
                  u"SELECT f.sha256, f.size, f.kind, CASE WHEN "_s + ProofStore::granted(u"sha256"_s) +
                      u" THEN 1 ELSE 0 END FROM attachment f WHERE f.visit_id = ? ORDER BY f.id"_s,
                  visit);
    while (row.next())
        files.push_back({words(row.text(0)), row.integer(1), words(row.text(2)), row.integer(3) != 0});
    return files;
}

std::vector<ReceiptVisit> ReceiptStore::visits(StaffId staff, Instant from, Instant until)
{
    std::vector<ReceiptVisit> visits;
    {
        // What was begun a week ago and ended today is a matter of today too.
        constexpr std::chrono::hours longest{7 * 24};
        Statement row(m_connection,
                      u"SELECT id, kind, status, started, ended FROM visit WHERE started >= ? AND started < ? AND "
                      "technician_id = ? AND (started >= ? OR ended >= ?) ORDER BY started, id"_s,
                      toInteger(from - longest), toInteger(until), staff.value, toInteger(from), toInteger(from));
        while (row.next()) {
            ReceiptVisit visit{.visit = row.integer(0),
                               .kind = words(row.text(1)),
                               .status = words(row.text(2)),
                               .started = row.integer(3)};
            if (!row.isNull(4))
                visit.ended = row.integer(4);
            visits.push_back(std::move(visit));
        }
    }
    for (ReceiptVisit &visit : visits) {
        for (const Table *table : tablesOfVisit()) {
            if (ReceiptLines lines = linesOf(*table, visit.visit); lines.rows > 0)
                visit.lines.push_back(std::move(lines));
        }
        visit.files = filesOf(visit.visit);
    }
    return visits;
}

std::vector<ReceiptReferral> ReceiptStore::referrals(StaffId staff, Instant from, Instant until)
{
    std::vector<ReceiptReferral> all;
    Statement row(m_connection,
                  u"SELECT id, visit_id, stage FROM referral WHERE technician_id = ? AND created >= ? AND created < ? "
                  "ORDER BY created, id"_s,
                  staff.value, toInteger(from), toInteger(until));
    while (row.next())
        all.push_back({row.integer(0), row.integer(1), words(row.text(2))});
    return all;
}

std::vector<ReceiptPosting> ReceiptStore::postings(StaffId staff, Instant from, Instant until)
{
    std::vector<ReceiptPosting> all;
    Statement row(m_connection,
                  u"SELECT id, kind, amount_cents FROM bonus_entry WHERE technician_id = ? AND at >= ? AND at < ? "
                  "ORDER BY at, id"_s,
                  staff.value, toInteger(from), toInteger(until));
    while (row.next())
        all.push_back({row.integer(0), words(row.text(1)), row.integer(2)});
    return all;
}

std::vector<ReceiptReplica> ReceiptStore::replicas(StaffId staff)
{
    std::vector<ReceiptReplica> all;
    Statement row(m_connection,
                  u"SELECT r.number, max(a.last_seq), (SELECT count(*) FROM outcome o WHERE o.replica = r.number AND "
                  "o.status = 4) FROM replica r JOIN account c ON c.login = r.login JOIN applied a ON a.replica = "
                  "r.number WHERE c.staff_id = ? GROUP BY r.number ORDER BY r.number"_s,
                  staff.value);
    while (row.next())
        all.push_back({row.integer(0), row.integer(1), row.integer(2)});
    return all;
}

} // namespace turnus::server
