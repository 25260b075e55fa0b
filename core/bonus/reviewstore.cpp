#include "core/bonus/reviewstore.h"

#include "core/bonus/ledgerstore.h"
#include "core/support/limits.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

namespace {

/// What the queries of one line's evidence are asked by.
struct Keys
{
    VisitId visit;
    AssetId asset;
    CustomerId customer;
    qint64 dueNote = 0;
    Instant created;
};

void readFrame(storage::Connection &connection, ReferralId referral, Evidence &evidence, Keys &keys)
{
    storage::Statement row = connection.query(
        "SELECT v.id, v.kind, v.started, v.arrival, v.summary, p.name, a.serial, a.installed, s.name, s.city, "
        "f.interest, f.note, f.repair_shown, f.asset_id, f.customer_id, f.due_note_id, f.created, "
        "(SELECT amount_cents FROM price WHERE product_id = f.product_id AND valid_from <= f.created / 86400000 "
        " ORDER BY valid_from DESC LIMIT 1) "
        "FROM referral f JOIN visit v ON v.id = f.visit_id JOIN asset a ON a.id = f.asset_id "
        "JOIN product p ON p.id = a.product_id JOIN site s ON s.id = f.site_id WHERE f.id = ?",
        referral);
    if (!row.step())
        return;
    keys = {row.id<VisitId>(0), row.id<AssetId>(13), row.id<CustomerId>(14), row.integer(15), row.instant(16)};
    evidence = {.visit = keys.visit,
                .visitKind = row.text(1),
                .visitStarted = row.instant(2),
                .arrival = row.text(3),
                .visitSummary = row.text(4),
                .assetName = row.text(5),
                .serial = row.text(6),
                .installed = row.maybeDay(7),
                .site = row.text(8),
                .city = row.text(9),
                .interest = row.text(10),
                .note = row.text(11),
                .repairShown = row.flag(12),
                .price = row.maybeMoney(17)};
}

void readDueNote(storage::Connection &connection, Evidence &evidence, const Keys &keys)
{
    storage::Statement row =
        connection.query("SELECT verdict, forecast_status, reasons, customer_informed, p10, p50, p90 FROM due_note "
                         "WHERE id = ?1 OR (?1 = 0 AND visit_id = ?2 AND asset_id = ?3) ORDER BY at DESC LIMIT 1",
                         keys.dueNote, keys.visit, keys.asset);
    if (row.step())
        evidence.dueNote = DueNoteSeen{row.text(0),     row.text(1),     row.text(2),    row.flag(3),
                                       row.maybeDay(4), row.maybeDay(5), row.maybeDay(6)};
}

void readAsset(storage::Connection &connection, Evidence &evidence, const Keys &keys)
{
    storage::Statement finding =
        connection.query("SELECT what, place, grade FROM finding WHERE visit_id = ? AND asset_id = ? ORDER BY at, id",
                         keys.visit, keys.asset);
    while (finding.step())
        evidence.findings.push_back({finding.text(0), finding.text(1), finding.number(2)});
    storage::Statement grade =
        connection.query("SELECT grade, at FROM condition_grade WHERE asset_id = ? AND at <= ? ORDER BY at, id",
                         keys.asset, keys.created);
    while (grade.step())
        evidence.grades.push_back({grade.number(0), grade.instant(1)});
}

void readVisit(storage::Connection &connection, Evidence &evidence, const Keys &keys)
{
    storage::Statement shown =
        connection.query("SELECT b.title, count(DISTINCT w.page), sum(w.shown_ms) FROM page_view w JOIN brochure b "
                         "ON b.id = w.brochure_id WHERE w.visit_id = ? GROUP BY b.id ORDER BY min(w.at)",
                         keys.visit);
    while (shown.step())
        evidence.brochures.push_back({shown.text(0), shown.number(1), milliseconds{shown.integer(2)}});
    storage::Statement consent = connection.query("SELECT given_by, medium, purpose, granted, at FROM consent "
                                                  "WHERE customer_id = ? AND (visit_id = ? OR visit_id IS NULL) "
                                                  "ORDER BY at, id",
                                                  keys.customer, keys.visit);
    while (consent.step())
        evidence.consents.push_back(
            {consent.text(0), consent.text(1), consent.text(2), consent.flag(3), consent.instant(4)});
    storage::Statement photo = connection.query(
        "SELECT a.sha256, coalesce(f.present, 0) FROM attachment a LEFT JOIN content_file f ON f.sha256 = a.sha256 "
        "WHERE a.visit_id = ? AND a.kind = 'photo' ORDER BY a.at, a.id",
        keys.visit);
    while (photo.step())
        evidence.photos.push_back({photo.text(0), photo.flag(1)});
}

} // namespace

Result<std::vector<TeamMember>> ReviewStore::membersLedBy(StaffId supervisor)
{
    auto members = m_connection.read([&] {
        std::vector<TeamMember> found;
        storage::Statement row = m_connection.query("SELECT s.id, s.name, t.name FROM staff s JOIN team t "
                                                    "ON t.id = s.team_id WHERE t.leader_id = ? "
                                                    "AND s.role = 'technician'",
                                                    supervisor);
        while (row.step())
            found.push_back({row.id<StaffId>(0), row.text(1), row.text(2), {}});
        return found;
    });
    if (!members)
        return members;
    std::ranges::sort(*members, [](const TeamMember &a, const TeamMember &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    LedgerStore ledger(m_connection);
    for (TeamMember &member : *members) {
        TURNUS_ASSIGN(lines, ledger.linesOf(member.id));
        member.lines = std::move(lines);
    }
    return members;
}

Result<std::optional<Evidence>> ReviewStore::evidenceOf(const Line &line)
{
    return m_connection.read([&]() -> std::optional<Evidence> {
        Evidence evidence;
        Keys keys;
        readFrame(m_connection, line.referral, evidence, keys);
        if (!evidence.visit)
            return std::nullopt;
        readDueNote(m_connection, evidence, keys);
        readAsset(m_connection, evidence, keys);
        readVisit(m_connection, evidence, keys);
        return evidence;
    });
}

Status ReviewStore::decide(BonusEntryId line, bool approve, const QString &reason, StaffId by)
{
    const QString words = reason.trimmed();
    if (!approve && words.isEmpty())
        return fail(Domain::Input, u"reason-missing");
    if (words.size() > limits::textLength)
        return fail(Domain::Input, u"reason-too-long");
    return m_connection.write([&](storage::Writer &writer) -> Status {
        TURNUS_ASSIGN(found, LedgerStore(m_connection).line(line));
        if (!found)
            return fail(Domain::Input, u"line-missing", u"bonus entry %1"_s.arg(line.value));
        if (!found->isOpen())
            return fail(Domain::Input, u"already-decided", u"bonus entry %1"_s.arg(line.value));
        if (found->technician == by)
            return fail(Domain::Input, u"own-bonus", u"bonus entry %1"_s.arg(line.value));
        TURNUS_ASSIGN(id, writer.next());
        writer.insert("bonus_decision", Id<struct BonusDecisionTag>{id}, "bonus_entry", line,
                      {{"entry_id", line},
                       {"decision", approve ? u"approve"_s : u"decline"_s},
                       {"reason", words.isEmpty() ? storage::Value() : storage::Value(words)},
                       {"staff_id", by},
                       {"at", writer.now()}});
        return {};
    });
}

} // namespace turnus::bonus
