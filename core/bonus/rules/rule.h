#pragma once

#include "core/support/ids.h"
#include "core/support/money.h"
#include "core/support/time.h"

#include <QString>
#include <optional>
#include <span>
#include <vector>

/// How a bonus follows from a rule and an event: the server books by it, the handheld explains by it. No storage.
namespace turnus::bonus {

constexpr int wholeInBasisPoints = 10'000;

/// What a rule rewards.
enum class EventKind { Referral, Order, Contract };

/// One version of a rule; a version never changes once an entry was booked by it.
struct Rule
{
    BonusRuleId id;
    QString name;
    QString number;
    int version = 1;
    EventKind event = EventKind::Referral;
    QString category; ///< product category; empty: every one
    std::optional<Money> flat;
    std::optional<int> basisPoints; ///< of the base: the order's net amount or the product's price
    std::optional<Money> cap;       ///< of the whole bonus, before it is split
    Day validFrom;
    std::optional<Day> validUntil; ///< the last day
};

/// What happened. `shares` of those who earned it in basis points, `mine` the one asked for.
struct Event
{
    EventKind kind = EventKind::Referral;
    Day day;
    QString category;
    std::vector<int> shares{wholeInBasisPoints};
    std::size_t mine = 0;
};

enum class StepKind {
    Flat,    ///< amount
    Percent, ///< base × basisPoints = amount
    Sum,     ///< flat and percentage together
    Cap,     ///< amount is the most there is; only there when it cut
    Share,   ///< base × basisPoints = amount
    Bonus    ///< the result
};

/// One line of the calculation, to be worded by the interface.
struct Step
{
    StepKind kind = StepKind::Bonus;
    Money base;
    int basisPoints = 0;
    Money amount;
    bool operator==(const Step &) const = default;
};

struct Computation
{
    Money amount;
    std::vector<Step> steps;
};

/// True when the rule is in force on the event's day for its kind and category.
bool applies(const Rule &rule, const Event &event);
/// The rule that counts: one for the category before one for all, then the newest version; nullptr when none applies.
const Rule *ruleFor(std::span<const Rule> rules, const Event &event);
/// Amount and steps, exact to the cent. Errors (input): "rule-empty", "base-unknown" (a percentage of an unknown
/// price is unknown, never 0), "base-negative", "base-too-large", "shares-not-whole".
Result<Computation> computeBonus(const Rule &rule, const Event &event, std::optional<Money> base);
/// Shares of an amount that add up to it, the odd cents to the largest remainders. Error "shares-not-whole".
Result<std::vector<Money>> split(Money total, std::span<const int> shares);

/// What a referral rests on.
struct Advice
{
    QString forecastStatus; ///< due_note.forecast_status of its due note; empty without one
    int findings = 0;       ///< of that asset at that visit
};
/// Nothing is earned by advice without evidence: the slug of why not ("not-due-without-finding", "no-evidence"), or
/// nullopt when a bonus may be booked.
std::optional<QString> refusalOf(const Advice &advice);

// The words in bonus_rule.event and bonus_entry.kind -------------------------------------------------------------

enum class EntryKind { Reserved, Approved, Declined, Reversed, Paid };

QString nameOf(EventKind kind);
QString nameOf(EntryKind kind);
std::optional<EventKind> eventKindFrom(QStringView name);
std::optional<EntryKind> entryKindFrom(QStringView name);

} // namespace turnus::bonus
