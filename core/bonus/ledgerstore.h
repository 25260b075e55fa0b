#pragma once

#include "core/bonus/ledger.h"
#include "core/storage/connection.h"

namespace turnus::bonus {

/// Reads the bonus ledger of this device. The server writes it; nothing here does.
class LedgerStore
{
public:
    explicit LedgerStore(storage::Connection &connection) : m_connection(connection) {}

    /// A technician's lines, the one that changed last first.
    Result<std::vector<Line>> linesOf(StaffId technician);
    /// nullopt when this device does not hold it.
    Result<std::optional<Line>> line(BonusEntryId id);
    Result<Rule> rule(BonusRuleId id);
    /// Who leads the technician's team; empty when nobody does.
    Result<QString> leaderOf(StaffId technician);
    /// The referral itself, then its events in order.
    Result<std::vector<FateEvent>> fateOf(ReferralId referral);

private:
    storage::Connection &m_connection;
};

} // namespace turnus::bonus
