#pragma once

#include "tests/simulation/random.h"
#include "tests/simulation/server.h"

#include <optional>

namespace turnus::simulation {

/// Known bugs that can be put between the network and the service, to show that the simulation finds them.
enum class Plant { None, AcknowledgeBeforeCommit, CursorSkipsLateCommit, RetryWithoutIdempotence };

[[nodiscard]] std::optional<Plant> plantFrom(const QString &name);

/// Where requests enter the server: passes them on, or plants a bug on the way.
class Gateway
{
public:
    Gateway(SimulatedServer &server, const Clock &clock, Plant plant) : m_server(server), m_clock(clock), m_plant(plant)
    {
    }

    struct Answered
    {
        Result<std::string> body;
        bool sentBeforeTheEnd = false; ///< on its way even if the server died while it worked
        bool nothingNew = false;       ///< 204: without a body
    };
    [[nodiscard]] Answered answer(int device, const QString &session, const std::string &body, Random &random);
    /// The same of a brief request, which has nothing that could be planted but what the answer lacks.
    [[nodiscard]] Answered answerBrief(int device, const QString &session, const std::string &brief, Random &random);

private:
    [[nodiscard]] std::string withoutIdempotence(const QString &session, const std::string &body);
    [[nodiscard]] std::string withoutLateCommit(const std::string &answer) const;

    SimulatedServer &m_server;
    const Clock &m_clock;
    Plant m_plant;
    Instant m_lastPush;
    int m_lastPusher = -1;
    qint64 m_mintedAgain = 0;
};

} // namespace turnus::simulation
