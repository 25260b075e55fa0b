#pragma once

#include "core/support/ids.h"
#include "core/support/time.h"
#include "sync/protocol/dayreceipt.h"

#include <QString>

namespace turnus::server {

class Connection;

/// Reads what a day's receipt lists. Inside Connection::read.
class ReceiptStore
{
public:
    explicit ReceiptStore(Connection &connection) : m_connection(connection) {}

    /// Empty when there is no such person.
    [[nodiscard]] QString nameOf(StaffId staff);
    /// Visits that the person began or ended then, by time; with lines and files, of which nothing is known to be held.
    [[nodiscard]] std::vector<protocol::ReceiptVisit> visits(StaffId staff, Instant from, Instant until);
    [[nodiscard]] std::vector<protocol::ReceiptReferral> referrals(StaffId staff, Instant from, Instant until);
    [[nodiscard]] std::vector<protocol::ReceiptPosting> postings(StaffId staff, Instant from, Instant until);
    /// The person's databases that have sent anything.
    [[nodiscard]] std::vector<protocol::ReceiptReplica> replicas(StaffId staff);

private:
    [[nodiscard]] protocol::ReceiptLines linesOf(const protocol::Table &table, qint64 visit);
    /// `held`: whether the row grants the file, once it is here.
    [[nodiscard]] std::vector<protocol::ReceiptFile> filesOf(qint64 visit);

    Connection &m_connection;
};

} // namespace turnus::server
