#include "tests/sync/kill/relay.h"

#include <QTcpSocket>
#include <utility>

using namespace Qt::StringLiterals;

namespace turnus::tests {

namespace {

/// What one end sends the other gets; when one ends, so does the other, after what is on its way.
void pass(QTcpSocket *from, QTcpSocket *to)
{
    QObject::connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
    QObject::connect(from, &QTcpSocket::disconnected, to, [from, to] {
        to->write(from->readAll());
        to->disconnectFromHost();
        from->deleteLater();
    });
    QObject::connect(from, &QTcpSocket::errorOccurred, to, [from, to] {
        if (from->state() == QAbstractSocket::UnconnectedState)
            to->disconnectFromHost();
    });
}

} // namespace

Relay::Relay()
{
    connect(&m_server, &QTcpServer::newConnection, this, &Relay::connectThrough);
}

QString Relay::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
}

void Relay::connectThrough()
{
    while (QTcpSocket *device = m_server.nextPendingConnection()) {
        auto *server = new QTcpSocket(device);
        connect(device, &QTcpSocket::readyRead, this, [this] {
            if (onFirstByte)
                std::exchange(onFirstByte, {})();
        });
        pass(device, server);
        pass(server, device);
        server->connectToHost(QHostAddress::LocalHost, m_port);
    }
}

} // namespace turnus::tests
