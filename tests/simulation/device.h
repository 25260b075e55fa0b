#pragma once

#include "core/storage/connection.h"
#include "core/support/clock.h"
#include "sync/client/engine.h"
#include "sync/client/limits.h"
#include "tests/simulation/server.h"
#include "tests/simulation/simulateddisk.h"

#include <optional>

namespace turnus::simulation {

/// A clock that goes wrong by `skew` against the true one.
class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(const Clock &truth) : m_truth(truth) {}
    [[nodiscard]] Instant now() const override { return m_truth.now() + skew; }
    milliseconds skew{0};

private:
    const Clock &m_truth;
};

/// A handheld: the real core and the real sync engine on a disk of its own. It can be killed at any disk call.
class SimulatedDevice
{
public:
    SimulatedDevice(std::uint64_t seed, const Clock &truth, int index, qint64 staff);

    [[nodiscard]] Status open();
    [[nodiscard]] bool isUp() const { return m_connection != nullptr; }
    void kill(bool powerCut);
    /// Closes as a program does that ends by itself.
    void close();
    [[nodiscard]] storage::Connection &connection() { return *m_connection; }
    /// An engine for one sync run.
    [[nodiscard]] client::Engine makeEngine();
    /// Signs in for the first time, or again.
    [[nodiscard]] Status signIn(SimulatedServer &server);
    [[nodiscard]] QString name() const { return QStringLiteral("device-%1").arg(index); }

    const int index;
    const qint64 staff;
    SkewedClock clock;
    SimulatedDisk disk;
    QString session; ///< in the key store, which no fault reaches

    // One sync run: an engine and the number that its messages carry.
    std::optional<client::Engine> engine;
    int run = 0;
    std::size_t sliceRows = client::limits::sliceRows;
    int answered = 0; ///< the last run whose answer has begun to come in

private:
    std::unique_ptr<storage::Connection> m_connection;
};

} // namespace turnus::simulation
