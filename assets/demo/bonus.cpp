#include "assets/demo/bonus.h"

#include "assets/demo/calendar.h"

#include <algorithm>

namespace turnus::demo {

namespace {

/// Wages are paid on the 25th of the month after the decision.
Day payDay(Day decided)
{
    return workingDayFrom(endOfMonth(decided, 0) + days(25));
}

int teamOf(const BonusCase &bonusCase)
{
    return technicians()[static_cast<std::size_t>(bonusCase.technician)].team;
}

} // namespace

BonusBook::Line BonusBook::reserve(const BonusCase &bonusCase, const char *rule, int cents, std::optional<int> base)
{
    Line line{{}, bonusCase, rule, cents, base};
    line.entry = "BE" + Text::number(m_company.files.bonusEntry.rows() + 1);
    m_company.files.bonusEntry.add(line.entry, technicians()[static_cast<std::size_t>(bonusCase.technician)].key, rule,
                                   bonusCase.referral, none, none, "reserved", cents, base, none, none, bonusCase.at);
    return line;
}

void BonusBook::post(const Line &line, const char *kind, int cents, const Text &decision, const Text &staff,
                     const Text &reason, Instant at)
{
    m_company.files.bonusEntry.add("BE" + Text::number(m_company.files.bonusEntry.rows() + 1),
                                   technicians()[static_cast<std::size_t>(line.of.technician)].key, line.rule,
                                   line.of.referral, line.entry, decision, kind, cents, line.base, staff, reason, at);
}

void BonusBook::decide(const Line &line, bool approve, const BonusVerdict &verdict)
{
    const Text supervisor = supervisorOf(teamOf(line.of));
    const Text key = "BD" + Text::number(m_company.files.bonusDecision.rows() + 1);
    m_company.files.bonusDecision.add(key, line.entry, approve ? "approve" : "decline", verdict.reason, supervisor,
                                      verdict.at);
    post(line, approve ? "approved" : "declined", approve ? line.cents : -line.cents, key, supervisor, verdict.reason,
         verdict.at);
    const Day paid = payDay(verdict.day);
    if (!approve || paid >= m_company.today)
        return;
    post(line, "paid", line.cents, {}, {}, {}, berlin(paid, 600));
    const auto team = static_cast<std::size_t>(teamOf(line.of));
    // Jana Muster, with whom everybody begins, is spared: her tally shall not start below zero.
    if (line.rule == "br-order" && line.of.technician != 0 && !m_paidOrders.at(team) &&
        paid < m_company.today - days(30))
        m_paidOrders.at(team) = line;
}

void BonusBook::referral(const BonusCase &bonusCase, BonusOutcome outcome, const BonusVerdict &verdict)
{
    const Day january = std::chrono::year_month_day(m_company.today).year() / std::chrono::January / 1;
    const bool newRule = bonusCase.day >= addMonths(january, -12);
    const Line line =
        reserve(bonusCase, newRule ? "br-referral" : "br-referral-2", newRule ? 2500 : 2000, std::nullopt);
    if (outcome != BonusOutcome::Open)
        decide(line, outcome == BonusOutcome::Approved, verdict);
}

void BonusBook::order(const BonusCase &bonusCase, int amountCents)
{
    const int cents = std::min(15000, (amountCents + 50) / 100);
    if (bonusCase.day >= m_company.today)
        return;
    const Line line = reserve(bonusCase, "br-order", cents, amountCents);
    const Day decided = workingDayFrom(bonusCase.day + days(m_random.between(1, 6)));
    if (decided < m_company.today)
        decide(line, true, {berlin(decided, m_random.between(480, 1000)), decided, ""});
}

void BonusBook::contract(const BonusCase &bonusCase)
{
    const Line line = reserve(bonusCase, "br-contract", 1500, std::nullopt);
    const Day decided = workingDayFrom(bonusCase.day + days(m_random.between(1, 6)));
    if (decided < m_company.today)
        decide(line, true, {berlin(decided, m_random.between(480, 1000)), decided, ""});
}

void BonusBook::finish()
{
    const Day day = workingDayFrom(m_company.today - days(20));
    for (const auto &line : m_paidOrders) {
        if (line)
            post(*line, "reversed", -line->cents, {}, "nina.vogt", "Auftrag vor der Lieferung storniert",
                 berlin(day, 700));
    }
}

} // namespace turnus::demo
