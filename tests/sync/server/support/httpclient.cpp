#include "tests/sync/server/support/httpclient.h"

#include "sync/protocol/codec.h"

#include <QHostAddress>

namespace turnus::tests {

namespace {

constexpr int patienceMs = 30'000;

} // namespace

HttpClient::HttpClient(quint16 port, std::unique_ptr<QTcpSocket> socket) : m_socket(std::move(socket))
{
    if (m_socket)
        return;
    m_socket = std::make_unique<QTcpSocket>();
    m_socket->connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_socket->waitForConnected(patienceMs);
}

void HttpClient::send(const QByteArray &bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 && m_socket->waitForBytesWritten(patienceMs)) {
    }
}

bool HttpClient::more()
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(patienceMs))
        return false;
    m_buffer += m_socket->readAll();
    return true;
}

HttpAnswer HttpClient::receive()
{
    HttpAnswer answer;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return answer;
    }
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    answer.status = lines.first().mid(9, 3).toInt();
    if (answer.status == 100)
        return receive();
    for (const QByteArray &line : lines.mid(1))
        answer.headers.insert(line.left(line.indexOf(':')).toLower(), line.mid(line.indexOf(':') + 1).trimmed());
    const qsizetype length = answer.headers.value("content-length").toLongLong();
    while (m_buffer.size() < length && more()) {
    }
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    answer.closed = answer.headers.value("connection") == "close";
    return answer;
}

HttpAnswer HttpClient::request(const QByteArray &method, const QByteArray &target, const QByteArray &body,
                               const QMap<QByteArray, QByteArray> &headers)
{
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: localhost\r\n";
    if (!token.isEmpty())
        bytes += "Authorization: Bearer " + token + "\r\n";
    for (auto header = headers.cbegin(); header != headers.cend(); ++header)
        bytes += header.key() + ": " + header.value() + "\r\n";
    if (!body.isEmpty() || method == "POST")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    send(bytes + "\r\n" + body);
    return receive();
}

bool HttpClient::hears(const QByteArray &text)
{
    while (!m_buffer.contains(text)) {
        if (!more())
            return false;
    }
    m_buffer.remove(0, m_buffer.indexOf(text) + text.size());
    return true;
}

bool HttpClient::isClosedByServer()
{
    return m_socket->state() == QAbstractSocket::UnconnectedState || m_socket->waitForDisconnected(patienceMs);
}

HttpAnswer HttpClient::signIn(const QByteArray &login, const QByteArray &password)
{
    token.clear();
    const std::string body =
        protocol::encode(protocol::SessionRequest{login.toStdString(), password.toStdString(), "test", std::nullopt});
    HttpAnswer answer = request("POST", "/v1/session", QByteArray::fromStdString(body));
    if (const auto session = protocol::decodeSessionAnswer(answer.body.toStdString());
        answer.status == 200 && session) {
        token = QByteArray::fromStdString(session->accessToken);
        replica = session->replica;
    }
    return answer;
}

} // namespace turnus::tests
