#pragma once

#include "tests/bench/linkproxy.h"
#include "tests/bench/syncworld.h"

#include <QProcess>
#include <functional>

namespace turnus::bench {

/// A real turnus-server on loopback with the workload in it, and one technician's account.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess &) = delete;
    ServerProcess &operator=(const ServerProcess &) = delete;

    /// Takes an NDJSON directory in, beside the server.
    void import(const QString &directory);
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

private:
    void start();
    void stop();

    QTemporaryDir m_data;
    QProcess m_process;
    int m_port = 0;
};

/// What one run of `turnus-device sync` printed.
struct ProcessCost
{
    double milliseconds = 0;
    double cpuMilliseconds = 0;
    double up = 0; ///< kB over the wire with HTTP's headers, as the device counts them
    double down = 0;
    int trips = 0;
    double peakMegabytes = 0;
};

/// A real turnus-device, one process for each command.
class DeviceProcess
{
public:
    /// Signs in at that address: the server's, or that of a link to it.
    explicit DeviceProcess(const QString &url);
    /// `repeat`: runs in one process; the figures of the last, the warm one.
    ProcessCost sync(int repeat = 1);
    /// The second sync of a process that goes on running, after `meanwhile`.
    ProcessCost syncAfter(const std::function<void()> &meanwhile);
    /// A sync that is killed as soon as so many bytes of the answer have come over the link.
    void syncUntil(LinkProxy &link, qint64 bytesDown);
    [[nodiscard]] QString path() const { return m_data.filePath(QStringLiteral("turnus.db")); }

private:
    QTemporaryDir m_data;
};

} // namespace turnus::bench
