#pragma once

#include "core/storage/drafts.h"
#include "core/visit/completion.h"

#include <QSet>

namespace turnus::visit {

/// The steps of a visit, in their order. Without an asset readings, findings and recommendation fall away; without a
/// list for the kind and category the checklist does.
enum class Step { Checklist, Readings, Parts, Photos, Findings, Recommendation, Signature };

inline size_t qHash(Step step, size_t seed = 0)
{
    return ::qHash(static_cast<int>(step), seed);
}

struct StepState
{
    Step step = Step::Checklist;
    bool done = false;
    bool blocked = false; ///< something required is missing before it

    bool operator==(const StepState &) const = default;
};

struct Progress
{
    std::vector<StepState> steps;
    int done = 0;
    /// The first step that is not done; -1 when all are.
    int current = -1;

    bool operator==(const Progress &) const = default;
};

/// What is done follows from the facts; steps without need of a fact (no parts, no photo) count once they were passed.
Progress progressOf(const VisitFacts &facts, const QSet<Step> &passed);
/// The steps that the person went past, kept as a draft.
class PassedSteps
{
public:
    PassedSteps(storage::Connection &connection, VisitId visit);
    [[nodiscard]] Result<QSet<Step>> load() const;
    Status pass(Step step);

private:
    storage::Drafts m_drafts;
    QString m_key;
};

} // namespace turnus::visit
