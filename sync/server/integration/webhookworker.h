#pragma once

#include "core/support/clock.h"
#include "sync/server/store/connection.h"

#include <QThread>
#include <atomic>
#include <map>
#include <memory>

namespace turnus::server {

class WebhookSender;

/// Sends what is due, tries again with growing pauses, gives up after three days, and notes all of it. Delivers at
/// least once: a receiver tells a repetition by its webhook-id. Each receiver has a thread of its own while something
/// is due for it, so that one that is slow, or whose name takes long to resolve, holds up nobody else.
class WebhookWorker : public QThread
{
public:
    WebhookWorker(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}
    ~WebhookWorker() override { stop(); }

    /// From any thread; waits.
    void stop();
    /// One round for one receiver, on the caller's thread; says how many deliveries were tried.
    [[nodiscard]] static Result<int> deliverDue(Connection &connection, WebhookSender &sender, const Clock &clock,
                                                qint64 webhook);

protected:
    void run() override;

private:
    void releaseClaims(Connection &connection);
    void prune(Connection &connection);
    /// Begins with the receivers that nobody serves yet.
    void beginLanes(Connection &connection);
    /// On a lane's thread: until nothing is due.
    void serve(qint64 webhook);
    void pause();

    Database &m_database;
    const Clock &m_clock;
    std::atomic_bool m_stop = false;
    std::map<qint64, std::unique_ptr<QThread>> m_lanes;
    Instant m_pruned{};
};

} // namespace turnus::server
