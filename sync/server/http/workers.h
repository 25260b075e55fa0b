#pragma once

#include "core/support/result.h"
#include "sync/server/store/connection.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace turnus::server {

/// Threads for the store's work, each with a connection of its own, fed by one bounded queue. The thread that rested
/// last is called first: its connection has statements and pages at hand.
class Workers
{
public:
    using Job = std::function<void(Connection &)>;

    Workers(Database &database, std::size_t queueLimit) : m_database(database), m_queueLimit(queueLimit) {}
    ~Workers();
    Workers(const Workers &) = delete;

    /// Opens all connections; fails as the first of them does.
    [[nodiscard]] Status start(int threads);
    /// False when the queue is full or the workers are stopping.
    [[nodiscard]] bool post(Job job);
    [[nodiscard]] std::size_t waiting() const;
    /// Finishes what is queued.
    void stop();

private:
    /// A thread that rests until it is called.
    struct Resting
    {
        std::condition_variable wake;
        bool isCalled = false;
    };
    void work(Connection &connection);
    void loop(Status &opened, bool &isOpen);
    [[nodiscard]] std::optional<Job> next(Resting &self);

    Database &m_database;
    std::size_t m_queueLimit;
    mutable std::mutex m_mutex;
    std::condition_variable m_opened;
    std::deque<Job> m_jobs;
    std::vector<Resting *> m_resting;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace turnus::server
