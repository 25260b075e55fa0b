#pragma once

#include <QThread>
#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace turnus::bench {

/// What a link between a device and a server does to the bytes; zero is nothing.
struct Link
{
    std::chrono::milliseconds roundTrip{0};
    double downBitsPerSecond = 0;
    double upBitsPerSecond = 0;
};

/// A TCP proxy on loopback before a server on loopback that delays and throttles as a link would, and counts every
/// byte. Works in a thread of its own.
class LinkProxy
{
public:
    LinkProxy(int serverPort, const Link &link);
    ~LinkProxy();
    LinkProxy(const LinkProxy &) = delete;
    LinkProxy &operator=(const LinkProxy &) = delete;

    [[nodiscard]] QString url() const;
    /// Bytes since the last reset, as they were handed on.
    [[nodiscard]] qint64 up() const { return m_up; }
    [[nodiscard]] qint64 down() const { return m_down; }
    void reset();
    /// Calls `reached` once, from the proxy's thread, as soon as that many bytes went down.
    void whenDown(qint64 bytes, std::function<void()> reached);

private:
    friend class LinkPipe;
    class Worker;

    void noteDown(qint64 bytes);

    Link m_link;
    int m_serverPort;
    int m_port = 0;
    std::atomic<qint64> m_up = 0;
    std::atomic<qint64> m_down = 0;
    std::atomic<qint64> m_mark = -1;
    std::function<void()> m_reached;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace turnus::bench
