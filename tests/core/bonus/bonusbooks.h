#pragma once

#include "tests/support/testdatabase.h"

namespace turnus::tests {

/// A team's bonus book in a TestDatabase: technicians of Team Nord led by `supervisor`, four rules, lines in every
/// state, and one referral with all its evidence. Times are relative to 2026-10-05 08:00 UTC.
class BonusBooks
{
public:
    explicit BonusBooks(TestDatabase &database);

    /// Signs the supervisor in instead of the technician.
    void signInSupervisor();
    /// What the server does with a decision: its posting. Returns the posting's id.
    BonusEntryId post(BonusEntryId line, const char *kind, const char *reason = nullptr);

    static constexpr StaffId technician = TestDatabase::technician;
    static constexpr StaffId colleague{110};
    static constexpr StaffId supervisor{101};
    static constexpr BonusEntryId purchase{500};  ///< reserved, 119.00, 1 % of 11,900.00, cap 150.00
    static constexpr BonusEntryId referred{501};  ///< reserved, 24.00 flat, with evidence
    static constexpr BonusEntryId contract{502};  ///< approved in October, 40.00
    static constexpr BonusEntryId withdrawn{503}; ///< approved in September, reversed in October, 24.00
    static constexpr ReferralId referral{701};    ///< the one of `referred`

private:
    void people();
    void rules();
    void visits();
    void evidence();
    void ledger();

    TestDatabase &m_database;
};

} // namespace turnus::tests
