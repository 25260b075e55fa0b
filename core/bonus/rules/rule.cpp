#include "core/bonus/rules/rule.h"

#include "core/support/limits.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::bonus {

namespace {

constexpr std::array eventNames{std::pair{EventKind::Referral, "referral"_L1}, std::pair{EventKind::Order, "order"_L1},
                                std::pair{EventKind::Contract, "contract"_L1}};
constexpr std::array entryNames{std::pair{EntryKind::Reserved, "reserved"_L1},
                                std::pair{EntryKind::Approved, "approved"_L1},
                                std::pair{EntryKind::Declined, "declined"_L1},
                                std::pair{EntryKind::Reversed, "reversed"_L1}, std::pair{EntryKind::Paid, "paid"_L1}};

template <class Names, class Kind>
QString nameIn(const Names &names, Kind kind)
{
    return std::ranges::find(names, kind, &Names::value_type::first)->second;
}

template <class Kind, class Names>
std::optional<Kind> kindIn(const Names &names, QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](const auto &pair) { return name == pair.second; });
    return found == names.end() ? std::nullopt : std::optional<Kind>(found->first);
}

/// Flat amount, percentage and cap: what the event is worth before it is split.
Result<Money> wholeBonus(const Rule &rule, std::optional<Money> base, std::vector<Step> &steps)
{
    if (!rule.flat && !rule.basisPoints)
        return fail(Domain::Input, u"rule-empty", u"rule %1 has neither amount nor percentage"_s.arg(rule.number));
    Money whole;
    if (rule.flat) {
        whole += *rule.flat;
        steps.push_back({StepKind::Flat, *rule.flat, 0, *rule.flat});
    }
    if (rule.basisPoints) {
        if (!base)
            return fail(Domain::Input, u"base-unknown", u"rule %1 needs an amount"_s.arg(rule.number));
        if (base->cents < 0)
            return fail(Domain::Input, u"base-negative", u"rule %1: %2 cents"_s.arg(rule.number).arg(base->cents));
        if (base->cents > limits::mostCents)
            return fail(Domain::Input, u"base-too-large", u"rule %1: %2 cents"_s.arg(rule.number).arg(base->cents));
        const Money part = base->basisPoints(*rule.basisPoints);
        whole += part;
        steps.push_back({StepKind::Percent, *base, *rule.basisPoints, part});
        if (rule.flat)
            steps.push_back({StepKind::Sum, {}, 0, whole});
    }
    if (rule.cap && whole > *rule.cap) {
        steps.push_back({StepKind::Cap, whole, 0, *rule.cap});
        whole = *rule.cap;
    }
    return whole;
}

} // namespace

bool applies(const Rule &rule, const Event &event)
{
    return rule.event == event.kind && event.day >= rule.validFrom &&
           (!rule.validUntil || event.day <= *rule.validUntil) &&
           (rule.category.isEmpty() || rule.category == event.category);
}

const Rule *ruleFor(std::span<const Rule> rules, const Event &event)
{
    const Rule *best = nullptr;
    const auto rank = [](const Rule &rule) {
        return std::tuple(!rule.category.isEmpty(), rule.version, rule.validFrom, rule.id);
    };
    for (const Rule &rule : rules) {
        if (applies(rule, event) && (!best || rank(rule) > rank(*best)))
            best = &rule;
    }
    return best;
}

Result<Computation> computeBonus(const Rule &rule, const Event &event, std::optional<Money> base)
{
    Computation result;
    TURNUS_ASSIGN(whole, wholeBonus(rule, base, result.steps));
    TURNUS_ASSIGN(parts, split(whole, event.shares));
    if (event.mine >= parts.size())
        return fail(Domain::Input, u"shares-not-whole", u"share %1 of %2"_s.arg(event.mine).arg(parts.size()));
    result.amount = parts[event.mine];
    result.steps.push_back({StepKind::Share, whole, event.shares[event.mine], result.amount});
    result.steps.push_back({StepKind::Bonus, {}, 0, result.amount});
    return result;
}

Result<std::vector<Money>> split(Money total, std::span<const int> shares)
{
    const bool negative = std::ranges::any_of(shares, [](int share) { return share < 0; });
    if (negative || std::accumulate(shares.begin(), shares.end(), 0) != wholeInBasisPoints)
        return fail(Domain::Input, u"shares-not-whole", u"shares must add up to 100 %"_s);
    const qint64 sign = total.cents < 0 ? -1 : 1;
    const qint64 cents = total.cents * sign;
    std::vector<qint64> parts(shares.size());
    std::vector<std::size_t> order(shares.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    qint64 left = cents;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        parts[i] = cents * shares[i] / wholeInBasisPoints;
        left -= parts[i];
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](std::size_t i) { return cents * shares[i] % wholeInBasisPoints; });
    for (std::size_t i = 0; left > 0; ++i, --left)
        ++parts[order[i]];
    std::vector<Money> result;
    std::ranges::transform(parts, std::back_inserter(result), [&](qint64 part) { return Money{part * sign}; });
    return result;
}

std::optional<QString> refusalOf(const Advice &advice)
{
    if (advice.findings > 0)
        return std::nullopt;
    if (advice.forecastStatus.isEmpty())
        return u"no-evidence"_s;
    if (advice.forecastStatus == u"not_due")
        return u"not-due-without-finding"_s;
    return std::nullopt;
}

QString nameOf(EventKind kind)
{
    return nameIn(eventNames, kind);
}

QString nameOf(EntryKind kind)
{
    return nameIn(entryNames, kind);
}

std::optional<EventKind> eventKindFrom(QStringView name)
{
    return kindIn<EventKind>(eventNames, name);
}

std::optional<EntryKind> entryKindFrom(QStringView name)
{
    return kindIn<EntryKind>(entryNames, name);
}

} // namespace turnus::bonus
