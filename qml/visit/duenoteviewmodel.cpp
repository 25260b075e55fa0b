#include "qml/visit/duenoteviewmodel.h"

#include "core/visit/wording.h"
#include "qml/visit/visitwords.h"

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString noteDraft = u"due"_s;
constexpr double daysPerMonth = 30.4375;
// From this grade on the condition is offered as a sign.
constexpr int poorGrade = 4;

} // namespace

DueNoteViewModel::DueNoteViewModel(const VisitContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_forecasts(context.connection), m_evidence(context.connection),
      m_removal(context.connection, context.clock, {}, context.visit)
{
    readDraft();
}

void DueNoteViewModel::update(const visit::VisitFacts &facts)
{
    const bool evidenceChanged = facts.readings.current != m_facts.readings.current ||
                                 facts.readings.currentGrade != m_facts.readings.currentGrade;
    const bool wasGone = m_removal.isGone();
    m_facts = facts;
    m_recorded = facts.dueNote;
    m_removal.setUnit(facts.visit.asset, facts.visit.id);
    auto complaint = carepage::openComplaintOf(m_context.connection, facts.visit.customer, m_context.clock);
    if (complaint)
        m_complaint = std::move(*complaint);
    else
        m_context.failed(complaint.error());
    if (m_loaded && (evidenceChanged || wasGone != m_removal.isGone()))
        load();
    Q_EMIT changed();
}

void DueNoteViewModel::load()
{
    m_loaded = true;
    if (m_removal.isGone()) {
        m_forecast.reset();
        m_reasons.setRows({});
        Q_EMIT changed();
        return;
    }
    auto computed = m_forecasts.compute(m_facts.visit.asset, m_context.clock.today());
    if (computed)
        m_forecast = std::move(*computed);
    else
        m_context.failed(computed.error());
    m_reasons.setRows(m_forecast ? asset::reasonRows(*m_forecast, m_facts.visit.usageUnit) : QList<asset::ReasonRow>());
    // What the visit itself has found need not be tapped again.
    const auto &grade = m_facts.readings.currentGrade;
    if (m_signs == 0 && !m_recorded && grade && grade->grade >= poorGrade)
        m_signs = Grade;
    Q_EMIT changed();
}

void DueNoteViewModel::readDraft()
{
    const QStringList parts = m_context.draft(noteDraft).split(u' ');
    if (parts.size() != 4)
        return;
    m_verdict = parts.at(0).toInt();
    m_horizon = parts.at(1).toInt();
    m_signs = parts.at(2).toInt();
    m_informed = parts.at(3).toInt();
}

void DueNoteViewModel::keep()
{
    m_context.setDraft(noteDraft, u"%1 %2 %3 %4"_s.arg(m_verdict).arg(m_horizon).arg(m_signs).arg(m_informed));
    Q_EMIT changed();
}

void DueNoteViewModel::setVerdict(int verdict)
{
    if (verdict == m_verdict)
        return;
    m_verdict = verdict;
    keep();
}

void DueNoteViewModel::setHorizon(int horizon)
{
    if (horizon == m_horizon)
        return;
    m_horizon = horizon;
    keep();
}

void DueNoteViewModel::setSigns(int signs)
{
    if (signs == m_signs)
        return;
    m_signs = signs;
    keep();
}

void DueNoteViewModel::setInformed(int informed)
{
    if (informed == m_informed)
        return;
    m_informed = informed;
    keep();
}

double DueNoteViewModel::monthsTo(Day day) const
{
    return static_cast<double>((day - m_context.clock.today()).count()) / daysPerMonth;
}

QString DueNoteViewModel::sentence() const
{
    return m_forecast ? forecastSentence(*m_forecast, m_context.clock.today(), QLocale()) : QString();
}

QString DueNoteViewModel::confidence() const
{
    if (!m_forecast)
        return {};
    if (m_forecast->manufacturersFigure)
        return tr("Manufacturer's figure with this unit's own record");
    return m_forecast->confidence == forecast::Confidence::High ? tr("Well known from many such units")
                                                                : tr("Fairly well known");
}

void DueNoteViewModel::showEvidence(int row)
{
    if (row >= 0 && row < m_reasons.rowCount())
        m_evidence.show(m_reasons.rows().at(row), m_facts.visit.asset);
}

QString DueNoteViewModel::p50Text() const
{
    return m_forecast ? QLocale().toString(toQDate(m_forecast->p50), u"MMMM yyyy") : QString();
}

QString DueNoteViewModel::gradeSign() const
{
    const auto &grade = m_facts.readings.currentGrade;
    return grade ? tr("Condition grade %1").arg(grade->grade) : tr("Condition");
}

QString DueNoteViewModel::evidence() const
{
    if (m_facts.findings.empty() && m_facts.photos.empty())
        return {};
    const QString findings = tr("%n finding(s)", nullptr, static_cast<int>(m_facts.findings.size()));
    const QString photos = tr("%n photo(s)", nullptr, static_cast<int>(m_facts.photos.size()));
    return tr("Linked with %1 and %2.").arg(findings, photos);
}

QString DueNoteViewModel::missing() const
{
    if (m_verdict < 0)
        return tr("Your verdict is missing.");
    if (m_verdict == 2 && m_horizon < 0)
        return tr("By when is missing.");
    return m_informed < 0 && !m_complaint.open ? tr("Does the customer know?") : QString();
}

QString DueNoteViewModel::recordedText() const
{
    return m_recorded ? visit::Wording::verdict(*m_recorded, QLocale()) : QString();
}

bool DueNoteViewModel::save()
{
    if (!missing().isEmpty())
        return false;
    visit::DueNote note;
    note.verdict = static_cast<visit::Verdict>(m_verdict);
    if (m_verdict == 2 && m_horizon > 0)
        note.horizonMonths = m_horizon;
    note.signs = visit::Signs::fromInt(m_signs);
    note.customerInformed = m_informed == 1 && !m_complaint.open;
    if (m_forecast)
        visit::setForecast(note, *m_forecast);
    const auto id = visit::DueNotes(m_context.connection).record(m_context.visit, note);
    if (!id)
        m_context.failed(id.error());
    return id.has_value();
}

} // namespace turnus::visitpage
