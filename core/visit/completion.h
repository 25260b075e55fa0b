#pragma once

#include "core/visit/attachments.h"
#include "core/visit/duenotes.h"
#include "core/visit/visits.h"

#include <QLocale>
#include <functional>

namespace turnus::visit {

/// Everything that was recorded at one visit, as one consistent state of the database.
struct VisitFacts
{
    Visit visit;
    std::vector<ChecklistEntry> checklist;
    Readings readings;
    std::vector<FindingLine> findings;
    std::vector<PartLine> parts;
    std::vector<Attachment> photos;
    std::optional<DueNote> dueNote;
    int referrals = 0;
    /// The customer has a complaint open; of a completed visit, had one when it ended. Nothing is recommended then.
    bool complaintOpen = false;
    QString contact; ///< the customer's first contact, or empty
    QString signer;  ///< empty before the signature

    [[nodiscard]] int answered() const;
    /// What the report tells the customer of replacing his unit; nullptr when it tells nothing.
    [[nodiscard]] const DueNote *advice() const;
    /// Required items of the checklist without an answer.
    [[nodiscard]] int requiredOpen() const;
};

Result<VisitFacts> loadFacts(storage::Connection &connection, const QString &contentDirectory, VisitId visit);

struct Signing
{
    QString signer;
    QByteArray strokes; ///< empty when the name was typed instead
};

struct ReportDocument;
struct RenderedReport;

/// The report with its signature as it would be kept now. Errors: "signer-missing", "completed" (already),
/// "required-open".
Result<ReportDocument> prepareReport(storage::Connection &connection, const QString &contentDirectory, VisitId visit,
                                     const Signing &signing, const QLocale &locale);

/// What else belongs to the transaction that completes a visit of this asset.
using FollowUp = std::function<Status(storage::Writer &, AssetId)>;

/// Puts the rendered report, the signature and the visit's end into one transaction; with a repair as its own fact, so
/// that the forecast counts it; then `followUp`, when the visit was of an asset. The signature carries the file's hash.
/// Errors: "completed" (already), "report-changed" (what was signed is not what the database says any more; nothing is
/// kept), "disk".
Status complete(storage::Connection &connection, const QString &contentDirectory, VisitId visit,
                const ReportDocument &document, const RenderedReport &rendered, const QLocale &locale,
                const FollowUp &followUp = {});

} // namespace turnus::visit
