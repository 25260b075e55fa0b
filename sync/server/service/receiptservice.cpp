#include "sync/server/service/receiptservice.h"

#include "sync/server/service/authorisation.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/receiptstore.h"
#include "sync/server/store/replicakeystore.h"
#include "sync/server/store/signingkeystore.h"

#include <QFileInfo>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

constexpr std::chrono::hours utcDay{24};
/// Clocks are put back by an hour; zones lie between -12 and +14 hours.
constexpr std::chrono::hours longestDay{25};
constexpr std::chrono::hours farthestZone{14};

QString words(const std::string &text)
{
    return QString::fromStdString(text);
}

/// Shared records go on after the day: a complaint is settled, a visit's remark is corrected. Facts never change.
bool isFact(std::string_view name)
{
    const Table *table = findTable(name);
    return table && table->kind == RowKind::Fact;
}

void compareLines(const ReceiptVisit &then, const ReceiptVisit &now, QStringList &differences)
{
    for (const ReceiptLines &line : then.lines) {
        const auto here = std::ranges::find(now.lines, line.table, &ReceiptLines::table);
        const qint64 rows = here == now.lines.end() ? 0 : here->rows;
        if (rows != line.rows)
            differences.append(u"visit %1, %2: %3 rows then, %4 today"_s.arg(then.visit)
                                   .arg(words(line.table))
                                   .arg(line.rows)
                                   .arg(rows));
        else if (isFact(line.table) && here->sha256 != line.sha256)
            differences.append(u"visit %1, %2: other values today"_s.arg(then.visit).arg(words(line.table)));
    }
    for (const ReceiptLines &line : now.lines) {
        if (std::ranges::find(then.lines, line.table, &ReceiptLines::table) == then.lines.end())
            differences.append(
                u"visit %1, %2: 0 rows then, %3 today"_s.arg(then.visit).arg(words(line.table)).arg(line.rows));
    }
    for (const ReceiptFile &file : then.files) {
        const auto here = std::ranges::find(now.files, file.sha256, &ReceiptFile::sha256);
        const bool held = here != now.files.end() && here->held;
        if (held != file.held)
            differences.append(
                u"visit %1, file %2: %3"_s.arg(then.visit)
                    .arg(words(file.sha256), held ? u"held today, not then"_s : u"held then, not today"_s));
    }
}

template <class T, class Key>
void compareRecords(const QString &what, const std::vector<T> &then, const std::vector<T> &now, Key key,
                    QStringList &differences)
{
    for (const T &one : then) {
        const auto here = std::ranges::find(now, one.*key, key);
        if (here == now.end())
            differences.append(u"%1 %2: not here today"_s.arg(what).arg(one.*key));
        else if (*here != one)
            differences.append(u"%1 %2: other values today"_s.arg(what).arg(one.*key));
    }
}

} // namespace

std::optional<ReceiptService::ReceiptDay> ReceiptService::dayFrom(const QString &name, const QString &query)
{
    const QDate date = QDate::fromString(name, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != name)
        return {};
    const Instant midnight = instantFrom(date.startOfDay(Qt::UTC).toMSecsSinceEpoch());
    if (query.isEmpty())
        return ReceiptDay{name, midnight, midnight + utcDay};
    const QUrlQuery given(query);
    bool isFrom = false;
    bool isUntil = false;
    const Instant from = instantFrom(given.queryItemValue(u"from"_s).toLongLong(&isFrom));
    const Instant until = instantFrom(given.queryItemValue(u"until"_s).toLongLong(&isUntil));
    if (!isFrom || !isUntil || from < midnight - farthestZone || from > midnight + farthestZone || until <= from ||
        until - from > longestDay)
        return {};
    return ReceiptDay{name, from, until};
}

DayReceipt ReceiptService::compose(Connection &connection, StaffId staff, const ReceiptDay &day)
{
    ReceiptStore store(connection);
    DayReceipt receipt{.company = SigningKeyStore(connection).list().company,
                       .staff = staff.value,
                       .name = store.nameOf(staff).toStdString(),
                       .day = day.name.toStdString(),
                       .from = toInteger(day.from),
                       .until = toInteger(day.until),
                       .issued = toInteger(m_clock.now()),
                       .visits = store.visits(staff, day.from, day.until),
                       .referrals = store.referrals(staff, day.from, day.until),
                       .bonus = store.postings(staff, day.from, day.until),
                       .replicas = store.replicas(staff)};
    for (ReceiptVisit &visit : receipt.visits) {
        for (ReceiptFile &file : visit.files) {
            const QString name = words(file.sha256);
            file.held = file.held && m_content.has(name) && QFileInfo(m_content.path(name)).size() == file.size;
        }
    }
    return receipt;
}

Result<std::string> ReceiptService::issue(Connection &connection, const Principal &principal, StaffId staff,
                                          const ReceiptDay &day)
{
    TURNUS_ASSIGN(known, keys(connection)); // makes the first one
    DayReceipt receipt;
    std::optional<SigningKey> key;
    TURNUS_TRY(connection.read([&]() -> Status {
        if (Status may = Authorisation::of(connection, principal).mayReadReceiptOf(staff); !may)
            return may;
        receipt = compose(connection, staff, day);
        key = SigningKeyStore(connection).current();
        return {};
    }));
    if (!key)
        return fail(Domain::Storage, u"no-key", u"%1 keys, none of them signs"_s.arg(known.keys.size()));
    return seal(receiptPurpose, encode(receipt), *key);
}

Result<KeyList> ReceiptService::keys(Connection &connection)
{
    KeyList list;
    const auto read = [&]() -> Status {
        list = SigningKeyStore(connection).list();
        return {};
    };
    TURNUS_TRY(connection.read(read));
    if (!list.keys.empty())
        return list;
    TURNUS_TRY(connection.write([&]() -> Status {
        SigningKeyStore(connection).ensure(m_clock.now());
        ReplicaKeyStore(connection).ensure(m_clock.now());
        return read();
    }));
    return list;
}

Status ReceiptService::rotate(Connection &connection)
{
    return connection.write([&]() -> Status {
        SigningKeyStore(connection).rotate(m_clock.now());
        return {};
    });
}

Result<QStringList> ReceiptService::differences(Connection &connection, const DayReceipt &receipt)
{
    QStringList differences;
    TURNUS_TRY(connection.read([&]() -> Status {
        const DayReceipt now = compose(connection, StaffId{receipt.staff},
                                       {words(receipt.day), instantFrom(receipt.from), instantFrom(receipt.until)});
        differences.clear();
        if (now.company != receipt.company)
            differences.append(u"the receipt is of another company: "_s + words(receipt.company));
        for (const ReceiptVisit &then : receipt.visits) {
            const auto here = std::ranges::find(now.visits, then.visit, &ReceiptVisit::visit);
            if (here == now.visits.end())
                differences.append(u"visit %1: not here today"_s.arg(then.visit));
            else
                compareLines(then, *here, differences);
        }
        compareRecords(u"referral"_s, receipt.referrals, now.referrals, &ReceiptReferral::referral, differences);
        compareRecords(u"bonus entry"_s, receipt.bonus, now.bonus, &ReceiptPosting::entry, differences);
        return {};
    }));
    return differences;
}

} // namespace turnus::server
