#include "qml/team/evidencewords.h"

#include "core/schedule/kinds.h"
#include "qml/bonus/words.h"

#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace turnus::team {

namespace {

using bonus::Words;

void add(QList<EvidenceRow> &rows, const QString &text, EvidenceRow::Tone tone, const QString &icon,
         const QString &detail = {})
{
    rows.append({static_cast<int>(rows.size()), text, detail, tone, icon});
}

QString joined(const QStringList &parts)
{
    QStringList filled;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            filled.append(part);
    }
    return filled.join(u", "_s);
}

QString duration(milliseconds shown)
{
    const qint64 seconds = shown.count() / 1'000;
    return seconds < 60 ? EvidenceWords::tr("%1 s", "seconds").arg(seconds)
                        : EvidenceWords::tr("%1:%2 min", "minutes and seconds")
                              .arg(seconds / 60)
                              .arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString number(const QHash<QString, QString> &values, const QString &key, int decimals = 0)
{
    return QLocale().toString(values.value(key).toDouble(), 'f', decimals);
}

} // namespace

QList<EvidenceRow> EvidenceWords::rowsOf(const bonus::Evidence &evidence) const
{
    QList<EvidenceRow> rows;
    addCondition(rows, evidence);
    add(rows, evidence.repairShown ? tr("The repair was shown too") : tr("The repair was not shown"),
        evidence.repairShown ? EvidenceRow::Given : EvidenceRow::Missing, u"wrench"_s);
    addConversation(rows, evidence);
    addConsents(rows, evidence);
    addForecast(rows, evidence);
    addVisit(rows, evidence);
    return rows;
}

void EvidenceWords::addVisit(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const
{
    const QString arrival = evidence.arrival == u"position" ? tr("arrival by position")
                            : evidence.arrival == u"hand"   ? tr("arrival by hand")
                                                            : QString();
    add(rows, tr("%1 on %2").arg(schedule::KindWords::of(evidence.visitKind), Words::day(evidence.visitStarted, m_now)),
        EvidenceRow::Plain, u"today"_s, joined({arrival, evidence.site, evidence.city, evidence.visitSummary}));
    const QString installed =
        evidence.installed ? tr("installed %1").arg(QLocale().toString(toQDate(*evidence.installed), u"MMM yyyy"_s))
                           : QString();
    add(rows, evidence.assetName, EvidenceRow::Plain, u"device"_s,
        joined({tr("no. %1", "serial number").arg(evidence.serial), installed}));
}

void EvidenceWords::addForecast(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const
{
    if (!evidence.dueNote) {
        add(rows, tr("No due note at this visit"), EvidenceRow::Missing, u"chance"_s);
        return;
    }
    const bonus::DueNoteSeen &note = *evidence.dueNote;
    QString words = note.forecastStatus == u"overdue" ? tr("Forecast at the visit: overdue")
                    : note.forecastStatus == u"due"   ? tr("Forecast at the visit: due")
                    : note.forecastStatus == u"plan"  ? tr("Forecast at the visit: to be planned")
                                                      : tr("Forecast at the visit: not due");
    if (note.p50)
        words = tr("%1, most likely %2").arg(words, QLocale().toString(toQDate(*note.p50), u"MMM yyyy"_s));
    QStringList reasons;
    for (const QString &line : note.reasons.split(u'\n', Qt::SkipEmptyParts))
        reasons.append(reason(line));
    add(rows, words, note.forecastStatus == u"not_due" ? EvidenceRow::Missing : EvidenceRow::Given, u"chance"_s,
        reasons.join(u'\n'));
}

void EvidenceWords::addCondition(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const
{
    for (const bonus::Finding &finding : evidence.findings) {
        const QString what = finding.place.isEmpty() ? finding.what : u"%1 (%2)"_s.arg(finding.what, finding.place);
        add(rows,
            finding.grade > 0 ? tr("Finding: %1, grade %2").arg(what).arg(finding.grade) : tr("Finding: %1").arg(what),
            EvidenceRow::Given, u"find"_s);
    }
    if (evidence.findings.empty())
        add(rows, tr("No finding at this visit"), EvidenceRow::Missing, u"find"_s);
    if (evidence.grades.empty())
        return;
    QStringList grades;
    for (const bonus::GradeAt &grade : evidence.grades)
        grades.append(QString::number(grade.grade));
    const int years = toLocal(evidence.grades.front().at).date().year();
    add(rows, tr("Condition grades since %1: %2").arg(years).arg(grades.join(u" · "_s)), EvidenceRow::Given, u"star"_s);
}

void EvidenceWords::addConversation(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const
{
    for (const bonus::BrochureShown &shown : evidence.brochures)
        add(rows, tr("%1: %n page(s) shown, %2", "", shown.pages).arg(shown.title, duration(shown.shown)),
            EvidenceRow::Given, u"book"_s);
    if (evidence.brochures.empty())
        add(rows, tr("No brochure was shown"), EvidenceRow::Plain, u"book"_s);
    const QString interest = evidence.interest == u"hot"     ? tr("Customer wants it now")
                             : evidence.interest == u"later" ? tr("Customer wants it later")
                                                             : tr("Customer wants information");
    add(rows, interest, EvidenceRow::Plain, u"chat"_s, evidence.note);
}

void EvidenceWords::addConsents(QList<EvidenceRow> &rows, const bonus::Evidence &evidence) const
{
    const QHash<QString, QString> media{
        {u"phone"_s, tr("by phone")}, {u"email"_s, tr("by e-mail")}, {u"visit"_s, tr("at a visit")}};
    QStringList granted;
    QStringList refused;
    QString by;
    for (const bonus::ConsentGiven &consent : evidence.consents) {
        const QString medium = media.value(consent.medium, consent.medium);
        QStringList &list = consent.granted ? granted : refused;
        if (!list.contains(medium))
            list.append(medium);
        by = consent.givenBy;
    }
    if (!granted.isEmpty())
        add(rows, tr("Consent to contact: %1").arg(granted.join(u", "_s)), EvidenceRow::Given, u"shield"_s, by);
    if (!refused.isEmpty())
        add(rows, tr("No contact wanted: %1").arg(refused.join(u", "_s)), EvidenceRow::Plain, u"shield"_s);
    if (evidence.consents.empty())
        add(rows, tr("No consent was asked"), EvidenceRow::Missing, u"shield"_s);
}

QString EvidenceWords::reason(const QString &line)
{
    const QStringList parts = line.split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 2 || !parts.at(1).startsWith(u"months="))
        return line;
    QHash<QString, QString> values;
    for (const QString &part : parts.mid(1))
        values.insert(part.section(u'=', 0, 0), part.section(u'=', 1));
    const QString &kind = parts.first();
    const int count = values.value(u"count"_s).toInt();
    if (kind == u"condition")
        return tr("Grade %1 at %n visit(s) in a row", "", count).arg(values.value(u"grade"_s));
    if (kind == u"measurement")
        return tr("Measured %1, limit %2").arg(number(values, u"value"_s, 2), number(values, u"usual"_s, 2));
    if (kind == u"repairs")
        return tr("%n repair(s), %1", "", count).arg(Money{values.value(u"cents"_s).toLongLong()}.toString(QLocale()));
    if (kind == u"usage" && values.contains(u"assumed"_s))
        return tr("%1 a day assumed, usual are %2").arg(number(values, u"value"_s), number(values, u"usual"_s));
    if (kind == u"usage")
        return tr("%1 a day, usual are %2").arg(number(values, u"value"_s), number(values, u"usual"_s));
    if (kind == u"age")
        return tr("%1 years old, usual are %2")
            .arg(QLocale().toString(values.value(u"value"_s).toDouble() / 12, 'f', 1),
                 QLocale().toString(values.value(u"usual"_s).toDouble() / 12, 'f', 1));
    const QDate day = QDate::fromString(values.value(u"day"_s), Qt::ISODate);
    if (kind == u"spare_parts")
        return tr("Spare parts until %1").arg(QLocale().toString(day, u"MMM yyyy"_s));
    if (kind == u"statutory")
        return tr("Legal limit %1").arg(QLocale().toString(day, u"MMM yyyy"_s));
    return kind == u"customer" ? tr("Devices at this customer age differently") : line;
}

} // namespace turnus::team
