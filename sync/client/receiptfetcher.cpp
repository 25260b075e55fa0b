#include "sync/client/receiptfetcher.h"

#include "core/storage/connection.h"
#include "core/storage/devicestate.h"
#include "core/support/clock.h"
#include "sync/client/limits.h"
#include "sync/client/makers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::client {

namespace {

using storage::DeviceState;

bool isUnsupported(const Error &error)
{
    return error.code == "no-such-endpoint"_L1;
}

} // namespace

Status ReceiptFetcher::learnKeys()
{
    TURNUS_ASSIGN(answer, m_account.send({.method = HttpRequest::Method::Get, .path = u"/v1/receipt-keys"_s}));
    TURNUS_ASSIGN(list, protocol::decodeKeyList(answer.body));
    TURNUS_ASSIGN(trusted, ShiftReceipts(m_connection).trustedKeys());
    if (list.keys.empty())
        return fail(Domain::Content, u"receipt-keys", u"the server has no key"_s);
    std::vector<std::string> now = trusted;
    if (now.empty())
        now.push_back(list.keys.front().key);
    now = protocol::trustedOf(list.keys, std::move(now));
    if (now == trusted)
        return {};
    return m_connection.write([&](storage::Writer &) -> Status {
        const QString server = DeviceState(m_connection).text(DeviceState::serverUrl);
        for (const std::string &key : now) {
            m_connection.execute("INSERT OR IGNORE INTO trusted_key (server, public_key, since) VALUES (?, ?, ?)",
                                 server, QByteArray::fromStdString(key), m_connection.clock().now());
        }
        return {};
    });
}

bool ReceiptFetcher::isGenuine(const protocol::Sealed &sealed)
{
    const auto keys = ShiftReceipts(m_connection).trustedKeys();
    return keys && std::ranges::any_of(*keys, [&](const std::string &key) {
               return protocol::isGenuine(protocol::receiptPurpose, sealed, key);
           });
}

Status ReceiptFetcher::fetch(Day day)
{
    TURNUS_ASSIGN(
        staff, m_connection.read([&] { return DeviceState(m_connection).integer(DeviceState::staffId).value_or(0); }));
    const QString path = u"/v1/receipts/%1/%2?from=%3&until=%4"_s.arg(staff)
                             .arg(toQDate(day).toString(Qt::ISODate))
                             .arg(toInteger(startOfLocalDay(day)))
                             .arg(toInteger(startOfLocalDay(day + turnus::days{1})));
    TURNUS_ASSIGN(answer, m_account.send({.method = HttpRequest::Method::Get, .path = path}));
    TURNUS_ASSIGN(sealed, protocol::unseal(answer.body));
    bool genuine = isGenuine(sealed);
    if (!genuine) {
        // Perhaps a new key, endorsed by one that is trusted.
        TURNUS_TRY(learnKeys());
        genuine = isGenuine(sealed);
    }
    TURNUS_TRY(keep(day, answer.body, genuine));
    TURNUS_TRY(noteWhole(day));
    if (!genuine)
        return fail(Domain::Content, u"receipt-not-genuine",
                    u"key %1, or the file was changed"_s.arg(QString::fromStdString(sealed.keyId)));
    return {};
}

Status ReceiptFetcher::keep(Day day, const std::string &file, bool genuine)
{
    return m_connection.write([&](storage::Writer &) -> Status {
        const auto staff = DeviceState(m_connection).integer(DeviceState::staffId).value_or(0);
        // One that is not genuine is kept to be shown as such, but never in the place of a good one.
        m_connection.execute(
            std::string("INSERT INTO day_receipt (staff_id, day, file, fetched) VALUES (?, ?, ?, ?) ") +
                (genuine ? "ON CONFLICT (staff_id, day) DO UPDATE SET file = excluded.file, fetched = excluded.fetched"
                         : "ON CONFLICT (staff_id, day) DO NOTHING"),
            staff, day, QByteArray::fromStdString(file), m_connection.clock().now());
        return {};
    });
}

Status ReceiptFetcher::noteWhole(Day day)
{
    TURNUS_ASSIGN(proof, ShiftReceipts(m_connection).proof(day));
    return m_connection.write([&](storage::Writer &) -> Status {
        const auto staff = DeviceState(m_connection).integer(DeviceState::staffId).value_or(0);
        m_connection.execute("UPDATE day_receipt SET whole = ? WHERE staff_id = ? AND day = ?",
                             proof && proof->isWhole(), staff, day);
        return {};
    });
}

bool ReceiptFetcher::isDue(Day day, Day today)
{
    const Instant from = startOfLocalDay(day);
    const Instant until = startOfLocalDay(day + turnus::days{1});
    const auto staff = DeviceState(m_connection).integer(DeviceState::staffId).value_or(0);
    auto have = m_connection.query("SELECT whole, fetched FROM day_receipt WHERE staff_id = ? AND day = ?", staff, day);
    const bool there = have.step();
    if (there && m_connection.clock().now() - have.instant(1) < limits::receiptAgain)
        return false;
    // What was confirmed of that day since.
    if (there && have.flag(0) &&
        !m_connection
             .query("SELECT 1 FROM receipt WHERE confirmed > ? AND recorded >= ? AND recorded < ? LIMIT 1",
                    have.instant(1), from, until)
             .step())
        return false;
    auto row = m_connection.query(
        "SELECT (SELECT count(*) FROM visit WHERE technician_id = ?1 AND started >= ?2 AND started < ?3 AND status = "
        "'completed'), (SELECT count(*) FROM appointment WHERE technician_id = ?1 AND starts >= ?2 AND starts < ?3 AND "
        "status IN ('planned', 'under_way')), EXISTS (SELECT 1 FROM outbox WHERE state < 2), EXISTS (SELECT 1 FROM "
        // What waits for a colleague, with its row or without, holds up nobody else's day.
        "content_file f JOIN attachment a ON a.sha256 = f.sha256 WHERE f.present = 1 AND f.held = 0 AND f.refused IS "
        "NULL AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.row = a.id) AND " +
            Makers(m_connection.handle()).isOwnRow("a.id") + ")",
        staff, from, until);
    if (!row.step() || row.integer(0) == 0)
        return false;
    const bool waiting = row.flag(2) || row.flag(3);
    // A day that is over is proved as far as it goes, and again once the rest has been sent.
    return day < today ? !there || !waiting : row.integer(1) == 0 && !waiting;
}

Result<std::vector<Day>> ReceiptFetcher::due()
{
    return m_connection.read([&] {
        std::vector<Day> due;
        const Day today = m_connection.clock().today();
        for (Day day = today - limits::receiptsBack; day <= today; day += turnus::days{1}) {
            if (isDue(day, today))
                due.push_back(day);
        }
        return due;
    });
}

Result<int> ReceiptFetcher::fetchDue()
{
    TURNUS_ASSIGN(keys, ShiftReceipts(m_connection).trustedKeys());
    if (keys.empty()) {
        const Status learned = learnKeys();
        if (!learned && isUnsupported(learned.error()))
            return 0;
        TURNUS_TRY(learned);
    }
    TURNUS_ASSIGN(days, due());
    for (const Day day : days)
        TURNUS_TRY(fetch(day));
    return static_cast<int>(days.size());
}

} // namespace turnus::client
