#include "sync/client/shiftreceipts.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "sync/client/completeness.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

qint64 self(storage::Connection &connection)
{
    return DeviceState(connection).integer(DeviceState::staffId).value_or(0);
}

QString listOf(const std::vector<VisitProof> &visits)
{
    QStringList ids;
    for (const VisitProof &visit : visits)
        ids.append(QString::number(visit.visit));
    return ids.join(u',');
}

/// Facts must be the same; of records that go on changing only that they are there.
std::vector<LineGap> gapsOf(const std::vector<protocol::ReceiptLines> &here, const protocol::ReceiptVisit *listed)
{
    std::vector<LineGap> gaps;
    for (const protocol::ReceiptLines &mine : here) {
        qint64 rows = 0;
        bool same = false;
        if (listed) {
            const auto theirs = std::ranges::find(listed->lines, mine.table, &protocol::ReceiptLines::table);
            rows = theirs == listed->lines.end() ? 0 : theirs->rows;
            same = theirs != listed->lines.end() && theirs->sha256 == mine.sha256;
        }
        const bool isFact = protocol::findTable(mine.table)->kind == protocol::RowKind::Fact;
        if (mine.rows > rows)
            gaps.push_back({QString::fromStdString(mine.table), mine.rows - rows});
        else if (isFact && mine.rows == rows && !same)
            gaps.push_back({QString::fromStdString(mine.table), 0});
    }
    return gaps;
}

} // namespace

bool DayProof::isWhole() const
{
    return signature == Signature::Good && std::ranges::all_of(visits, &VisitProof::isConfirmed);
}

qint64 DayProof::lines() const
{
    return std::accumulate(visits.begin(), visits.end(), qint64{0},
                           [](qint64 sum, const VisitProof &visit) { return sum + visit.lines; });
}

int DayProof::files() const
{
    return std::accumulate(visits.begin(), visits.end(), 0,
                           [](int sum, const VisitProof &visit) { return sum + visit.files; });
}

int DayProof::filesHeld() const
{
    return std::accumulate(visits.begin(), visits.end(), 0,
                           [](int sum, const VisitProof &visit) { return sum + visit.filesHeld; });
}

Result<std::vector<Day>> ShiftReceipts::days()
{
    return m_connection.read([&] {
        std::vector<Day> days;
        auto row =
            m_connection.query("SELECT day FROM day_receipt WHERE staff_id = ? ORDER BY day DESC", self(m_connection));
        while (row.step())
            days.push_back(row.day(0));
        return days;
    });
}

Result<std::optional<DayProof>> ShiftReceipts::proof(Day day)
{
    return m_connection.read([&]() -> std::optional<DayProof> {
        auto row = m_connection.query("SELECT file, fetched FROM day_receipt WHERE staff_id = ? AND day = ?",
                                      self(m_connection), day);
        if (!row.step())
            return std::nullopt;
        return check(day, row.blob(0), row.instant(1));
    });
}

Result<QByteArray> ShiftReceipts::file(Day day)
{
    TURNUS_ASSIGN(found, m_connection.read([&]() -> std::optional<QByteArray> {
        auto row =
            m_connection.query("SELECT file FROM day_receipt WHERE staff_id = ? AND day = ?", self(m_connection), day);
        return row.step() ? std::optional(row.blob(0)) : std::nullopt;
    }));
    if (!found)
        return fail(Domain::Storage, u"not-found", u"no receipt of "_s + toQDate(day).toString(Qt::ISODate));
    return *found;
}

Result<std::vector<std::string>> ShiftReceipts::trustedKeys()
{
    return m_connection.read([&] { return readKeys(); });
}

std::vector<std::string> ShiftReceipts::readKeys()
{
    std::vector<std::string> keys;
    auto row = m_connection.query("SELECT public_key FROM trusted_key WHERE server = ? ORDER BY id",
                                  DeviceState(m_connection).text(DeviceState::serverUrl));
    while (row.step())
        keys.push_back(row.blob(0).toStdString());
    return keys;
}

DayProof ShiftReceipts::check(Day day, const QByteArray &file, Instant fetched)
{
    DayProof proof{.day = day, .fetched = fetched};
    const auto sealed = protocol::unseal(file.toStdString());
    const auto receipt = sealed ? protocol::decodeDayReceipt(sealed->statement) : tl::unexpected(sealed.error());
    if (!receipt || receipt->day != toQDate(day).toString(Qt::ISODate).toStdString() ||
        receipt->staff != self(m_connection))
        return proof;
    const std::vector<std::string> keys = readKeys();
    const auto key = std::ranges::find(keys, sealed->keyId, protocol::keyIdOf);
    const bool known = key != keys.end();
    proof.signature = !known                                                         ? Signature::NotTrusted
                      : protocol::isGenuine(protocol::receiptPurpose, *sealed, *key) ? Signature::Good
                                                                                     : Signature::Wrong;
    proof.key = QString::fromStdString(sealed->keyId);
    proof.issued = instantFrom(receipt->issued);
    proof.referrals = static_cast<int>(receipt->referrals.size());
    proof.bonusEntries = static_cast<int>(receipt->bonus.size());
    const auto replica = DeviceState(m_connection).integer(DeviceState::replica).value_or(0);
    for (const protocol::ReceiptReplica &one : receipt->replicas) {
        if (one.replica == replica)
            proof.operationsUpTo = one.highest;
    }
    proof.visits = visitsHere(*receipt);
    Lines lines = linesHere(proof.visits);
    for (VisitProof &visit : proof.visits) {
        const auto found = std::ranges::find(receipt->visits, visit.visit, &protocol::ReceiptVisit::visit);
        const protocol::ReceiptVisit *listed = found == receipt->visits.end() ? nullptr : &*found;
        visit.listed = listed != nullptr;
        visit.completed = listed && listed->status == "completed";
        for (const protocol::ReceiptLines &line : listed ? listed->lines : std::vector<protocol::ReceiptLines>())
            visit.lines += line.rows;
        visit.gaps = gapsOf(lines[visit.visit], listed);
        compareFiles(visit, listed);
    }
    return proof;
}

std::vector<VisitProof> ShiftReceipts::visitsHere(const protocol::DayReceipt &receipt)
{
    std::vector<VisitProof> visits;
    // As the server chooses them.
    constexpr std::chrono::hours longest{7 * 24};
    const Instant from = instantFrom(receipt.from);
    auto row = m_connection.query(
        "SELECT v.id, c.name FROM visit v JOIN customer c ON c.id = v.customer_id WHERE v.technician_id = ?1 AND "
        "v.started >= ?2 AND v.started < ?3 AND (v.started >= ?4 OR v.ended >= ?4) ORDER BY v.started, v.id",
        receipt.staff, from - longest, instantFrom(receipt.until), from);
    while (row.step())
        visits.push_back({.visit = row.integer(0), .customer = row.text(1)});
    for (const protocol::ReceiptVisit &listed : receipt.visits) {
        if (std::ranges::find(visits, listed.visit, &VisitProof::visit) == visits.end())
            visits.push_back({.visit = listed.visit, .customer = {}});
    }
    return visits;
}

ShiftReceipts::Lines ShiftReceipts::linesHere(const std::vector<VisitProof> &visits)
{
    Lines lines;
    // One reading of each table for all visits: not each has an index for one.
    const std::string among = " IN (" + listOf(visits).toStdString() + ")";
    for (const protocol::Table *table : protocol::tablesOfVisit()) {
        const std::string key = table->name == "visit" ? "id" : "visit_id";
        std::string text = "SELECT " + key + ", id";
        for (const protocol::Column &column : table->columns)
            text.append(", ").append(column.name);
        text.append(" FROM ").append(table->name).append(" WHERE ").append(key).append(among).append(" ORDER BY id");
        std::map<qint64, protocol::LinesHash> hashes;
        protocol::RowHash hash;
        Sql row(m_connection.handle(), text);
        while (row.step()) {
            hash.begin(*table, row.integer(1));
            int index = 2;
            for (const protocol::Column &column : table->columns)
                addCell(hash, column, row, index++);
            hashes[row.integer(0)].add(hash);
        }
        for (const auto &[visit, sum] : hashes)
            lines[visit].push_back(sum.lines(*table));
    }
    return lines;
}

void ShiftReceipts::compareFiles(VisitProof &visit, const protocol::ReceiptVisit *listed)
{
    QStringList names;
    auto row = m_connection.query("SELECT DISTINCT sha256 FROM attachment WHERE visit_id = ?", visit.visit);
    while (row.step())
        names.append(row.text(0));
    for (const protocol::ReceiptFile &file : listed ? listed->files : std::vector<protocol::ReceiptFile>()) {
        const QString name = QString::fromStdString(file.sha256);
        if (!names.contains(name))
            names.append(name);
        visit.filesHeld += file.held;
    }
    visit.files = static_cast<int>(names.size());
}

} // namespace turnus::client
