#include "core/visit/report.h"

#include "core/visit/wording.h"

#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::visit {

using storage::Statement;

namespace {

QString hexHash(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

/// The newest version in the language; in English when it has none, empty without any.
Result<QString> wordingOf(storage::Connection &connection, const QString &topic, const QString &language)
{
    return connection.read([&] {
        Statement row = connection.query("SELECT body FROM wording WHERE topic = ? AND language IN (?, 'en') "
                                         "ORDER BY language <> ?, version DESC, id DESC LIMIT 1",
                                         topic, language, language);
        return row.step() ? row.text(0) : QString();
    });
}

void add(ReportBlock &block, const QString &label, const QString &text)
{
    if (!text.trimmed().isEmpty())
        block.fields.push_back({label, text});
}

QString dateText(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at).date(), Wording::tr("d MMMM yyyy"));
}

QString timeText(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at).time(), QLocale::ShortFormat);
}

void fillWho(ReportDocument &document, const VisitFacts &facts, const QLocale &locale)
{
    const Visit &visit = facts.visit;
    document.customer.title = Wording::tr("Customer");
    add(document.customer, Wording::tr("Name"), visit.customerName);
    add(document.customer, Wording::tr("Site"), visit.siteName);
    add(document.customer, Wording::tr("Address"), visit.street + u", "_s + visit.postalCode + u' ' + visit.city);
    add(document.customer, Wording::tr("Contact"), facts.contact);
    document.unit.title = Wording::tr("Unit");
    if (visit.asset) {
        add(document.unit, Wording::tr("Model"), visit.productName);
        add(document.unit, Wording::tr("Serial number"), visit.serial);
        add(document.unit, Wording::tr("Place"), visit.place);
        add(document.unit, Wording::tr("Contract"), visit.contract);
    }
    document.work.title = Wording::tr("Visit");
    add(document.work, Wording::tr("Work"), schedule::KindWords::of(visit.kind));
    add(document.work, Wording::tr("Date"), dateText(visit.started, locale));
    add(document.work, Wording::tr("On site"), onSiteText(visit.started, document.ended, locale));
    add(document.work, Wording::tr("Technician"), visit.technicianName);
}

void fillChecks(ReportDocument &document, const VisitFacts &facts, const QLocale &locale)
{
    document.checksTitle = Wording::tr("Work done");
    for (const ChecklistEntry &entry : facts.checklist) {
        // nobody wrote anything there, and nobody had to
        if (entry.kind == AnswerKind::Text && entry.answer == Answer::Open)
            continue;
        document.checks.push_back({entry.label, answerText(entry, locale), entry.answer});
    }
    document.measured.title = Wording::tr("Readings");
    if (facts.readings.current)
        add(document.measured, Wording::tr("Meter reading"),
            readingText(facts.readings.current->value, facts.visit.usageUnit, locale) +
                (facts.readings.current->meterExchanged ? u", "_s + Wording::tr("meter exchanged") : QString()));
    if (facts.readings.currentGrade) {
        const int grade = facts.readings.currentGrade->grade;
        add(document.measured, Wording::tr("Condition"),
            Wording::tr("grade %1").arg(grade) + u", "_s + Wording::grade(grade));
    }
}

void fillFindings(ReportDocument &document, const VisitFacts &facts, const Attachments &files)
{
    document.findingsTitle = Wording::tr("Findings");
    document.picturesTitle = Wording::tr("Photos");
    for (const FindingLine &finding : facts.findings)
        document.findings.push_back({findingText(finding), {}});
    for (const Attachment &photo : facts.photos) {
        const auto finding = std::ranges::find(facts.findings, photo.finding, &FindingLine::id);
        auto &place = finding == facts.findings.end()
                          ? document.pictures
                          : document.findings.at(static_cast<size_t>(finding - facts.findings.begin())).pictures;
        place.push_back({photo.sha256, files.pathOf(photo.sha256)});
    }
}

void fillParts(ReportDocument &document, const VisitFacts &facts, const QLocale &locale)
{
    ReportParts &parts = document.parts;
    parts.title = Wording::tr("Parts");
    parts.headings = {Wording::tr("Quantity"), Wording::tr("Part"), Wording::tr("Each"), Wording::tr("Price")};
    parts.sumLabel = Wording::tr("Sum");
    const QString unknown = Wording::tr("unknown");
    Money sum;
    int without = 0;
    for (const PartLine &part : facts.parts) {
        QString name = part.name;
        if (!part.number.isEmpty() && !name.contains(part.number))
            name += u" · "_s + part.number;
        if (part.source == PartSource::Order)
            name += u" · "_s + Wording::tr("to be ordered");
        without += part.unitPrice ? 0 : 1;
        if (part.unitPrice)
            sum += *part.unitPrice * part.quantity;
        parts.rows.push_back({locale.toString(part.quantity), name,
                              part.unitPrice ? part.unitPrice->toString(locale) : unknown,
                              part.unitPrice ? (*part.unitPrice * part.quantity).toString(locale) : unknown});
    }
    const bool allUnknown = without == static_cast<int>(facts.parts.size());
    parts.sum = allUnknown ? unknown : sum.toString(locale);
    if (without > 0 && !allUnknown)
        parts.note = Wording::tr("%n part(s) without a price are not in the sum.", nullptr, without);
}

void fillSignature(ReportDocument &document, const Signing &signing, const QString &statement, const QLocale &locale)
{
    ReportSignature &signature = document.signature;
    signature.title = Wording::tr("Signature");
    signature.statement = statement;
    signature.signer = signing.signer.trimmed();
    signature.fingerprintLabel = Wording::tr("Contents (SHA-256)");
    if (signature.signer.isEmpty()) {
        signature.note = Wording::tr("Not signed yet");
        return;
    }
    signature.signedAt = dateText(document.ended, locale) + u", "_s + timeText(document.ended, locale);
    signature.strokes = signing.strokes;
    if (signing.strokes.isEmpty())
        signature.note = Wording::tr("The typed name stands for the signature.");
}

void appendBlock(QStringList &lines, const ReportBlock &block)
{
    if (block.fields.empty())
        return;
    lines.append({QString(), block.title});
    for (const ReportField &field : block.fields)
        lines.append(field.label + u": "_s + field.text);
}

void appendPictures(QStringList &lines, const std::vector<ReportPicture> &pictures)
{
    for (const ReportPicture &picture : pictures)
        lines.append(u"  sha256:"_s + picture.sha256);
}

void appendParts(QStringList &lines, const ReportParts &parts)
{
    if (parts.rows.empty())
        return;
    lines.append({QString(), parts.title});
    for (const ReportPart &part : parts.rows)
        lines.append(QStringList{part.quantity, part.name, part.each, part.price}.join(u" | "_s));
    lines.append(parts.sumLabel + u": "_s + parts.sum);
    if (!parts.note.isEmpty())
        lines.append(parts.note);
}

} // namespace

Result<QString> signatureStatement(storage::Connection &connection, const QString &language)
{
    TURNUS_ASSIGN(own, wordingOf(connection, u"signature"_s, language));
    return own.isEmpty() ? Wording::tr("Confirms the work, not the advice.") : own;
}

Result<ReportDocument> reportDocument(storage::Connection &connection, const QString &contentDirectory,
                                      const VisitFacts &facts, Instant ended, const Signing &signing,
                                      const QLocale &locale)
{
    ReportDocument document;
    document.language = QLocale::languageToCode(locale.language() == QLocale::C ? QLocale::English : locale.language());
    document.ended = facts.visit.ended.value_or(ended);
    TURNUS_ASSIGN(letterhead, wordingOf(connection, u"letterhead"_s, document.language));
    document.letterhead = letterhead.split(u'\n', Qt::SkipEmptyParts);
    document.title = Wording::tr("Service report");
    document.number = Wording::tr("No. %1").arg(facts.visit.id.value);
    fillWho(document, facts, locale);
    fillChecks(document, facts, locale);
    fillFindings(document, facts, Attachments(connection, contentDirectory));
    fillParts(document, facts, locale);
    document.advice.title = Wording::tr("Advice");
    if (const DueNote *advice = facts.advice())
        add(document.advice, Wording::tr("Replacement"), Wording::verdict(*advice, locale));
    TURNUS_ASSIGN(statement, signatureStatement(connection, document.language));
    fillSignature(document, signing, statement, locale);
    document.pageWords = Wording::tr("Page %1 of %2");
    document.noPicture = Wording::tr("Photo not available");
    return document;
}

QString reportText(const ReportDocument &document)
{
    QStringList lines = document.letterhead;
    lines.append(document.title + u' ' + document.number);
    for (const ReportBlock *block : {&document.customer, &document.unit, &document.work})
        appendBlock(lines, *block);
    if (!document.checks.empty())
        lines.append({QString(), document.checksTitle});
    for (const ReportCheck &check : document.checks)
        lines.append(check.label + u": "_s + check.text);
    appendBlock(lines, document.measured);
    if (!document.findings.empty())
        lines.append({QString(), document.findingsTitle});
    for (const ReportFinding &finding : document.findings) {
        lines.append(finding.text);
        appendPictures(lines, finding.pictures);
    }
    if (!document.pictures.empty())
        lines.append({QString(), document.picturesTitle});
    appendPictures(lines, document.pictures);
    appendParts(lines, document.parts);
    appendBlock(lines, document.advice);
    const ReportSignature &signature = document.signature;
    lines.append({QString(), signature.title, signature.statement});
    if (!signature.signer.isEmpty())
        lines.append(signature.signer + u", "_s + signature.signedAt);
    if (!signature.note.isEmpty())
        lines.append(signature.note);
    if (!signature.strokes.isEmpty())
        lines.append(u"  sha256:"_s + hexHash(signature.strokes));
    return lines.join(u'\n') + u'\n';
}

QString fingerprint(const ReportDocument &document)
{
    return hexHash(reportText(document).toUtf8());
}

} // namespace turnus::visit
