#pragma once

#include "core/support/clock.h"
#include "core/support/money.h"
#include "sync/server/service/principal.h"

#include "core/support/result.h"

namespace turnus::server {

class Connection;

/// What sales makes of a referral; also what the back office's page will call.
class ReferralService
{
public:
    explicit ReferralService(const Clock &clock) : m_clock(clock) {}

    /// Moves the referral to a stage on behalf of an account, records the event, books what follows from it.
    /// Errors: "login", "role", "row-missing", "value-unknown" (no such stage), "stage" (cannot follow), "amount".
    [[nodiscard]] Status move(Connection &connection, ReferralId referral, const QString &stage, const QString &login,
                              const QString &reason, std::optional<Money> amount);

private:
    const Clock &m_clock;
};

} // namespace turnus::server
