#include "core/visit/wording.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::visit {

namespace {

QString number(double value, const QLocale &locale)
{
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return locale.toString(value, 'f', whole ? 0 : 1);
}

QString measuredText(const VisitFacts &facts, const QLocale &locale)
{
    QStringList words;
    if (facts.readings.current)
        words.append(readingText(facts.readings.current->value, facts.visit.usageUnit, locale));
    for (const ChecklistEntry &entry : facts.checklist) {
        if (entry.kind == AnswerKind::Number && entry.value)
            words.append(entry.label + u' ' + answerText(entry, locale));
    }
    if (facts.readings.currentGrade)
        words.append(Wording::tr("grade %1").arg(facts.readings.currentGrade->grade));
    return words.join(u", "_s);
}

QString workText(const VisitFacts &facts)
{
    QString words = schedule::KindWords::of(facts.visit.kind);
    if (!facts.visit.contract.isEmpty())
        words += u", "_s + facts.visit.contract;
    if (!facts.checklist.empty())
        words += u", "_s + Wording::tr("%n item(s) checked", nullptr, facts.answered());
    return words;
}

QString findingsText(const VisitFacts &facts)
{
    QStringList words;
    for (const FindingLine &finding : facts.findings)
        words.append(findingText(finding));
    return words.join(u"; "_s);
}

} // namespace

QString Wording::grade(int grade)
{
    switch (grade) {
    case 1:
        return tr("as new");
    case 2:
        return tr("good");
    case 3:
        return tr("fair");
    case 4:
        return tr("poor");
    default:
        return tr("broken");
    }
}

QString Wording::usageUnit(const QString &unit)
{
    if (unit == u"cups")
        return tr("cups");
    if (unit == u"litres")
        return tr("litres");
    if (unit == u"hours")
        return tr("hours");
    if (unit == u"kg")
        return tr("kg");
    if (unit == u"doses")
        return tr("doses");
    return unit;
}

QString Wording::verdict(const DueNote &note, const QLocale &locale)
{
    switch (note.verdict) {
    case Verdict::Keep:
        return tr("Runs on well");
    case Verdict::Repair:
        return tr("A repair is worth it");
    case Verdict::Replace:
        if (note.p50)
            return tr("Plan a replacement, most likely %1").arg(locale.toString(toQDate(*note.p50), u"MMMM yyyy"));
        return tr("Plan a replacement");
    }
    return {};
}

QString findingText(const FindingLine &finding)
{
    QString line = finding.what;
    if (!finding.place.isEmpty())
        line += u" ("_s + finding.place + u')';
    if (finding.grade)
        line += u", "_s + Wording::tr("grade %1").arg(*finding.grade);
    return line;
}

QString onSiteText(Instant started, Instant ended, const QLocale &locale)
{
    const auto time = [&](Instant at) { return locale.toString(toLocal(at).time(), QLocale::ShortFormat); };
    const auto minutes = std::chrono::round<std::chrono::minutes>(ended - started).count();
    return Wording::tr("%1 to %2, %n minute(s)", nullptr, static_cast<int>(minutes)).arg(time(started), time(ended));
}

QString readingText(double value, const QString &usageUnit, const QLocale &locale)
{
    return number(value, locale) + u' ' + Wording::usageUnit(usageUnit);
}

QString answerText(const ChecklistEntry &entry, const QLocale &locale)
{
    QString words;
    switch (entry.answer) {
    case Answer::Open:
        return Wording::tr("not checked");
    case Answer::Ok:
        words = Wording::tr("in order");
        break;
    case Answer::Defect:
        words = Wording::tr("defect");
        break;
    case Answer::NotApplicable:
        words = Wording::tr("does not apply");
        break;
    case Answer::Value:
        words = entry.value ? number(*entry.value, locale) : QString();
        if (!entry.unit.isEmpty())
            words += u' ' + entry.unit;
        break;
    }
    if (!entry.note.isEmpty())
        words += words.isEmpty() ? entry.note : u", "_s + entry.note;
    return words;
}

QString partsText(const std::vector<PartLine> &parts, const QLocale &locale)
{
    QStringList words;
    for (const PartLine &part : parts)
        words.append(locale.toString(part.quantity) + u' ' + part.name);
    return words.join(u", "_s);
}

QString summaryText(const VisitFacts &facts, const QLocale &locale)
{
    QStringList words{workText(facts)};
    if (!facts.parts.empty())
        words.append(partsText(facts.parts, locale));
    if (!facts.findings.empty())
        words.append(findingsText(facts));
    return words.join(u". "_s);
}

std::vector<ReportLine> reportLines(const VisitFacts &facts, Instant ended, const QLocale &locale)
{
    const Visit &visit = facts.visit;
    std::vector<ReportLine> lines{{Wording::tr("Customer"), visit.customerName + u", "_s + visit.street, 0}};
    if (visit.asset)
        lines.push_back({Wording::tr("Unit"), Wording::tr("%1, no. %2").arg(visit.productName, visit.serial), 0});
    lines.push_back({Wording::tr("On site"), onSiteText(visit.started, visit.ended.value_or(ended), locale), 0});
    lines.push_back({Wording::tr("Work"), workText(facts), 1});
    const auto add = [&](const QString &label, const QString &text) {
        if (!text.isEmpty())
            lines.push_back({label, text, 1});
    };
    add(Wording::tr("Parts"), partsText(facts.parts, locale));
    add(Wording::tr("Readings"), measuredText(facts, locale));
    add(Wording::tr("Findings"), findingsText(facts));
    if (const DueNote *advice = facts.advice())
        add(Wording::tr("Advice"), Wording::verdict(*advice, locale));
    return lines;
}

} // namespace turnus::visit
