#pragma once

#include "core/support/clock.h"
#include "sync/protocol/dayreceipt.h"
#include "sync/server/service/principal.h"
#include "sync/server/store/contentstore.h"

namespace turnus::server {

class Connection;

/// Signed statements of what the server holds of a person's day.
class ReceiptService
{
public:
    ReceiptService(const Clock &clock, const ContentStore &content) : m_clock(clock), m_content(content) {}

    struct ReceiptDay
    {
        QString name; ///< 2026-10-14
        Instant from;
        Instant until;
    };
    /// `query`: "from=MS&until=MS", the day's bounds where the person is; empty for those of UTC. Nothing when they do
    /// not go together.
    [[nodiscard]] static std::optional<ReceiptDay> dayFrom(const QString &name, const QString &query);

    /// The signed file. Access is looked at in the same view of the data.
    [[nodiscard]] Result<std::string> issue(Connection &connection, const Principal &principal, StaffId staff,
                                            const ReceiptDay &day);
    [[nodiscard]] Result<protocol::KeyList> keys(Connection &connection);
    /// Signs with a new key from now on.
    [[nodiscard]] Status rotate(Connection &connection);
    /// What the company holds today in place of what the receipt lists, one line each; empty when it holds all of it.
    [[nodiscard]] Result<QStringList> differences(Connection &connection, const protocol::DayReceipt &receipt);

private:
    [[nodiscard]] protocol::DayReceipt compose(Connection &connection, StaffId staff, const ReceiptDay &day);

    const Clock &m_clock;
    const ContentStore &m_content;
};

} // namespace turnus::server
