#pragma once

#include "assets/demo/company.h"

/// The bonus ledger of the past: reserved, decided by the supervisor, paid with the month's wages.
namespace turnus::demo {

struct BonusCase
{
    Text referral; ///< empty: none
    int technician;
    Instant at;
    Day day;
};

enum class BonusOutcome { Open, Approved, Declined };

struct BonusVerdict
{
    Instant at;
    Day day;
    Text reason;
};

class BonusBook
{
public:
    explicit BonusBook(Company &company) : m_company(company), m_random(company.random.fork(6)) {}

    void referral(const BonusCase &bonusCase, BonusOutcome outcome, const BonusVerdict &verdict);
    /// One per cent of the order, at most 150 €; approved by itself a few days later.
    void order(const BonusCase &bonusCase, int amountCents);
    void contract(const BonusCase &bonusCase);
    /// One order of each team was cancelled afterwards: its bonus is taken back.
    void finish();

private:
    struct Line
    {
        Text entry;
        BonusCase of;
        Text rule;
        int cents;
        std::optional<int> base;
    };
    Line reserve(const BonusCase &bonusCase, const char *rule, int cents, std::optional<int> base);
    void decide(const Line &line, bool approve, const BonusVerdict &verdict);
    void post(const Line &line, const char *kind, int cents, const Text &decision, const Text &staff,
              const Text &reason, Instant at);

    Company &m_company;
    Random m_random;
    std::array<std::optional<Line>, 3> m_paidOrders;
};

} // namespace turnus::demo
