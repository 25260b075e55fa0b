#pragma once

#include "sync/protocol/events.h"
#include "sync/server/service/principal.h"

#include "core/support/time.h"

#include <QStringList>

namespace turnus::server {

class Connection;

/// What happened since the last look, for the streams.
struct News
{
    std::vector<protocol::Head> heads; ///< of all channels
    QStringList ended;                 ///< sessions that were signed out lately
    bool membersMoved = false;         ///< persons, teams or territories changed: who hears what is to be asked again
};

/// Looks at the company after commits; keeps what it saw last.
class NewsWatch
{
public:
    [[nodiscard]] News look(Connection &connection);

private:
    qint64 m_companyHead = -1;
    Instant m_revoked;
};

/// The channels that the person may hear of now, by the role that he has now, with their heads. Error "role" (access)
/// for a person who has none.
[[nodiscard]] Result<std::vector<protocol::Head>> headsFor(Connection &connection, StaffId staff);

} // namespace turnus::server
