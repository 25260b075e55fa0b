#pragma once

#include <QByteArray>
#include <QString>
#include <QThread>
#include <memory>
#include <mutex>
#include <vector>

namespace turnus::tests {

/// A TCP proxy on loopback before several servers on loopback, as a load balancer: each connection goes to the next
/// one. Notes what it hands on, in the order in which it does. Works in a thread of its own.
class RoundRobin
{
public:
    explicit RoundRobin(std::vector<quint16> ports);
    ~RoundRobin();
    RoundRobin(const RoundRobin &) = delete;
    RoundRobin &operator=(const RoundRobin &) = delete;

    [[nodiscard]] QString url() const;

    struct Passed
    {
        int connection = 0; ///< counted from 0; number modulo servers says which server it is to
        bool up = false;    ///< from the client to the server
        QByteArray bytes;
    };
    [[nodiscard]] std::vector<Passed> passed() const;

private:
    class Worker;

    void note(int connection, bool up, const QByteArray &bytes);

    std::vector<quint16> m_ports;
    quint16 m_port = 0;
    mutable std::mutex m_guard;
    std::vector<Passed> m_passed;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker;
};

} // namespace turnus::tests
