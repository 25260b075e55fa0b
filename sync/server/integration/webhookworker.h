#pragma once

#include "core/support/clock.h"
#include "sync/server/store/connection.h"

#include <QThread>
#include <atomic>
#include <mutex>

namespace turnus::server {

class WebhookSender;

/// Sends what is due, tries again with growing pauses, gives up after three days, and notes all of it. Delivers at
/// least once: a receiver tells a repetition by its webhook-id.
class WebhookWorker : public QThread
{
public:
    WebhookWorker(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}
    ~WebhookWorker() override { stop(); }

    /// From any thread; waits.
    void stop();
    /// One round, on the caller's thread; says how many deliveries were tried.
    [[nodiscard]] static Result<int> deliverDue(Connection &connection, WebhookSender &sender, const Clock &clock);

protected:
    void run() override;

private:
    void pause();

    Database &m_database;
    const Clock &m_clock;
    std::atomic_bool m_stop = false;
};

} // namespace turnus::server
