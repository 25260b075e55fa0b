#pragma once

#include "sync/server/store/connection.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace turnus::server {

/// Notices that some process has committed changes to the company: on PostgreSQL by LISTEN, on SQLite at once after
/// this process's commits and by the file's data version after others'. Has a thread and a connection of its own, which
/// also folds SQLite's log, so that no request waits for it.
class ChangeSignal
{
public:
    /// `look` runs on the signal's thread: once at the start, after commits (several may make one call), and now and
    /// then for what a lost connection missed. `failed` hears there, once, that the log cannot be folded.
    ChangeSignal(Database &database, std::function<void(Connection &)> look, std::function<void(const Error &)> failed);
    ~ChangeSignal();
    ChangeSignal(const ChangeSignal &) = delete;

    /// Fails when the database cannot be opened.
    [[nodiscard]] Status start();
    void stop();

private:
    class Waiter;
    class FileWaiter;
    class ListenWaiter;

    void run(Status &opened, bool &answered);
    void watch(std::unique_ptr<Connection> &connection, Waiter &waiter);
    void foldLog(Connection &connection);

    Database &m_database;
    std::function<void(Connection &)> m_look;
    std::function<void(const Error &)> m_failed;
    bool m_folds = true;
    std::mutex m_mutex;
    std::condition_variable m_started;
    std::atomic<bool> m_stopping = false;
    std::shared_ptr<Waiter> m_waiter;
    std::thread m_thread;
};

} // namespace turnus::server
