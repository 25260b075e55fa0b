#pragma once

#include "sync/server/store/rowstore.h"

namespace turnus::server {

class Connection;

/// Writes down what the company's other systems are told of, in the transaction in which it happens; nothing when
/// nobody wants to know. Keys are the company's own; names of persons are not in it.
class Events
{
public:
    Events(Connection &connection, Instant now) : m_connection(connection), m_now(now) {}

    static constexpr const char *stageChanged = "turnus.referral.stage-changed";
    static constexpr const char *visitCompleted = "turnus.visit.completed";
    static constexpr const char *bonusApproved = "turnus.bonus.approved";
    [[nodiscard]] static QStringList types();

    /// The referral has come to the stage that its row holds.
    void onReferral(const Row &referral);
    /// A visit was written; tells when it is a completed one.
    void onVisit(const Row &visit);
    /// A bonus posting of kind "approved".
    void onApproval(const Row &entry);

private:
    void tell(const char *type, const protocol::Table &table, const Row &row);

    Connection &m_connection;
    Instant m_now;
};

} // namespace turnus::server
