#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace turnus::tests {

/// A receiver of webhooks on loopback: keeps every request and answers as told.
class Receiver : public QTcpServer
{
public:
    struct Request
    {
        QMap<QByteArray, QByteArray> headers; ///< names in lower case
        QByteArray body;
    };

    Receiver()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
        });
    }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1/hook?x=1").arg(serverPort()); }

    QList<Request> requests;
    QByteArray answer = "204 No Content";
    QByteArray headers;              ///< of the answer, each with its line end
    std::function<bool()> onRequest; ///< false: no answer

private:
    void take(QTcpSocket *socket)
    {
        QByteArray &bytes = m_buffers[socket];
        bytes += socket->readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request;
        for (const QByteArray &line : bytes.left(end).split('\n').mid(1))
            request.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
        request.body = bytes.mid(end + 4);
        if (request.body.size() < request.headers.value("content-length").toInt())
            return;
        m_buffers.remove(socket);
        requests.append(request);
        if (onRequest && !onRequest())
            return;
        socket->write("HTTP/1.1 " + answer + "\r\nConnection: close\r\nContent-Length: 0\r\n" + headers + "\r\n");
        socket->disconnectFromHost();
    }

    QMap<QTcpSocket *, QByteArray> m_buffers;
};

} // namespace turnus::tests
