#include "core/visit/progress.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace turnus::visit {

namespace {

bool exists(Step step, const VisitFacts &facts)
{
    switch (step) {
    case Step::Checklist:
        return !facts.checklist.empty();
    case Step::Readings:
    case Step::Findings:
    case Step::Recommendation:
        return facts.visit.asset.value != 0;
    default:
        return true;
    }
}

bool isDone(Step step, const VisitFacts &facts, bool passed)
{
    switch (step) {
    case Step::Checklist:
        return facts.requiredOpen() == 0 && (passed || facts.answered() == static_cast<int>(facts.checklist.size()));
    case Step::Readings:
        return facts.readings.currentGrade && (facts.readings.current || passed);
    case Step::Parts:
        return passed || !facts.parts.empty();
    case Step::Photos:
        return passed || !facts.photos.empty();
    case Step::Findings:
        return passed || !facts.findings.empty();
    case Step::Recommendation:
        return facts.dueNote.has_value() || passed;
    case Step::Signature:
        return facts.visit.completed;
    }
    return false;
}

} // namespace

Progress progressOf(const VisitFacts &facts, const QSet<Step> &passed)
{
    Progress progress;
    for (int i = 0; i <= static_cast<int>(Step::Signature); ++i) {
        const auto step = static_cast<Step>(i);
        if (!exists(step, facts))
            continue;
        StepState state{step, isDone(step, facts, passed.contains(step)), false};
        state.blocked = step == Step::Signature && !state.done && facts.requiredOpen() > 0;
        if (state.done)
            ++progress.done;
        else if (progress.current < 0)
            progress.current = static_cast<int>(progress.steps.size());
        progress.steps.push_back(state);
    }
    return progress;
}

PassedSteps::PassedSteps(storage::Connection &connection, VisitId visit)
    : m_drafts(connection), m_key(u"visit/%1/passed"_s.arg(visit.value))
{
}

Result<QSet<Step>> PassedSteps::load() const
{
    TURNUS_ASSIGN(text, m_drafts.text(m_key));
    QSet<Step> passed;
    for (const QString &number : text.split(u' ', Qt::SkipEmptyParts))
        passed.insert(static_cast<Step>(number.toInt()));
    return passed;
}

Status PassedSteps::pass(Step step)
{
    TURNUS_ASSIGN(passed, load());
    if (passed.contains(step))
        return {};
    QStringList numbers;
    passed.insert(step);
    for (const Step each : passed)
        numbers.append(QString::number(static_cast<int>(each)));
    return m_drafts.set(m_key, numbers.join(u' '));
}

} // namespace turnus::visit
