#pragma once

#include "core/support/clock.h"
#include "sync/server/service/syncservice.h"
#include "sync/server/store/connection.h"
#include "tests/simulation/simulateddisk.h"

#include <QSet>

namespace turnus::simulation {

/// The real service on a real database on a disk of its own. It can be killed at any disk call.
class SimulatedServer
{
public:
    SimulatedServer(std::uint64_t seed, const Clock &clock, const QByteArray &image, const server::Pieces &pieces = {});

    [[nodiscard]] Status open();
    /// The process is gone, or the power with it.
    void kill(bool powerCut);
    [[nodiscard]] bool isUp() const { return m_connection != nullptr; }
    [[nodiscard]] server::Connection &connection() { return *m_connection; }

    struct SignedIn
    {
        QString session;
        qint64 replica = 0;
        QString certificate;
        QString login;
        QString role;
    };
    /// As SessionService does after the password, but with a session's name that a seed repeats.
    [[nodiscard]] Result<SignedIn> signIn(qint64 staff, const QString &device, std::optional<qint64> replica,
                                          const QString &certificate);
    [[nodiscard]] Result<server::Principal> principalOf(const QString &session);
    /// POST /v1/sync: the body of the answer.
    [[nodiscard]] Result<std::string> sync(const QString &session, std::string_view body);
    /// GET /v2/{brief}: the same, or nothing when nothing is new.
    [[nodiscard]] Result<std::optional<std::string>> syncInBrief(const QString &session, std::string_view brief);

    SimulatedDisk disk;
    QSet<qint64> predating; ///< people whose app knows nothing of certificates

private:
    const Clock &m_clock;
    server::SyncService m_service;
    std::unique_ptr<server::Database> m_database;
    std::unique_ptr<server::Connection> m_connection;
};

} // namespace turnus::simulation
