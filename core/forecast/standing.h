#pragma once

#include "core/support/time.h"

#include <map>
#include <utility>
#include <vector>

namespace turnus::forecast {

/// What still holds of one unit's facts of one kind. A correction is a new fact, so of one visit, or without a visit
/// of one day, the newest counts. Device and server add the facts oldest first.
template <class Fact>
class StandingFacts
{
public:
    /// `visit` is 0 for a fact that belongs to none.
    void add(qint64 visit, Fact fact)
    {
        const auto [known, isNew] = m_places.try_emplace({visit, visit != 0 ? Day{} : fact.day}, m_facts.size());
        if (isNew)
            m_facts.push_back(std::move(fact));
        else
            m_facts[known->second] = std::move(fact);
    }
    /// Begins anew.
    [[nodiscard]] std::vector<Fact> take()
    {
        m_places.clear();
        return std::exchange(m_facts, {});
    }

private:
    std::map<std::pair<qint64, Day>, size_t> m_places;
    std::vector<Fact> m_facts;
};

} // namespace turnus::forecast
