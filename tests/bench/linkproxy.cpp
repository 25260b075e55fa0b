#include "tests/bench/linkproxy.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <deque>

using namespace Qt::StringLiterals;

namespace turnus::bench {

namespace {

using Steady = std::chrono::steady_clock;

/// So much is on its way as one; small, so that bytes flow as they do on a link.
constexpr qint64 pieceBytes = 2 * 1024;
constexpr double bitsPerByte = 8;

} // namespace

/// One direction of one connection.
class LinkPipe : public QObject
{
public:
    LinkPipe(QTcpSocket &from, QTcpSocket &to, Steady::time_point &freeAt, double bitsPerSecond,
             std::chrono::milliseconds delay, std::function<void(qint64)> handedOn)
        : QObject(&from), m_from(from), m_to(to), m_freeAt(freeAt), m_bitsPerSecond(bitsPerSecond), m_delay(delay),
          m_handedOn(std::move(handedOn))
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, &LinkPipe::handOn);
        connect(&from, &QTcpSocket::readyRead, this, &LinkPipe::take);
        connect(&to, &QTcpSocket::connected, this, &LinkPipe::handOn);
        connect(&from, &QTcpSocket::disconnected, this, [this] {
            take();
            m_ended = true;
            handOn();
        });
    }

private:
    struct Piece
    {
        Steady::time_point due;
        QByteArray bytes;
    };

    void take()
    {
        while (m_from.bytesAvailable() > 0) {
            QByteArray bytes = m_from.read(pieceBytes);
            Steady::time_point at = Steady::now();
            if (m_bitsPerSecond > 0) {
                const std::chrono::duration<double> takes(double(bytes.size()) * bitsPerByte / m_bitsPerSecond);
                m_freeAt = std::max(m_freeAt, at) + std::chrono::duration_cast<Steady::duration>(takes);
                at = m_freeAt;
            }
            m_pieces.push_back({at + m_delay, std::move(bytes)});
        }
        handOn();
    }

    void handOn()
    {
        if (m_to.state() == QAbstractSocket::ConnectingState || m_to.state() == QAbstractSocket::HostLookupState)
            return; // flushing into a socket that is not connected yet breaks it
        if (m_to.state() != QAbstractSocket::ConnectedState)
            m_pieces.clear(); // nobody is there to take them: they did not come
        while (!m_pieces.empty() && m_pieces.front().due <= Steady::now()) {
            const QByteArray bytes = std::move(m_pieces.front().bytes);
            m_pieces.pop_front();
            m_to.write(bytes);
            m_to.flush();
            m_handedOn(bytes.size());
        }
        if (!m_pieces.empty())
            m_timer.start(std::chrono::ceil<std::chrono::milliseconds>(m_pieces.front().due - Steady::now()));
        else if (m_ended)
            m_to.disconnectFromHost();
    }

    QTcpSocket &m_from;
    QTcpSocket &m_to;
    Steady::time_point &m_freeAt;
    double m_bitsPerSecond;
    std::chrono::milliseconds m_delay;
    std::function<void(qint64)> m_handedOn;
    std::deque<Piece> m_pieces;
    QTimer m_timer;
    bool m_ended = false;
};

/// Lives on the proxy's thread.
class LinkProxy::Worker : public QTcpServer
{
public:
    explicit Worker(LinkProxy &proxy) : m_proxy(proxy)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *device = nextPendingConnection())
                join(*device);
        });
    }

private:
    void join(QTcpSocket &device)
    {
        auto *server = new QTcpSocket(&device);
        const Link &link = m_proxy.m_link;
        const auto oneWay = link.roundTrip / 2;
        // The bytes of a new connection wait for its handshake.
        m_upFree = std::max(m_upFree, Steady::now() + link.roundTrip);
        new LinkPipe(device, *server, m_upFree, link.upBitsPerSecond, oneWay,
                     [this](qint64 bytes) { m_proxy.m_up += bytes; });
        new LinkPipe(*server, device, m_downFree, link.downBitsPerSecond, oneWay,
                     [this](qint64 bytes) { m_proxy.noteDown(bytes); });
        device.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(server, &QTcpSocket::connected, server,
                [server] { server->setSocketOption(QAbstractSocket::LowDelayOption, 1); });
        connect(server, &QTcpSocket::errorOccurred, &device, &QTcpSocket::disconnectFromHost);
        server->connectToHost(u"127.0.0.1"_s, static_cast<quint16>(m_proxy.m_serverPort));
    }

    LinkProxy &m_proxy;
    Steady::time_point m_upFree;
    Steady::time_point m_downFree;
};

LinkProxy::LinkProxy(int serverPort, const Link &link) : m_link(link), m_serverPort(serverPort)
{
    m_worker = std::make_unique<Worker>(*this);
    if (!m_worker->listen(QHostAddress::LocalHost))
        qFatal("the link has no port");
    m_port = m_worker->serverPort();
    m_worker->moveToThread(&m_thread);
    QObject::connect(
        &m_thread, &QThread::finished, &m_thread, [this] { m_worker.reset(); }, Qt::DirectConnection);
    m_thread.start();
}

LinkProxy::~LinkProxy()
{
    m_thread.quit();
    m_thread.wait();
}

QString LinkProxy::url() const
{
    return u"http://127.0.0.1:%1"_s.arg(m_port);
}

void LinkProxy::reset()
{
    m_mark = -1;
    m_up = 0;
    m_down = 0;
}

void LinkProxy::whenDown(qint64 bytes, std::function<void()> reached)
{
    m_reached = std::move(reached);
    m_mark = bytes;
}

void LinkProxy::noteDown(qint64 bytes)
{
    const qint64 all = m_down += bytes;
    qint64 mark = m_mark;
    if (mark >= 0 && all >= mark && m_mark.compare_exchange_strong(mark, -1))
        m_reached();
}

} // namespace turnus::bench
