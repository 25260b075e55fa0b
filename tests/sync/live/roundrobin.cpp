#include "tests/sync/live/roundrobin.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

using namespace Qt::StringLiterals;

namespace turnus::tests {

/// Lives on the proxy's thread.
class RoundRobin::Worker : public QTcpServer
{
public:
    explicit Worker(RoundRobin &proxy) : m_proxy(proxy)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection())
                join(client);
        });
    }

private:
    void join(QTcpSocket *client)
    {
        const int connection = m_count++;
        auto *server = new QTcpSocket(client);
        pass(client, server, connection, true);
        pass(server, client, connection, false);
        for (QTcpSocket *end : {client, server})
            end->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        const auto ports = m_proxy.m_ports.size();
        server->connectToHost(QHostAddress::LocalHost,
                              m_proxy.m_ports.at(static_cast<std::size_t>(connection) % ports));
    }

    /// What one end sends the other gets; when one ends, so does the other, after what is on its way.
    void pass(QTcpSocket *from, QTcpSocket *to, int connection, bool up)
    {
        const auto handOn = [this, from, to, connection, up] {
            const QByteArray bytes = from->readAll();
            if (bytes.isEmpty())
                return;
            m_proxy.note(connection, up, bytes);
            to->write(bytes);
        };
        connect(from, &QTcpSocket::readyRead, to, handOn);
        connect(from, &QTcpSocket::disconnected, to, [to, handOn] {
            handOn();
            to->disconnectFromHost();
        });
        connect(from, &QTcpSocket::errorOccurred, to, &QTcpSocket::disconnectFromHost);
    }

    RoundRobin &m_proxy;
    int m_count = 0;
};

RoundRobin::RoundRobin(std::vector<quint16> ports) : m_ports(std::move(ports))
{
    m_worker = std::make_unique<Worker>(*this);
    if (!m_worker->listen(QHostAddress::LocalHost))
        qFatal("the proxy has no port");
    m_port = m_worker->serverPort();
    m_worker->moveToThread(&m_thread);
    QObject::connect(
        &m_thread, &QThread::finished, &m_thread, [this] { m_worker.reset(); }, Qt::DirectConnection);
    m_thread.start();
}

RoundRobin::~RoundRobin()
{
    m_thread.quit();
    m_thread.wait();
}

QString RoundRobin::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

std::vector<RoundRobin::Passed> RoundRobin::passed() const
{
    const std::scoped_lock lock(m_guard);
    return m_passed;
}

void RoundRobin::note(int connection, bool up, const QByteArray &bytes)
{
    const std::scoped_lock lock(m_guard);
    m_passed.push_back({connection, up, bytes});
}

} // namespace turnus::tests
