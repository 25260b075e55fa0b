#include "core/bonus/ledger.h"

#include <algorithm>

namespace turnus::bonus {

namespace {

void add(Sum &sum, Money amount)
{
    sum.amount += amount;
    ++sum.count;
}

} // namespace

const Posting *Line::posting(EntryKind kind) const
{
    const auto newest = std::find_if(postings.rbegin(), postings.rend(),
                                     [kind](const Posting &posting) { return posting.kind == kind; });
    return newest == postings.rend() ? nullptr : &*newest;
}

Day monthOf(Instant instant)
{
    const QDate date = toLocal(instant).date();
    return fromQDate(QDate(date.year(), date.month(), 1));
}

Tally tallyOf(std::span<const Line> lines, Day month)
{
    Tally tally;
    for (const Line &line : lines) {
        const Posting *approved = line.posting(EntryKind::Approved);
        const Posting *reversed = line.posting(EntryKind::Reversed);
        const Posting *paid = line.posting(EntryKind::Paid);
        if (line.state() == EntryKind::Reserved)
            add(tally.reserved, line.amount);
        if (approved && !paid && monthOf(approved->at) == month)
            add(tally.approved, line.amount);
        if (reversed && (approved || paid) && monthOf(reversed->at) == month)
            add(tally.approved, -line.amount);
        if (!paid || monthOf(paid->at) > month)
            continue;
        const Day paidMonth = monthOf(paid->at);
        if (!tally.paidMonth || *tally.paidMonth < paidMonth) {
            tally.paidMonth = paidMonth;
            tally.paid = {};
        }
        if (tally.paidMonth == paidMonth)
            add(tally.paid, line.amount);
    }
    return tally;
}

Result<Explanation> explain(const Line &line, const Rule &rule)
{
    const Event event{.kind = rule.event, .day = localDay(line.booked), .category = line.category};
    TURNUS_ASSIGN(computation, computeBonus(rule, event, line.base));
    const bool matches = computation.amount == line.amount;
    return Explanation{rule, std::move(computation), matches};
}

} // namespace turnus::bonus
