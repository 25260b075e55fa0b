#pragma once

#include "core/support/clock.h"
#include "core/support/result.h"
#include "sync/server/store/connection.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace turnus::jobs {

/// "02:30" as the time after local midnight; nothing for "off".
Result<std::optional<std::chrono::minutes>> parseNightTime(const QString &text);
/// The newest moment at this local time of day that is not after `now`.
Instant lastNight(Instant now, std::chrono::minutes timeOfDay);

struct NightlyOptions
{
    std::chrono::minutes timeOfDay{150};
    /// Added to it, so that the servers of one company do not all come at once.
    std::chrono::seconds jitter{0};
    int threads = 1;
};

/// Runs the forecast job each night on a thread and a connection of its own, as long as it lives. Of several servers
/// over one company one does it. A night that was missed while the server was down is made up for after the second.
class NightlyForecast
{
public:
    using Report = std::function<void(const QString &line)>;
    NightlyForecast(server::Database &database, const Clock &clock, NightlyOptions options, Report report);
    /// Gives up what is under way.
    ~NightlyForecast();
    NightlyForecast(const NightlyForecast &) = delete;

    /// Whether a run is wanted now: a night has come since `begun`, or two since the job last ran.
    [[nodiscard]] static bool isWanted(Instant now, Instant begun, std::optional<Instant> lastRun,
                                       const NightlyOptions &options);

private:
    void loop();
    void runOnce();

    server::Database &m_database;
    const Clock &m_clock;
    NightlyOptions m_options;
    Report m_report;
    Instant m_begun;
    std::atomic<bool> m_stop = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace turnus::jobs
