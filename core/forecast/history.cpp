#include "core/forecast/history.h"

#include "core/forecast/limits.h"

#include <algorithm>
#include <cmath>

namespace turnus::forecast {

namespace {

template <class Fact, class Usable>
int keepUsable(std::vector<Fact> &facts, Day first, Day last, const Usable &usable)
{
    const auto before = facts.size();
    std::erase_if(facts, [&](const Fact &fact) { return fact.day < first || fact.day > last || !usable(fact); });
    const auto dropped = int(before - facts.size());
    if (!std::is_sorted(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.day < b.day; }))
        std::stable_sort(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return a.day < b.day; });
    if (facts.size() > limits::maxFacts)
        facts.erase(facts.begin(), facts.end() - limits::maxFacts);
    return dropped;
}

/// The earliest day that any fact proves the unit to have existed.
Day firstProof(const AssetHistory &history, Day today)
{
    Day first = std::min(today, std::max(history.observedFrom, history.installed - days{183}));
    const auto look = [&](const auto &facts) {
        for (const auto &fact : facts)
            first = std::min(first, std::max(fact.day, history.installed - days{183}));
    };
    look(history.readings);
    look(history.grades);
    look(history.measurements);
    look(history.repairs);
    return first;
}

} // namespace

Day firstDayOf(const AssetHistory &history)
{
    const std::chrono::year_month_day installed{history.installed};
    return history.installedYearOnly ? Day{installed.year() / 1 / 1} : history.installed;
}

CheckedHistory checked(const AssetHistory &history, Day today)
{
    CheckedHistory result{history, 0};
    AssetHistory &h = result.history;
    if (h.installedYearOnly) {
        const Day start = firstDayOf(h);
        h.installed = start + days{182};
        const Day proof = std::max(start, firstProof(history, today));
        if (proof < start + days{365})
            h.installed = start + (proof - start) / 2;
    }
    if (h.installed > today) {
        h.installed = today;
        ++result.dropped;
    }
    const Day first = h.installed;
    result.dropped += keepUsable(h.readings, first, today,
                                 [](const MeterReading &r) { return std::isfinite(r.value) && r.value >= 0; });
    result.dropped += keepUsable(h.grades, first, today, [](const Grade &g) { return g.grade >= 1 && g.grade <= 5; });
    result.dropped +=
        keepUsable(h.measurements, first, today, [](const Measurement &m) { return std::isfinite(m.value); });
    result.dropped += keepUsable(h.repairs, first, today, [](const Repair &r) { return r.cost.cents >= 0; });
    if (!std::isfinite(h.customerUsageFactor) || h.customerUsageFactor <= 0)
        h.customerUsageFactor = 1.0;
    if (!std::isfinite(h.customerLifeLog))
        h.customerLifeLog = 0.0;
    h.customerUsageFactor = std::clamp(h.customerUsageFactor, 0.05, 20.0);
    h.customerLifeLog = std::clamp(h.customerLifeLog, -1.0, 1.0);
    return result;
}

} // namespace turnus::forecast
