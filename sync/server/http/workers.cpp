#include "sync/server/http/workers.h"

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
        m_wake.wait(lock, [&] { return answered; });
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
    m_wake.notify_all();
    if (connection)
        work(**connection);
}

void Workers::work(Connection &connection)
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [&] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job(connection);
    }
}

bool Workers::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping || m_jobs.size() >= m_queueLimit)
            return false;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
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
    }
    m_wake.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
    m_threads.clear();
}

} // namespace turnus::server
