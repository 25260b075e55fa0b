#pragma once

#include <QByteArray>
#include <QMap>
#include <QTcpSocket>
#include <memory>
#include <optional>

namespace turnus::tests {

struct HttpAnswer
{
    int status = 0;                       ///< 0: the connection ended without one
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool closed = false; ///< the server closed the connection afterwards
};

/// One connection to a server on loopback, used from a test's own thread; every wait ends by the server or fails.
class HttpClient
{
public:
    explicit HttpClient(quint16 port, std::unique_ptr<QTcpSocket> socket = {});

    void send(const QByteArray &bytes);
    [[nodiscard]] HttpAnswer receive();
    [[nodiscard]] HttpAnswer request(const QByteArray &method, const QByteArray &target, const QByteArray &body = {},
                                     const QMap<QByteArray, QByteArray> &headers = {});
    /// Reads on until what came after the last answer holds `text`; false when the connection ends or nothing comes.
    [[nodiscard]] bool hears(const QByteArray &text);
    /// True once the server has closed.
    [[nodiscard]] bool isClosedByServer();

    /// Signs in and sends the token from now on.
    [[nodiscard]] HttpAnswer signIn(const QByteArray &login, const QByteArray &password);
    QByteArray token;
    qint64 replica = 0;

private:
    bool more();

    std::unique_ptr<QTcpSocket> m_socket;
    QByteArray m_buffer;
};

} // namespace turnus::tests
