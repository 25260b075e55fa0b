#include "qml/visit/readingsviewmodel.h"

#include "core/visit/wording.h"
#include "qml/visit/visitwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::visitpage {

namespace {

const QString meterDraft = u"meter"_s;
const QString exchangedDraft = u"exchanged"_s;

} // namespace

ReadingsViewModel::ReadingsViewModel(const VisitContext &context, QObject *parent)
    : QObject(parent), m_context(context), m_text(context.draft(meterDraft)),
      m_exchanged(!context.draft(exchangedDraft).isEmpty())
{
    m_typed = !m_text.isEmpty();
}

void ReadingsViewModel::update(const visit::VisitFacts &facts)
{
    m_readings = facts.readings;
    m_unit = facts.visit.usageUnit;
    m_nominal = facts.visit.nominalUsagePerDay;
    if (!m_typed && m_readings.current) {
        m_text = QString::number(m_readings.current->value, 'f', 0);
        m_exchanged = m_readings.current->meterExchanged;
    }
    judge();
}

void ReadingsViewModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_typed = true;
    m_context.setDraft(meterDraft, text);
    judge();
}

void ReadingsViewModel::setExchanged(bool exchanged)
{
    if (exchanged == m_exchanged)
        return;
    m_exchanged = exchanged;
    m_typed = true;
    m_context.setDraft(exchangedDraft, exchanged ? u"1"_s : QString());
    judge();
}

void ReadingsViewModel::judge()
{
    bool fine = false;
    const double value = m_text.toDouble(&fine);
    m_value = fine ? std::optional(value) : std::nullopt;
    if (m_value)
        m_judged = visit::checkReading(m_readings.earlier, m_nominal, value, m_context.clock.now(), m_exchanged);
    Q_EMIT changed();
}

QString ReadingsViewModel::label() const
{
    if (m_unit == u"cups")
        return tr("Cup counter");
    if (m_unit == u"hours")
        return tr("Hour meter");
    return tr("Meter, %1").arg(visit::Wording::usageUnit(m_unit));
}

QString ReadingsViewModel::lastText() const
{
    if (m_readings.earlier.empty())
        return tr("never read before");
    const QLocale locale;
    const visit::Reading &last = m_readings.earlier.back();
    return tr("last %1 on %2").arg(VisitWords::count(last.value, locale), VisitWords::day(last.at, locale));
}

QVariantList ReadingsViewModel::points() const
{
    std::vector<visit::Reading> all = m_readings.earlier;
    if (m_value && !m_exchanged)
        all.push_back({m_context.clock.now(), *m_value});
    if (all.size() < 2)
        return {};
    const auto [low, high] = std::ranges::minmax(all, {}, &visit::Reading::value);
    const auto begin = toInteger(all.front().at);
    const double width = std::max<double>(1, static_cast<double>(toInteger(all.back().at) - begin));
    const double height = std::max(1.0, high.value - low.value);
    QVariantList points;
    for (const visit::Reading &reading : all)
        points.append(
            QPointF(static_cast<double>(toInteger(reading.at) - begin) / width, (reading.value - low.value) / height));
    return points;
}

QString ReadingsViewModel::lead() const
{
    return m_value ? judgementOf(m_judged, QLocale()).lead : QString();
}

QString ReadingsViewModel::judgement() const
{
    return m_value ? judgementOf(m_judged, QLocale()).text : QString();
}

int ReadingsViewModel::tone() const
{
    return m_value ? judgementOf(m_judged, QLocale()).tone : 0;
}

bool ReadingsViewModel::isSaved() const
{
    return m_value && m_readings.current && m_readings.current->value == *m_value &&
           m_readings.current->meterExchanged == m_exchanged;
}

int ReadingsViewModel::grade() const
{
    return m_readings.currentGrade ? m_readings.currentGrade->grade : 0;
}

QString ReadingsViewModel::lastGradeText() const
{
    return m_readings.earlierGrade ? tr("last %1").arg(m_readings.earlierGrade->grade) : tr("never graded before");
}

QString ReadingsViewModel::gradeHint() const
{
    return VisitWords::gradeHint(grade());
}

bool ReadingsViewModel::accept(bool confirmed)
{
    if (isSaved())
        return true;
    if (!m_value || (asks() && !confirmed))
        return false;
    if (!m_context.check(m_context.lines().recordReading(*m_value, m_exchanged, asks())))
        return false;
    m_typed = false;
    m_context.dropDraft(meterDraft);
    m_context.dropDraft(exchangedDraft);
    return true;
}

void ReadingsViewModel::pickGrade(int grade)
{
    if (grade != this->grade())
        m_context.check(m_context.lines().recordGrade(grade));
}

} // namespace turnus::visitpage
