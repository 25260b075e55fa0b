#include "sync/server/service/verifier.h"

#include "core/support/ids.h"
#include "core/support/limits.h"
#include "sync/protocol/codec.h"
#include "sync/server/service/bonusservice.h"
#include "sync/server/service/snapshots.h"
#include "sync/server/store/connection.h"

using namespace Qt::StringLiterals;
using namespace turnus::protocol;

namespace turnus::server {

Result<Verification> Verifier::run()
{
    m_result = {};
    TURNUS_TRY(m_connection.read([&]() -> Status {
        checkEngine();
        for (const Table &table : tables()) {
            m_result.rows += integerOf(one(m_connection, u"SELECT count(*) FROM "_s + named(table.name)));
            checkReferences(table);
            checkChannels(table);
        }
        checkLogs();
        checkSums();
        checkLedger();
        noteDoubleBonuses();
        checkAmounts();
        checkMoney();
        return {};
    }));
    checkFiles();
    return m_result;
}

void Verifier::none(const QString &what, const QString &sql)
{
    const qint64 count = integerOf(one(m_connection, sql));
    if (count > 0)
        m_result.faults.append(u"%1: %2"_s.arg(what).arg(count));
}

void Verifier::checkEngine()
{
    if (m_connection.engine() != Engine::Sqlite)
        return;
    Statement row(m_connection, u"PRAGMA integrity_check"_s);
    while (row.next()) {
        if (row.text(0) != "ok"_L1)
            m_result.faults.append(u"SQLite: "_s + row.text(0));
    }
}

void Verifier::checkReferences(const Table &table)
{
    for (const Column &column : table.columns) {
        if (column.type != ColumnType::Id)
            continue;
        none(u"%1.%2 points at nothing"_s.arg(named(table.name), named(column.name)),
             u"SELECT count(*) FROM %1 t WHERE t.%2 IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %3 r WHERE r.id = t.%2)"_s
                 .arg(named(table.name), named(column.name), named(column.refersTo)));
    }
}

void Verifier::checkChannels(const Table &table)
{
    const QString name = named(table.name);
    none(
        name + u": rows without their channel"_s,
        u"SELECT count(*) FROM %1 t WHERE NOT EXISTS (SELECT 1 FROM channel c WHERE c.id = t.channel AND c.kind = %2)"_s
            .arg(name)
            .arg(static_cast<int>(table.channel)));
    if (!table.parent.empty()) {
        const Column &parent = table.columns[static_cast<std::size_t>(columnIndex(table, table.parent))];
        none(name + u": rows in another channel than their "_s + named(parent.refersTo),
             u"SELECT count(*) FROM %1 t JOIN %2 p ON p.id = t.%3 WHERE p.channel <> t.channel"_s.arg(
                 name, named(parent.refersTo), named(table.parent)));
    }
    none(name + u": rows that their channel's log does not know"_s,
         u"SELECT count(*) FROM %1 t WHERE NOT EXISTS (SELECT 1 FROM change c WHERE c.row_id = t.id AND c.tbl = %2 AND "
         "c.channel = t.channel AND c.op = 1)"_s.arg(name)
             .arg(table.number));
}

void Verifier::checkLogs()
{
    Statement row(m_connection, u"SELECT c.id, c.head, count(l.seq), COALESCE(min(l.seq), 1), COALESCE(max(l.seq), 0) "
                                "FROM channel c LEFT JOIN change l ON l.channel = c.id GROUP BY c.id, c.head"_s);
    while (row.next()) {
        m_result.changes += row.integer(2);
        if (row.integer(2) != row.integer(1) || row.integer(3) != 1 || row.integer(4) != row.integer(1)) {
            m_result.faults.append(
                u"change log of channel %1: %2 changes from %3 to %4 where the head is %5"_s.arg(row.integer(0))
                    .arg(row.integer(2))
                    .arg(row.integer(3))
                    .arg(row.integer(4))
                    .arg(row.integer(1)));
        }
    }
}

/// What was counted for the devices, and what the frames hold that they are sent, is what the rows say.
void Verifier::checkSums()
{
    SnapshotStore store(m_connection);
    for (const Channel &channel : ChannelStore(m_connection).all()) {
        const std::optional<ChannelContent> known = store.sumOf(channel.id);
        if (known && known->seq == channel.head && known->sum != ChannelRows(m_connection).sum(channel.id))
            m_result.faults.append(u"channel %1: its rows are not those that were counted"_s.arg(channel.id));
        const std::optional<ChannelContent> snapshot = store.find(channel.id);
        if (!snapshot)
            continue;
        RowSum sent;
        const bool readable = store.frames(channel.id, {}, [&](const SnapshotFrame &frame, bool) {
            const auto batches = decodeFrame(
                {frame.payload.constData(), static_cast<std::size_t>(frame.payload.size())}, Unknown::Refuse);
            if (!batches)
                return false;
            for (const Batch &batch : *batches)
                sent.add(batch);
            return true;
        });
        if (!readable || sent != snapshot->sum)
            m_result.faults.append(u"channel %1: its snapshot is damaged"_s.arg(channel.id));
    }
}

void Verifier::checkLedger()
{
    m_result.postings = integerOf(one(m_connection, u"SELECT count(*) FROM bonus_entry"_s));
    none(u"ledger: postings that belong to no line of the same technician"_s,
         u"SELECT count(*) FROM bonus_entry e WHERE e.kind <> 'reserved' AND NOT EXISTS (SELECT 1 FROM bonus_entry l "
         "WHERE l.id = e.entry_id AND l.kind = 'reserved' AND l.technician_id = e.technician_id)"_s);
    none(u"ledger: lines that begin with something else than a reservation"_s,
         u"SELECT count(*) FROM bonus_entry WHERE (kind = 'reserved') <> (entry_id IS NULL)"_s);
    none(u"ledger: amounts that differ from their line's"_s,
         u"SELECT count(*) FROM bonus_entry e JOIN bonus_entry l ON l.id = e.entry_id WHERE (e.kind IN ('approved', "
         "'paid') AND e.amount_cents <> l.amount_cents) OR (e.kind IN ('declined', 'reversed') AND "
         "e.amount_cents <> -l.amount_cents)"_s);
    for (const auto &kind : {u"approved"_s, u"declined"_s, u"reversed"_s, u"paid"_s}) {
        none(u"ledger: lines %1 more than once"_s.arg(kind),
             u"SELECT count(*) FROM (SELECT entry_id FROM bonus_entry WHERE kind = '%1' GROUP BY entry_id HAVING "
             "count(*) > 1) twice"_s.arg(kind));
    }
    none(u"ledger: lines both approved and declined"_s,
         u"SELECT count(*) FROM bonus_entry a JOIN bonus_entry d ON d.entry_id = a.entry_id WHERE a.kind = 'approved' "
         "AND d.kind = 'declined'"_s);
    none(u"ledger: referrals with more than one reservation by one rule"_s,
         u"SELECT count(*) FROM (SELECT referral_id FROM bonus_entry WHERE kind = 'reserved' AND referral_id IS NOT "
         "NULL GROUP BY referral_id, rule_id HAVING count(*) > 1) twice"_s);
}

/// Each line by itself is in order: which of them stands, a supervisor has to say.
void Verifier::noteDoubleBonuses()
{
    Statement row(m_connection,
                  u"SELECT r.asset_id, count(*) FROM referral r WHERE r.asset_id IS NOT NULL AND r.stage NOT IN "
                  "('lost', 'declined') AND EXISTS (SELECT 1 FROM bonus_entry e JOIN bonus_rule b ON b.id = e.rule_id "
                  "WHERE e.referral_id = r.id AND e.kind = 'reserved' AND b.event = 'referral') GROUP BY r.asset_id "
                  "HAVING count(*) > 1 ORDER BY r.asset_id"_s);
    while (row.next()) {
        m_result.notes.append(
            u"asset %1: %2 open referrals with a bonus reserved for each"_s.arg(row.integer(0)).arg(row.integer(1)));
    }
}

/// Every reservation is what its rule gives for its base.
void Verifier::checkAmounts()
{
    QHash<qint64, bonus::Rule> rules;
    for (const bonus::Rule &rule : BonusService::rules(m_connection))
        rules.insert(rule.id.value, rule);
    Statement row(m_connection,
                  u"SELECT id, rule_id, amount_cents, base_cents FROM bonus_entry WHERE kind = 'reserved'"_s);
    while (row.next()) {
        const auto rule = rules.constFind(row.integer(1));
        if (rule == rules.cend())
            continue;
        const auto base = row.isNull(3) ? std::nullopt : std::optional(Money{row.integer(3)});
        const auto amount = bonus::computeBonus(*rule, {rule->event, rule->validFrom, rule->category}, base);
        if (!amount || amount->amount.cents != row.integer(2))
            m_result.faults.append(
                u"ledger: posting %1 is not what rule %2 gives"_s.arg(row.integer(0)).arg(rule->number));
    }
}

/// No amount is beyond what sums and shares can bear.
void Verifier::checkMoney()
{
    for (const Table &table : tables()) {
        for (const Column &column : table.columns) {
            if (column.type != ColumnType::Cents)
                continue;
            none(u"%1.%2: amounts beyond all measure"_s.arg(named(table.name), named(column.name)),
                 u"SELECT count(*) FROM %1 WHERE %2 > %3 OR %2 < -%3"_s.arg(named(table.name), named(column.name))
                     .arg(turnus::limits::mostCents));
        }
    }
}

QHash<QString, Verifier::Wanted> Verifier::wantedFiles()
{
    QHash<QString, Wanted> wanted;
    // Whoever proved to have a file had sent it whole; an import takes no row without its file.
    Statement pushed(m_connection,
                     u"SELECT f.sha256, max(CASE WHEN f.imported = 1 OR EXISTS (SELECT 1 FROM file_proof p WHERE "
                     "p.sha256 = f.sha256) THEN 1 ELSE 0 END) FROM (SELECT sha256, CASE WHEN id < %1 THEN 1 ELSE 0 END "
                     "AS imported FROM attachment UNION ALL SELECT report_sha256, 0 FROM signature) f GROUP BY "
                     "f.sha256"_s.arg(qint64{1} << idCounterBits));
    while (pushed.next())
        wanted.insert(pushed.text(0), pushed.integer(1) ? Wanted::Held : Wanted::Awaited);
    Statement own(m_connection, u"SELECT sha256 FROM brochure UNION SELECT image_sha256 FROM product WHERE "
                                "image_sha256 IS NOT NULL"_s);
    while (own.next())
        wanted.insert(own.text(0), Wanted::Own);
    return wanted;
}

void Verifier::checkFiles()
{
    QHash<QString, Wanted> wanted;
    const Status read = m_connection.read([&]() -> Status {
        wanted = wantedFiles();
        return {};
    });
    if (!read)
        m_result.faults.append(read.error().toString());
    qint64 awaited = 0;
    for (auto file = wanted.cbegin(); file != wanted.cend(); ++file) {
        const bool beside = m_beside && m_beside->has(file.key());
        if (*file != Wanted::Own && !beside && !m_content.has(file.key())) {
            if (*file == Wanted::Held)
                lose(file.key());
            else
                ++awaited;
            continue;
        }
        ++m_result.files;
        Status good = m_content.check(file.key());
        if (!good && beside)
            good = m_beside->check(file.key());
        if (!good)
            m_result.faults.append(good.error().toString());
    }
    if (awaited > 0)
        m_result.notes.append(u"files that handhelds have not sent yet: %1"_s.arg(awaited));
    if (m_beside && m_result.lostFiles > 0) {
        m_result.notes.append(
            u"files that were held before and are neither here nor in the backup: %1; handhelds that still have them "
            "bring them again"_s.arg(m_result.lostFiles));
    }
}

/// What a backup lacks is no reason not to go back to it.
void Verifier::lose(const QString &sha256)
{
    ++m_result.lostFiles;
    if (!m_beside)
        m_result.faults.append(u"content/file-lost: %1: was held before, is not here"_s.arg(sha256));
}

} // namespace turnus::server
