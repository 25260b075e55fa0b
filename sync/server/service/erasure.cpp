#include "sync/server/service/erasure.h"

#include "sync/server/store/channelstore.h"
#include "sync/server/store/connection.h"
#include "sync/server/store/erasurestore.h"
#include "sync/server/store/meta.h"
#include "sync/server/store/rowstore.h"
#include "sync/server/store/signingkeystore.h"
#include "sync/server/store/snapshotstore.h"

#include <QFileInfo>
#include <QSet>
#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

namespace {

using Names = std::string_view;

/// asset_removal.reason: gone for a reason that says nothing of its life.
constexpr const char *goneReason = "left";

namespace emptied {
constexpr std::array<Names, 5> customer{"name", "external_key", "phone", "email", "note"};
constexpr std::array<Names, 7> site{"name", "street", "postal_code", "city", "latitude", "longitude", "access_note"};
constexpr std::array<Names, 1> contract{"name"};
constexpr std::array<Names, 2> asset{"serial", "place"};
constexpr std::array<Names, 4> visit{"appointment_id", "arrival", "arrival_distance_m", "summary"};
constexpr std::array<Names, 1> repair{"description"};
constexpr std::array<Names, 1> dueNote{"signs"};
constexpr std::array<Names, 2> referral{"contact_id", "note"};
constexpr std::array<Names, 1> removal{"note"};
constexpr std::array<Names, 1> reason{"reason"};
} // namespace emptied

constexpr std::array tableRules{ErasureRule{"open_conflict", true},
                                ErasureRule{"conflict_choice", true},
                                ErasureRule{"checklist_answer", true},
                                ErasureRule{"page_view", true},
                                ErasureRule{"part_use", true},
                                ErasureRule{"attachment", true},
                                ErasureRule{"signature", true},
                                ErasureRule{"finding", true},
                                ErasureRule{"consent", true},
                                ErasureRule{"complaint", true},
                                ErasureRule{"contact", true},
                                ErasureRule{"appointment", true},
                                ErasureRule{"maintenance_plan", true},
                                ErasureRule{"bonus_decision", false, emptied::reason},
                                ErasureRule{"bonus_entry", false, emptied::reason},
                                ErasureRule{"referral_event", false, emptied::reason},
                                ErasureRule{"referral", false, emptied::referral},
                                ErasureRule{"due_note", false, emptied::dueNote},
                                ErasureRule{"repair", false, emptied::repair},
                                ErasureRule{"condition_grade", false},
                                ErasureRule{"meter_reading", false},
                                ErasureRule{"forecast_statement", false},
                                ErasureRule{"asset_removal", false, emptied::removal},
                                ErasureRule{"customer_life", false},
                                ErasureRule{"visit", false, emptied::visit},
                                ErasureRule{"asset", false, emptied::asset},
                                ErasureRule{"service_contract", false, emptied::contract},
                                ErasureRule{"site", false, emptied::site},
                                ErasureRule{"customer", false, emptied::customer}};

constexpr std::array<Names, 4> reasonWords{"request", "consent_withdrawn", "retention_ended", "unlawful"};

QList<int> columnIndexes(const Table &table, std::span<const Names> names)
{
    QList<int> columns;
    for (const Names name : names)
        columns.append(columnIndex(table, name));
    return columns;
}

/// Units stand there no more for all that the forecasts know.
void retire(Connection &connection, RowStore &rows, ErasureStore &store, qint64 customer, qint64 channel, Instant now)
{
    const Table &removals = *findTable("asset_removal");
    for (const qint64 unit : store.retireUnits(customer)) {
        Row row{Meta(connection).takeIds(), channel, QList<Value>(static_cast<qsizetype>(removals.columns.size()))};
        row.values[columnIndex(removals, "asset_id")] = unit;
        row.values[columnIndex(removals, "reason")] = QString::fromLatin1(goneReason);
        row.values[columnIndex(removals, "removed")] = toInteger(localDay(now));
        row.values[columnIndex(removals, "at")] = toInteger(now);
        rows.insert(removals, row);
    }
}

/// Persons keep their money; only the words go. Says whose channels that touched.
QSet<qint64> blankMoney(RowStore &rows, const Table &table, const QList<qint64> &ids, const QList<int> &columns)
{
    QSet<qint64> channels;
    for (const qint64 id : ids) {
        auto row = rows.find(table, id);
        if (!row)
            continue;
        quint64 mask = 0;
        for (const int column : columns) {
            if (!isNull(std::exchange(row->values[column], Value())))
                mask |= quint64{1} << column;
        }
        rows.update(table, *row, mask);
        if (mask)
            channels.insert(row->channel);
    }
    return channels;
}

void tellDevices(Connection &connection, RowStore &rows, qint64 customer, const QString &why, StaffId by, Instant now)
{
    const Table &table = *findTable("erasure");
    const Row row{Meta(connection).takeIds(),
                  companyChannel,
                  {customer, why, by.value ? Value(by.value) : Value(), toInteger(now)}};
    rows.insert(table, row);
}

std::optional<qint64> placeOf(Connection &connection, qint64 customer)
{
    ChangeLog log(connection, {});
    return RowStore(connection, log).channelOf(*findTable("customer"), customer);
}

/// What the dry run undoes its work with.
constexpr QStringView dryRunCode = u"dry-run";

} // namespace

std::span<const ErasureRule> erasureRules()
{
    return tableRules;
}

std::span<const std::string_view> erasureReasons()
{
    return reasonWords;
}

Erasure::Erasure(const Clock &clock, const ContentStore &content, const QString &uploads)
    : m_clock(clock), m_content(content), m_uploads(uploads), m_list(QFileInfo(uploads).path())
{
}

Result<ErasureReport> Erasure::erase(Connection &connection, qint64 customer, const QString &reason, StaffId by,
                                     bool dryRun) const
{
    if (std::ranges::find(reasonWords, reason.toStdString()) == reasonWords.end())
        return fail(Domain::Input, u"reason", u"\"%1\" is no reason for an erasure"_s.arg(reason));
    ErasureReport report;
    const Status done = connection.write([&]() -> Status {
        report = {};
        TURNUS_TRY(apply(connection, customer, reason, by, report));
        return dryRun ? fail(Domain::Input, dryRunCode, {}) : Status();
    });
    if (!done && !(dryRun && done.error().code == dryRunCode))
        return tl::unexpected(done.error());
    if (dryRun)
        return report;
    TURNUS_ASSIGN(scrubbed, finish(connection));
    report.scrubbed = scrubbed;
    return report;
}

Status Erasure::apply(Connection &connection, qint64 customer, const QString &reason, StaffId by,
                      ErasureReport &report) const
{
    const Instant now = m_clock.now();
    ErasureStore store(connection);
    store.lock();
    ChangeLog log(connection, now);
    RowStore rows(connection, log);
    const auto from = rows.channelOf(*findTable("customer"), customer);
    if (!from)
        return fail(Domain::Input, u"row-missing", u"customer %1"_s.arg(customer));
    const qint64 to = ChannelStore(connection).ensure(ChannelKind::Territory, ChannelStore::erasedSubject, {});
    if (*from == to)
        return fail(Domain::Input, u"already-erased", u"customer %1"_s.arg(customer));
    QList<qint64> all;
    for (const ErasureRule &rule : tableRules) {
        const Table &table = *findTable(rule.table);
        const QList<qint64> ids = store.rowsOf(table, customer);
        if (table.channel == ChannelKind::Territory)
            all.append(ids);
        if (!ids.isEmpty())
            report.tables.append(
                {named(table.name), rule.remove ? ids.size() : 0, rule.remove ? 0 : static_cast<qint64>(ids.size())});
    }
    store.noteRows(all, customer);
    store.noteRefusedAdditions(customer);
    const QStringList files = store.filesOf(customer);
    store.noteFiles(files, now);
    const ErasureStore::Traces traces = store.removeTraces(customer);
    report.customer = customer;
    report.files = files.size();
    report.operations = traces.outcomes;
    report.conflicts = traces.conflicts;
    report.keys = traces.keys;
    report.events = traces.events;
    // A territory that he has moved away from may still have him in its snapshot.
    QSet<qint64> touched = store.channelsOf(customer) + QSet{*from};
    for (const ErasureRule &rule : tableRules) {
        const Table &table = *findTable(rule.table);
        if (rule.remove)
            store.remove(table, customer, log);
        else if (table.channel == ChannelKind::Person)
            touched.unite(blankMoney(rows, table, store.rowsOf(table, customer), columnIndexes(table, rule.blank)));
        else
            store.blank(table, customer, columnIndexes(table, rule.blank));
    }
    retire(connection, rows, store, customer, *from, now);
    rows.moveCustomer(customer, to);
    tellDevices(connection, rows, customer, reason, by, now);
    log.flush();
    for (const qint64 channel : std::as_const(touched))
        SnapshotStore(connection).drop(channel);
    store.oweScrub();
    return {};
}

Status Erasure::completeList(Connection &connection) const
{
    QString company;
    QList<ErasedList::Entry> done;
    TURNUS_TRY(connection.read([&]() -> Status {
        company = SigningKeyStore(connection).company();
        done = ErasureStore(connection).erasures();
        return {};
    }));
    return m_list.complete(company, done);
}

Result<bool> Erasure::finish(Connection &connection) const
{
    TURNUS_TRY(completeList(connection));
    QStringList files;
    bool owes = false;
    TURNUS_TRY(connection.read([&]() -> Status {
        ErasureStore store(connection);
        files.clear();
        owes = store.owesScrub();
        for (const QString &file : store.notedFiles()) {
            if (RowStore::channelsOfFile(connection, file).isEmpty())
                files.append(file);
        }
        return {};
    }));
    for (const QString &file : std::as_const(files)) {
        m_uploads.removeAll(file);
        TURNUS_TRY(m_content.remove(file));
    }
    if (!owes)
        return true;
    TURNUS_TRY(connection.write([&]() -> Status {
        ErasureStore store(connection);
        for (const QString &file : store.notedFiles())
            store.forgetFile(file);
        return {};
    }));
    return connection.maintain([&] { return ErasureStore(connection).scrub(); });
}

/// He is not there: made after the backup that was restored. Handhelds may still have him, and send his visits again.
void Erasure::applyToMissing(Connection &connection, const ErasedList::Entry &entry) const
{
    ErasureStore store(connection);
    store.lock();
    ChangeLog log(connection, m_clock.now());
    RowStore rows(connection, log);
    store.noteRows({entry.customer}, entry.customer);
    store.noteRefusedAdditions(entry.customer);
    const ErasureStore::Traces traces = store.removeTraces(entry.customer);
    tellDevices(connection, rows, entry.customer, entry.reason, {}, m_clock.now());
    log.flush();
    if (traces.outcomes + traces.conflicts + traces.keys + traces.events > 0)
        store.oweScrub();
}

Result<QList<ErasedList::Entry>> Erasure::undone(Connection &connection) const
{
    TURNUS_ASSIGN(company, companyOf(connection));
    TURNUS_ASSIGN(listed, m_list.entries(company));
    QList<ErasedList::Entry> undone;
    TURNUS_TRY(connection.read([&]() -> Status {
        undone.clear();
        const auto to = ChannelStore(connection).find(ChannelKind::Territory, ChannelStore::erasedSubject);
        const QList<ErasedList::Entry> told = ErasureStore(connection).erasures();
        for (const ErasedList::Entry &entry : listed) {
            const auto channel = placeOf(connection, entry.customer);
            const bool isTold = std::ranges::find(told, entry.customer, &ErasedList::Entry::customer) != told.end();
            if (channel ? channel != to : !isTold)
                undone.append(entry);
        }
        return {};
    }));
    return undone;
}

Result<int> Erasure::again(Connection &connection) const
{
    TURNUS_ASSIGN(waiting, undone(connection));
    for (const ErasedList::Entry &entry : std::as_const(waiting)) {
        TURNUS_TRY(connection.write([&]() -> Status {
            if (!placeOf(connection, entry.customer)) {
                applyToMissing(connection, entry);
                return {};
            }
            ErasureReport report;
            return apply(connection, entry.customer, entry.reason, {}, report);
        }));
    }
    TURNUS_ASSIGN(scrubbed, finish(connection));
    Q_UNUSED(scrubbed)
    return static_cast<int>(waiting.size());
}

} // namespace turnus::server
