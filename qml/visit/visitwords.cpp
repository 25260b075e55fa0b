#include "qml/visit/visitwords.h"

#include "core/visit/wording.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

using visit::Likelihood;
using visit::Step;

namespace {

constexpr int toneOk = 0;
constexpr int toneDue = 1;
constexpr int toneInfo = 3;

QString readingsDetail(const visit::VisitFacts &facts, const QLocale &locale)
{
    QStringList words;
    if (facts.readings.current)
        words.append(visit::readingText(facts.readings.current->value, facts.visit.usageUnit, locale));
    if (facts.readings.currentGrade)
        words.append(VisitWords::tr("Grade %1").arg(facts.readings.currentGrade->grade));
    return words.isEmpty() ? VisitWords::tr("Meter and condition") : words.join(u" · "_s);
}

QString checklistDetail(const visit::VisitFacts &facts)
{
    if (facts.checklist.empty())
        return {};
    const QString words = VisitWords::tr("%1 of %2 items").arg(facts.answered()).arg(facts.checklist.size());
    const auto defects = std::ranges::count(facts.checklist, visit::Answer::Defect, &visit::ChecklistEntry::answer);
    return defects > 0 ? words + u" · "_s + VisitWords::tr("%n defect(s)", nullptr, static_cast<int>(defects)) : words;
}

QString recommendationDetail(const visit::VisitFacts &facts, const QLocale &locale)
{
    if (!facts.dueNote)
        return VisitWords::tr("Due note, three taps");
    const QString words = visit::Wording::verdict(*facts.dueNote, locale);
    return facts.referrals > 0 ? words + u" · "_s + VisitWords::tr("handed to sales") : words;
}

} // namespace

QString VisitWords::step(Step step)
{
    switch (step) {
    case Step::Checklist:
        return tr("Checklist");
    case Step::Readings:
        return tr("Readings and condition");
    case Step::Parts:
        return tr("Parts");
    case Step::Photos:
        return tr("Photos");
    case Step::Findings:
        return tr("Findings");
    case Step::Recommendation:
        return tr("Recommendation");
    case Step::Signature:
        return tr("Signature");
    }
    return {};
}

QString VisitWords::shortStep(Step step)
{
    return step == Step::Readings ? tr("Readings") : step == Step::Signature ? tr("Report") : VisitWords::step(step);
}

QString VisitWords::stepDetail(Step step, const visit::VisitFacts &facts, const QLocale &locale)
{
    switch (step) {
    case Step::Checklist:
        return checklistDetail(facts);
    case Step::Readings:
        return readingsDetail(facts, locale);
    case Step::Parts:
        return facts.parts.empty() ? tr("From the van or ordered") : visit::partsText(facts.parts, locale);
    case Step::Photos:
        return facts.photos.empty() ? tr("If it helps") : photos(facts.photos);
    case Step::Findings:
        if (facts.findings.empty())
            return tr("What you noticed");
        return tr("%n finding(s)", nullptr, static_cast<int>(facts.findings.size())) + u": "_s +
               facts.findings.back().what;
    case Step::Recommendation:
        return recommendationDetail(facts, locale);
    case Step::Signature:
        if (facts.visit.completed)
            return tr("Signed by %1").arg(facts.signer);
        if (facts.requiredOpen() > 0)
            return tr("Still missing: %n checklist item(s)", nullptr, facts.requiredOpen());
        return tr("Look at the report and sign");
    }
    return {};
}

QString VisitWords::arrival(const visit::Visit &visit)
{
    if (visit.arrival != visit::Arrival::ByPosition)
        return tr("Entered by hand");
    return tr("Recognised %1 m from the entrance").arg(visit.arrivalMetres.value_or(0));
}

QString VisitWords::time(Instant at, const QLocale &locale)
{
    return locale.toString(toLocal(at).time(), QLocale::ShortFormat);
}

QString VisitWords::day(Instant at, const QLocale &locale)
{
    //: a day within the year: "16 April"
    return locale.toString(toLocal(at).date(), tr("d MMMM"));
}

QString VisitWords::count(double value, const QLocale &locale)
{
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return locale.toString(value, 'f', whole ? 0 : 1);
}

QString VisitWords::money(std::optional<Money> amount, const QLocale &locale)
{
    return amount ? amount->toString(locale) : tr("unknown");
}

QString VisitWords::gradeHint(int grade)
{
    switch (grade) {
    case 1:
        return tr("1: like new, no trace of use.");
    case 2:
        return tr("2: light traces, everything works.");
    case 3:
        return tr("3: worn, works without restriction.");
    case 4:
        return tr("4: badly worn, works with care or new seals only.");
    case 5:
        return tr("5: broken or unsafe.");
    default:
        return tr("How does the unit look today?");
    }
}

QString VisitWords::limit(const visit::ChecklistEntry &entry)
{
    if (!entry.limit)
        return {};
    const QString value =
        (QLocale().toString(*entry.limit, 'f', QLocale::FloatingPointShortest) + u' ' + entry.unit).trimmed();
    return entry.falls ? tr("Limit: at least %1").arg(value) : tr("Limit: at most %1").arg(value);
}

QString VisitWords::error(const Error &error)
{
    if (error.code == u"full" || error.code == u"disk")
        return tr("The device's storage is full. What was saved before is safe; make room and try again.");
    if (error.code == u"not-a-picture")
        return tr("This file is not a picture.");
    if (error.code == u"file-too-large")
        return tr("This file is too large.");
    if (error.code == u"report-changed")
        return tr("The visit changed while it was signed. Look at the report again, then complete the visit.");
    if (error.code == u"arrival-in-future")
        return tr("The arrival cannot lie in the future.");
    return tr("Not saved (%1). What was saved before is safe.").arg(error.toString());
}

int VisitWords::syncState(schedule::Carried carried)
{
    constexpr std::array states{-1, 0, 1, 2, 3};
    return states.at(static_cast<size_t>(carried));
}

QString VisitWords::photos(const std::vector<visit::Attachment> &photos)
{
    const auto confirmed = std::ranges::count(photos, schedule::Carried::Confirmed, &visit::Attachment::carried);
    return tr("%1 of %2 confirmed").arg(confirmed).arg(photos.size());
}

int VisitWords::photoState(const std::vector<visit::Attachment> &photos)
{
    int weakest = photos.empty() ? -1 : 2;
    for (const visit::Attachment &photo : photos)
        weakest = photo.carried == schedule::Carried::Held ? 3 : std::min(weakest, syncState(photo.carried));
    return weakest;
}

Judgement judgementOf(const visit::Plausibility &p, const QLocale &locale)
{
    const auto number = [&](double value) { return VisitWords::count(value, locale); };
    const int time = std::max(1, static_cast<int>(std::lround(p.daysSince)));
    const QString since = VisitWords::tr("+%1 in %n day(s), about %2 a day.", nullptr, time)
                              .arg(number(p.sinceLast), number(std::round(p.perDay)));
    const QString expected =
        VisitWords::tr("Expected were %1 to %2.")
            .arg(number(std::round(p.expectedLow / 100) * 100), number(std::round(p.expectedHigh / 100) * 100));
    switch (p.likelihood) {
    case Likelihood::First:
        return {VisitWords::tr("First reading:"), VisitWords::tr("there is nothing to compare it with yet."), toneInfo};
    case Likelihood::Fits:
        return {VisitWords::tr("Fits:"), since + u' ' + expected, toneOk};
    case Likelihood::Unusual:
        return {VisitWords::tr("Unusual, but possible:"), since + u' ' + expected, toneInfo};
    case Likelihood::LowerThanLast:
        return {VisitWords::tr("Lower than last time:"),
                VisitWords::tr("it was %1 then. Was the meter exchanged?").arg(number(p.last)), toneDue};
    case Likelihood::DigitTooMany:
        return {VisitWords::tr("One digit too many?"), expected, toneDue};
    case Likelihood::DigitMissing:
        return {VisitWords::tr("A digit missing?"), expected, toneDue};
    case Likelihood::TooFast:
        return {VisitWords::tr("Much more than usual:"), since + u' ' + expected, toneDue};
    case Likelihood::TooSlow:
        return {VisitWords::tr("Much less than usual:"), since + u' ' + expected, toneDue};
    }
    return {};
}

QString forecastSentence(const forecast::Forecast &seen, Day today, const QLocale &locale)
{
    const auto month = [&](Day day) { return locale.toString(toQDate(day), u"MMMM yyyy"); };
    if (seen.status == forecast::DueStatus::NotDue)
        // Nine of ten such units come due later than P10.
        return seen.p10 <= today ? VisitWords::tr("Not due: keep it")
                                 : VisitWords::tr("Not due: keep it; most likely not before %1").arg(month(seen.p10));
    if (seen.p50 <= today)
        return VisitWords::tr("Replacement is due now");
    return VisitWords::tr("Replacement most likely %1").arg(month(seen.p50));
}

} // namespace turnus::visitpage
