#include "core/visit/completion.h"

#include "core/support/clock.h"
#include "core/visit/report.h"
#include "core/visit/wording.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;
using storage::Writer;

namespace {

struct RepairLine
{
    QString description;
    std::optional<Money> cost; ///< nullopt when any part's price is unknown
};

RepairLine repairOf(const VisitFacts &facts)
{
    RepairLine repair;
    QStringList words;
    for (const FindingLine &finding : facts.findings)
        words.append(finding.what);
    Money cost;
    bool known = !facts.parts.empty();
    for (const PartLine &part : facts.parts) {
        words.append(part.name);
        known = known && part.unitPrice;
        if (part.unitPrice)
            cost += *part.unitPrice * part.quantity;
    }
    repair.description = words.isEmpty() ? schedule::nameOf(facts.visit.kind) : words.join(u", "_s);
    if (known)
        repair.cost = cost;
    return repair;
}

bool isRepair(const VisitFacts &facts)
{
    return facts.visit.asset &&
           (facts.visit.kind == schedule::Kind::Repair || facts.visit.kind == schedule::Kind::Emergency);
}

Status recordRepair(Writer &writer, const VisitFacts &facts)
{
    if (!isRepair(facts))
        return {};
    const RepairLine repair = repairOf(facts);
    TURNUS_ASSIGN(id, writer.mint<LineId>());
    writer.insert("repair", id, "asset", facts.visit.asset,
                  {{"asset_id", facts.visit.asset},
                   {"visit_id", facts.visit.id},
                   {"at", writer.now()},
                   {"description", repair.description},
                   {"cost_cents", repair.cost}});
    return {};
}

bool hadComplaintOpen(storage::Connection &connection, const Visit &visit)
{
    if (!visit.ended)
        return connection.query("SELECT 1 FROM complaining_customer WHERE customer_id = ?", visit.customer).step();
    // What was settled or taken since does not change what was signed.
    Statement row = connection.query("SELECT 1 FROM complaint WHERE customer_id = ?1 AND settled IS NULL AND opened "
                                     "<= ?2 UNION ALL SELECT 1 FROM complaint WHERE customer_id = ?1 AND settled > ?2 "
                                     "AND opened <= ?2",
                                     visit.customer, *visit.ended);
    return row.step();
}

} // namespace

int VisitFacts::answered() const
{
    return static_cast<int>(std::ranges::count_if(checklist, [](const auto &e) { return e.answer != Answer::Open; }));
}

const DueNote *VisitFacts::advice() const
{
    return dueNote && dueNote->customerInformed && !complaintOpen ? &*dueNote : nullptr;
}

int VisitFacts::requiredOpen() const
{
    return static_cast<int>(
        std::ranges::count_if(checklist, [](const auto &e) { return e.required && e.answer == Answer::Open; }));
}

Result<VisitFacts> loadFacts(storage::Connection &connection, const QString &contentDirectory, VisitId visit)
{
    const VisitLines lines(connection, visit);
    VisitFacts facts;
    TURNUS_ASSIGN(loaded, Visits(connection).load(visit));
    TURNUS_ASSIGN(checklist, lines.checklist());
    TURNUS_ASSIGN(readings, lines.readings());
    TURNUS_ASSIGN(findings, lines.findings());
    TURNUS_ASSIGN(parts, lines.parts());
    TURNUS_ASSIGN(photos, Attachments(connection, contentDirectory).photos(visit));
    TURNUS_ASSIGN(note, DueNotes(connection).ofVisit(visit));
    facts.visit = std::move(loaded);
    facts.checklist = std::move(checklist);
    facts.readings = std::move(readings);
    facts.findings = std::move(findings);
    facts.parts = std::move(parts);
    facts.photos = std::move(photos);
    facts.dueNote = std::move(note);
    TURNUS_TRY(connection.read([&] {
        Statement signature =
            connection.query("SELECT signer FROM signature WHERE visit_id = ? ORDER BY id DESC", visit);
        if (signature.step())
            facts.signer = signature.text(0);
        Statement referrals = connection.query("SELECT count(*) FROM referral WHERE visit_id = ?", visit);
        if (referrals.step())
            facts.referrals = referrals.number(0);
        facts.complaintOpen = hadComplaintOpen(connection, facts.visit);
        Statement contact = connection.query("SELECT name FROM contact WHERE customer_id = ? ORDER BY id LIMIT 1",
                                             facts.visit.customer);
        if (contact.step())
            facts.contact = contact.text(0);
    }));
    return facts;
}

Result<ReportDocument> prepareReport(storage::Connection &connection, const QString &contentDirectory, VisitId visit,
                                     const Signing &signing, const QLocale &locale)
{
    if (signing.signer.trimmed().isEmpty())
        return fail(Domain::Input, u"signer-missing", u"a report is signed with a name"_s);
    TURNUS_ASSIGN(facts, loadFacts(connection, contentDirectory, visit));
    if (facts.visit.completed)
        return fail(Domain::Input, u"completed", u"visit %1 is completed already"_s.arg(visit.value));
    if (const int open = facts.requiredOpen(); open > 0)
        return fail(Domain::Input, u"required-open", u"%1 required checklist items"_s.arg(open));
    return reportDocument(connection, contentDirectory, facts, connection.clock().now(), signing, locale);
}

Status complete(storage::Connection &connection, const QString &contentDirectory, VisitId visit,
                const ReportDocument &document, const RenderedReport &rendered, const QLocale &locale,
                const FollowUp &followUp)
{
    const Signing signing{document.signature.signer, document.signature.strokes};
    Attachments attachments(connection, contentDirectory);
    TURNUS_ASSIGN(report, attachments.storeBytes(rendered.bytes));
    return connection.write([&](Writer &writer) -> Status {
        TURNUS_ASSIGN(facts, loadFacts(connection, contentDirectory, visit));
        if (facts.visit.completed)
            return fail(Domain::Input, u"completed", u"visit %1 is completed already"_s.arg(visit.value));
        TURNUS_ASSIGN(now, reportDocument(connection, contentDirectory, facts, document.ended, signing, locale));
        if (now != document)
            return fail(Domain::Input, u"report-changed", u"visit %1 is not what was signed"_s.arg(visit.value));
        TURNUS_TRY(attachments.reference(writer, visit, report, rendered.mediaType, u"report"_s));
        TURNUS_ASSIGN(id, writer.mint<LineId>());
        writer.insert("signature", id, "visit", visit,
                      {{"visit_id", visit},
                       {"signer", signing.signer},
                       {"strokes", signing.strokes.isEmpty() ? storage::Value() : storage::Value(signing.strokes)},
                       {"report_sha256", report.sha256},
                       {"at", document.ended}});
        TURNUS_TRY(recordRepair(writer, facts));
        writer.update("visit", visit,
                      {{"status", u"completed"_s}, {"ended", document.ended}, {"summary", summaryText(facts, locale)}});
        if (facts.visit.appointment)
            writer.update("appointment", facts.visit.appointment, {{"status", u"done"_s}});
        return followUp && facts.visit.asset ? followUp(writer, facts.visit.asset) : Status();
    });
}

} // namespace turnus::visit
