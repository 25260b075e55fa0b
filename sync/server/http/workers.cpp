#include "sync/server/http/workers.h"

#include <utility>

namespace turnus::server {

Workers::~Workers()
{
    stop();
}

Status Workers::start(int threads)
{
    for (int i = 0; i < threads; ++i) {
        Status opened;
        bool answered = false;
        m_threads.emplace_back([&] { loop(opened, answered); });
        std::unique_lock lock(m_mutex);
        m_opened.wait(lock, [&] { return answered; });
        if (!opened)
            return opened;
    }
    return {};
}

void Workers::loop(Status &opened, bool &isOpen)
{
    // A connection belongs to the thread that opened it.
    auto connection = Connection::open(m_database);
    {
        const std::lock_guard lock(m_mutex);
        if (!connection)
            opened = tl::unexpected(connection.error());
        isOpen = true;
    }
    m_opened.notify_all();
    if (connection)
        work(**connection);
}

void Workers::work(Connection &connection)
{
    Resting self;
    while (const auto job = next(self))
        (*job)(connection);
}

std::optional<Workers::Job> Workers::next(Resting &self)
{
    std::unique_lock lock(m_mutex);
    while (m_jobs.empty() && !m_stopping) {
        self.isCalled = false;
        m_resting.push_back(&self);
        self.wake.wait(lock, [&] { return self.isCalled; });
    }
    if (m_jobs.empty())
        return {};
    Job job = std::move(m_jobs.front());
    m_jobs.pop_front();
    return job;
}

bool Workers::post(Job job)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopping || m_jobs.size() >= m_queueLimit)
        return false;
    m_jobs.push_back(std::move(job));
    if (!m_resting.empty()) {
        m_resting.back()->isCalled = true;
        m_resting.back()->wake.notify_one();
        m_resting.pop_back();
    }
    return true;
}

std::size_t Workers::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_jobs.size();
}

void Workers::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        for (Resting *one : std::exchange(m_resting, {})) {
            one->isCalled = true;
            one->wake.notify_one();
        }
    }
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
    m_threads.clear();
}

} // namespace turnus::server
