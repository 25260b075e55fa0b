#pragma once

#include "core/bonus/rules/rule.h"
#include "core/support/ids.h"
#include "core/support/money.h"
#include "core/support/time.h"

#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace turnus::bonus {

/// One immutable posting of the ledger, as the server wrote it.
struct Posting
{
    BonusEntryId id;
    EntryKind kind = EntryKind::Reserved;
    Money amount;
    StaffId by;
    QString byName;
    QString reason;
    Instant at;
};

/// What a supervisor decided on this device or another; the server's posting follows it.
struct Decision
{
    bool approved = false;
    StaffId by;
    QString byName;
    QString reason;
    Instant at;
};

/// One bonus: the posting that reserved it, all that refer to it, and what it is for.
struct Line
{
    BonusEntryId id;
    StaffId technician;
    QString technicianName;
    BonusRuleId rule;
    QString ruleName;
    QString ruleNumber;
    int ruleVersion = 0;
    EventKind event = EventKind::Referral;
    ReferralId referral;
    QString referralStage;
    QString product;  ///< the one recommended, else the asset's
    QString category; ///< its category
    QString customer;
    Money amount;
    std::optional<Money> base;
    Instant booked;
    std::vector<Posting> postings;   ///< in order, the reserving one first
    std::optional<Decision> pending; ///< made, but not yet posted by the server

    /// The newest posting's kind.
    [[nodiscard]] EntryKind state() const { return postings.back().kind; }
    [[nodiscard]] Instant changed() const { return postings.back().at; }
    /// Waits for a supervisor: reserved, and nobody has decided.
    [[nodiscard]] bool isOpen() const { return state() == EntryKind::Reserved && !pending; }
    /// The last posting of a kind.
    [[nodiscard]] const Posting *posting(EntryKind kind) const;
};

struct Sum
{
    Money amount;
    int count = 0;
    bool operator==(const Sum &) const = default;
};

/// A calendar month, by its first day.
Day monthOf(Instant instant);

/// What is reserved now, what was approved in a month and not paid yet (less what was reversed in it), and what the
/// newest payment up to that month brought.
struct Tally
{
    Sum reserved;
    Sum approved;
    Sum paid;
    std::optional<Day> paidMonth;
};
Tally tallyOf(std::span<const Line> lines, Day month);

/// A line's amount, computed again.
struct Explanation
{
    Rule rule;
    Computation computation;
    /// False: the booked amount does not follow from the rule; the line deserves a question.
    bool matches = false;
};
/// For lines whose rule and base are on this device; errors as computeBonus.
Result<Explanation> explain(const Line &line, const Rule &rule);

/// What became of a referral, step by step.
struct FateEvent
{
    QString stage;
    QString byName;
    QString reason;
    Instant at;
};

} // namespace turnus::bonus
