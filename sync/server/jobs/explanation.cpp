#include "sync/server/jobs/explanation.h"

#include "core/forecast/usage.h"
#include "sync/server/jobs/words.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace turnus::jobs {

using forecast::Confidence;
using forecast::DueStatus;
using forecast::Reason;
using forecast::ReasonKind;

namespace {

QString whole(double value)
{
    return QString::number(value, 'f', 0);
}

QString share(double value)
{
    return QString::number(100 * value, 'f', 0) + u" %"_s;
}

QString amount(double value)
{
    return QString::number(value, 'f', std::abs(value) < 10 ? 1 : 0);
}

/// Running faster than time, the meter counts no hours; commas would part CSV fields.
QString usageOf(const Reason &r, QString unit)
{
    unit.replace(u',', u' ');
    if (!r.assumed && forecast::outrunsTime(r.value, unit))
        return u"the meter runs faster than time; usual %1 %2 a day"_s.arg(amount(r.usual), unit).simplified();
    const QString words =
        r.assumed ? u"no reading yet: %1 %2 a day assumed; usual %3"_s : u"used %1 %2 a day; usual %3"_s;
    return words.arg(amount(r.value), unit, amount(r.usual)).simplified();
}

/// What is behind a reason, in English; commas would part CSV fields.
QString evidenceOf(const Reason &r, const QString &unit)
{
    switch (r.kind) {
    case ReasonKind::Condition:
        return u"condition %1 of 5 at %2; usual at %3 of life"_s.arg(r.grade).arg(counted(r.count, u"visit"_s),
                                                                                  share(r.usual));
    case ReasonKind::Measurement:
        return u"measured %1; limit %2"_s.arg(r.value).arg(r.usual);
    case ReasonKind::Repairs:
        return (r.count == 0
                    ? u"no repair"_s
                    : u"%1 for %2 EUR"_s.arg(counted(r.count, u"repair"_s), whole(double(r.money.cents) / 100))) +
               (r.usual > 0 ? u"; %1 to be expected"_s.arg(QString::number(r.usual, 'f', 1)) : QString());
    case ReasonKind::Usage:
        return usageOf(r, unit);
    case ReasonKind::Customer:
        return u"units live %1 times as long at this customer"_s.arg(QString::number(r.value, 'f', 2));
    case ReasonKind::Age:
        return u"%1 years old; half fail by %2"_s.arg(QString::number(r.value / 12, 'f', 1),
                                                      QString::number(r.usual / 12, 'f', 1));
    case ReasonKind::SpareParts:
        return u"spare parts end %1"_s.arg(r.day ? iso(*r.day) : QString());
    case ReasonKind::Statutory:
        return u"legal limit %1"_s.arg(r.day ? iso(*r.day) : QString());
    }
    Q_UNREACHABLE();
}

} // namespace

QString iso(Day day)
{
    return toQDate(day).toString(Qt::ISODate);
}

QString statusName(DueStatus status)
{
    constexpr const char *names[] = {"not due", "plan", "due", "overdue"};
    return QString::fromLatin1(names[int(status)]);
}

QString confidenceName(Confidence confidence)
{
    constexpr const char *names[] = {"low", "medium", "high"};
    return QString::fromLatin1(names[int(confidence)]);
}

QString inWords(const Reason &r, const QString &unit)
{
    // Neither age nor what nobody measured moves the date by itself.
    if (r.kind == ReasonKind::Age || r.assumed)
        return evidenceOf(r, unit);
    const double months = std::abs(r.monthsEarlier);
    const QString evidence = evidenceOf(r, unit);
    return months < 0.5 ? u"%1 (less than a month)"_s.arg(evidence)
                        : u"%1 (%2 %3)"_s.arg(evidence, counted(std::round(months), u"month"_s),
                                              r.monthsEarlier >= 0 ? u"earlier"_s : u"later"_s);
}

void explain(const forecast::Forecast &f, const forecast::ProductLife &life, QTextStream &out)
{
    out << "learned from " << counted(double(life.failures), u"failure"_s) << " among "
        << counted(double(life.assets), u"unit"_s) << " (parameters " << life.version << "); "
        << counted(std::round(f.ageMonths), u"month"_s) << " old\n"
        << "status " << statusName(f.status) << ", confidence " << confidenceName(f.confidence)
        << (f.manufacturersFigure ? " (manufacturer's figure)" : "") << "\n"
        << "due: P10 " << iso(f.p10) << ", P50 " << iso(f.p50) << ", P90 " << iso(f.p90)
        << (f.hardLimit ? u", never after %1"_s.arg(iso(*f.hardLimit)) : QString()) << "\n"
        << "fails: P10 " << iso(f.failureP10) << ", P50 " << iso(f.failureP50) << ", P90 " << iso(f.failureP90)
        << "; within a year " << share(f.failWithinYear) << "; life used " << share(f.usedLifeShare) << "\n"
        << "usual for this product and age: P50 " << iso(f.usualP50) << "\n";
    for (const Reason &reason : f.reasons)
        out << "  " << inWords(reason, life.usageUnit) << "\n";
    if (f.planFrom)
        out << "plan from " << iso(*f.planFrom) << ", talk between " << iso(f.talkFrom) << " and " << iso(f.talkUntil)
            << "\n";
    if (f.droppedFacts > 0)
        out << "left out: " << counted(f.droppedFacts, u"fact"_s) << " that cannot be true\n";
    if (f.usageMeasured && forecast::outrunsTime(f.usagePerDay, life.usageUnit))
        out << "the meter runs faster than time, " << amount(f.usagePerDay) << ' ' << life.usageUnit
            << " a day: its readings are not hours, or were typed wrongly\n";
}

} // namespace turnus::jobs
