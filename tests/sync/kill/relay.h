#pragma once

#include <QTcpServer>
#include <functional>

namespace turnus::tests {

/// Stands between devices and a server on the loopback, and tells when a device begins to speak.
class Relay : public QObject
{
    Q_OBJECT
public:
    Relay();

    [[nodiscard]] bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QString url() const;
    /// The port at which the server listens from now on.
    void leadTo(quint16 port) { m_port = port; }

    /// Called once, with the first byte that a device sends next.
    std::function<void()> onFirstByte;

private:
    void connectThrough();

    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace turnus::tests
