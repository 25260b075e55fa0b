#pragma once

#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace turnus::client {

/// Hands tasks from one thread to another, in order. Qt's own queue would do, but the thread sanitizer cannot see
/// into it, and sync is to be proved free of races.
class TaskQueue
{
public:
    /// From any thread.
    void push(std::function<void()> task)
    {
        const std::scoped_lock lock(m_guard);
        m_tasks.push_back(std::move(task));
    }
    /// On the receiving thread: runs what has come, and what comes meanwhile. A task may drain the queue itself.
    void drain()
    {
        while (const auto task = take())
            task();
    }

private:
    std::function<void()> take()
    {
        const std::scoped_lock lock(m_guard);
        if (m_tasks.empty())
            return {};
        auto task = std::move(m_tasks.front());
        m_tasks.pop_front();
        return task;
    }

    std::mutex m_guard;
    std::deque<std::function<void()>> m_tasks;
};

} // namespace turnus::client
