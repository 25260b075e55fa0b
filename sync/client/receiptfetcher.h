#pragma once

#include "sync/client/account.h"
#include "sync/client/shiftreceipts.h"

namespace turnus::client {

/// Fetches the signed statements of what the server holds of one's days. One is kept for each day.
class ReceiptFetcher
{
public:
    ReceiptFetcher(storage::Connection &connection, Account &account) : m_connection(connection), m_account(account) {}

    /// "receipt-not-genuine" when the signature is not the company's; an earlier one that is stays.
    Status fetch(Day day);
    /// Trusts the server's key when there is none yet, then fetches for the last days what is over and not proved:
    /// today's once its last appointment is done and everything has been sent. Says how many came.
    Result<int> fetchDue();

private:
    [[nodiscard]] Result<std::vector<Day>> due();
    [[nodiscard]] bool isDue(Day day, Day today);
    Status learnKeys();
    [[nodiscard]] bool isGenuine(const protocol::Sealed &sealed);
    /// So that a sync need not compare the day again.
    Status noteWhole(Day day);
    Status keep(Day day, const std::string &file, bool genuine);

    storage::Connection &m_connection;
    Account &m_account;
};

} // namespace turnus::client
