#include "sync/server/jobs/forecastscore.h"

#include <algorithm>

namespace turnus::jobs {

namespace {

/// When the unit was due after all, and until when it is known whether it was.
struct Outcome
{
    std::optional<Day> due;
    Day knownUntil;
};

Outcome outcomeOf(const CompanyUnit &unit, Day today)
{
    if (!unit.removal || unit.removal->day > today)
        return {{}, unit.active ? today : std::min(unit.lastSeen, today)};
    if (unit.removal->reason == RemovalReason::Left)
        return {{}, unit.removal->day};
    return {unit.removal->day, today};
}

/// Whether it was due by the day; nothing when nobody can know.
std::optional<bool> dueBy(const Outcome &outcome, Day day)
{
    if (outcome.due)
        return *outcome.due <= day;
    return outcome.knownUntil >= day ? std::optional(false) : std::nullopt;
}

void count(CalibrationCount &bin, double predicted, const std::optional<bool> &happened)
{
    if (!happened)
        return;
    bin.predictedSum += predicted;
    ++bin.forecasts;
    bin.happened += *happened;
}

void score(Score &into, const Statement &s, const Outcome &outcome, Day today)
{
    if (s.asOf + Score::horizon <= today) {
        const auto edge = std::ranges::lower_bound(Score::edges, std::min(s.failsWithinYear, 1.0));
        count(into.withinHorizon[size_t(edge - Score::edges.begin())], s.failsWithinYear,
              dueBy(outcome, s.asOf + Score::horizon));
    }
    if (s.limited)
        return;
    const std::array<Day, 3> dates{s.p10, s.p50, s.p90};
    for (size_t i = 0; i < dates.size(); ++i) {
        if (dates[i] <= today)
            count(into.byDate[i], Score::shares[i], dueBy(outcome, dates[i]));
    }
    const auto late = s.p90 <= today ? dueBy(outcome, s.p90) : std::nullopt;
    if (!late)
        return;
    if (!*late)
        ++into.above;
    else if (*outcome.due < s.p10)
        ++into.below;
    else
        ++into.inside;
}

} // namespace

void Scores::add(const Statement &statement)
{
    const CompanyUnit &unit = m_company.units[statement.unit];
    const Outcome outcome = outcomeOf(unit, m_today);
    score(m_scores[-1], statement, outcome, m_today);
    score(m_scores[unit.product], statement, outcome, m_today);
}

} // namespace turnus::jobs
